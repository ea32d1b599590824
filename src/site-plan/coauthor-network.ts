import type { Counted } from '../domain/institute/named.ts';
import type { CoauthorNetwork } from '../domain/pages/statistics.ts';
import { compareText } from '../domain/problems/problem.ts';

/** People in the network. A reader cannot follow more names in one figure. */
const peopleLimit = 30;

/** Authors of the institute on one publication. A publication with more says nothing about who works with whom. */
const authorLimit = 50;

/**
 * The network of co-authors at the institute. `authors`: for each publication, the ids of the authors with a page, each once.
 * It holds the pairs with the most publications. People who write together are near each other in the order, so that the
 * lines between them are short. `total`: people with a co-author in the institute.
 */
export function buildCoauthorNetwork(
  authors: readonly (readonly string[])[],
  personOf: (id: string) => Counted,
): CoauthorNetwork {
  const together = new Map<string, Map<string, number>>();
  const add = (a: string, b: string) => {
    const own = together.get(a) ?? new Map<string, number>();
    own.set(b, (own.get(b) ?? 0) + 1);
    together.set(a, own);
  };
  for (const ids of authors) {
    if (ids.length > authorLimit) continue;
    for (const a of ids) for (const b of ids) if (a !== b) add(a, b);
  }
  const countOf = (a: string, b: string) => together.get(a)?.get(b) ?? 0;
  const order = orderByNearness(chooseStrongest(together), countOf);
  const pairs = order.flatMap((a, from) =>
    order.flatMap((b, to) => (to > from && countOf(a, b) > 0 ? [{ from, to, count: countOf(a, b) }] : [])),
  );
  return { people: order.map(personOf), pairs, total: together.size };
}

/** The people of the pairs with the most publications, up to a limit. */
function chooseStrongest(together: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const pairs = [...together].flatMap(([a, others]) =>
    [...others].flatMap(([b, count]) => (compareText(a, b) < 0 ? [{ a, b, count }] : [])),
  );
  pairs.sort((x, y) => y.count - x.count || compareText(x.a, y.a) || compareText(x.b, y.b));
  const chosen = new Set<string>();
  for (const { a, b } of pairs) {
    const more = Number(!chosen.has(a)) + Number(!chosen.has(b));
    if (chosen.size + more <= peopleLimit) chosen.add(a).add(b);
  }
  return [...chosen];
}

/**
 * Orders people so that co-authors are near each other: first each is added after those with whom they wrote most; then
 * neighbours are swapped as long as that shortens the lines.
 */
function orderByNearness(ids: readonly string[], countOf: (a: string, b: string) => number): readonly string[] {
  const remaining = [...ids];
  const order = remaining.splice(0, 1);
  while (remaining.length > 0) {
    // Co-authors near the end of the order count more, because the next person is added there.
    const weight = (id: string) =>
      order.reduce((sum, other, index) => sum + countOf(id, other) / (order.length - index), 0);
    const [next] = remaining
      .map((id, index) => ({ index, weight: weight(id) }))
      .sort((a, b) => b.weight - a.weight || a.index - b.index);
    order.push(...remaining.splice(next!.index, 1));
  }
  const length = () =>
    order.reduce((sum, a, from) => sum + order.reduce((own, b, to) => own + countOf(a, b) * Math.abs(to - from), 0), 0);
  for (let pass = 0, shortest = length(); pass < 20; pass += 1) {
    let moved = false;
    for (let index = 0; index + 1 < order.length; index += 1) {
      [order[index], order[index + 1]] = [order[index + 1]!, order[index]!];
      const now = length();
      if (now < shortest) {
        shortest = now;
        moved = true;
      } else [order[index], order[index + 1]] = [order[index + 1]!, order[index]!];
    }
    if (!moved) break;
  }
  return order;
}

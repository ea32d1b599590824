import type { Counted } from '../domain/institute/named.ts';
import type { CoauthorNetwork } from '../domain/pages/statistics.ts';
import { compareText } from '../domain/problems/problem.ts';

/** As many names as one looks through in a picture. */
const mostPeople = 30;

const mostSigners = 50;

/**
 * Who of the institute signs with whom. `signed`: for each publication, the ids of the people that have a page, each once.
 * People without a co-author in the institute are left out; of the others, the pairs that wrote most together are kept.
 * They stand in an order in which those who write together are near, so that the lines between them are short.
 */
export function buildCoauthorNetwork(
  signed: readonly (readonly string[])[],
  personOf: (id: string) => Counted,
): CoauthorNetwork {
  const together = new Map<string, Map<string, number>>();
  const add = (a: string, b: string) => {
    const own = together.get(a) ?? new Map<string, number>();
    own.set(b, (own.get(b) ?? 0) + 1);
    together.set(a, own);
  };
  for (const ids of signed) {
    // A paper that a whole collaboration signs says nothing of who works with whom.
    if (ids.length > mostSigners) continue;
    for (const a of ids) for (const b of ids) if (a !== b) add(a, b);
  }
  const countOf = (a: string, b: string) => together.get(a)?.get(b) ?? 0;
  const order = bringTogether(chooseStrongest(together), countOf);
  const pairs = order.flatMap((a, from) =>
    order.flatMap((b, to) => (to > from && countOf(a, b) > 0 ? [{ from, to, count: countOf(a, b) }] : [])),
  );
  return { people: order.map(personOf), pairs, total: together.size };
}

/** Both of each pair, the pairs that wrote most together first, until there are enough. */
function chooseStrongest(together: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const pairs = [...together].flatMap(([a, others]) =>
    [...others].flatMap(([b, count]) => (compareText(a, b) < 0 ? [{ a, b, count }] : [])),
  );
  pairs.sort((x, y) => y.count - x.count || compareText(x.a, y.a) || compareText(x.b, y.b));
  const chosen = new Set<string>();
  for (const { a, b } of pairs) {
    const more = Number(!chosen.has(a)) + Number(!chosen.has(b));
    if (chosen.size + more <= mostPeople) chosen.add(a).add(b);
  }
  return [...chosen];
}

/** Each in turn beside those that they wrote most with; then neighbours change places as long as that shortens the lines. */
function bringTogether(ids: readonly string[], countOf: (a: string, b: string) => number): readonly string[] {
  const left = [...ids];
  const order = left.splice(0, 1);
  while (left.length > 0) {
    // Nearness counts more towards the end of the row, where the next one will stand.
    const pull = (id: string) =>
      order.reduce((sum, other, index) => sum + countOf(id, other) / (order.length - index), 0);
    const [next] = left
      .map((id, index) => ({ index, pull: pull(id) }))
      .sort((a, b) => b.pull - a.pull || a.index - b.index);
    order.push(...left.splice(next!.index, 1));
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

import { foldTokens } from './fold.ts';
import type { Sources } from './match-part.ts';
import { isPhrase, type Query } from './parse-query.ts';
import { byScore, type Ranked } from './rank-matches.ts';
import { stemOf } from './stem-of.ts';

/**
 * Sorts the first results, whose records are loaded anyway, again: the nearer a title is to the query, the higher is the score. The index
 * knows which words a title has, but neither their order nor how many others it has.
 */
export async function rankByTitle(
  ranked: readonly Ranked[],
  { parts }: Query,
  corrected: ReadonlyMap<string, string>,
  { titlesOf }: Pick<Sources, 'titlesOf'>,
): Promise<readonly Ranked[]> {
  const asked = parts
    .flatMap(({ any: [one] }) =>
      one === undefined ? [] : isPhrase(one) ? one.tokens : (corrected.get(one.written)?.split(' ') ?? [one.token]),
    )
    .map(stemOf);
  if (asked.length < 2 || ranked.length < 2) return ranked;
  const first = await Promise.all(
    ranked.slice(0, onePage).map(async (one) => {
      const near = (await titlesOf(one.document)).map((title) => likeness(asked, foldTokens(title).map(stemOf)));
      return { ...one, score: one.score * (1 + Math.max(0, ...near)) };
    }),
  );
  return [...first.sort(byScore), ...ranked.slice(onePage)];
}

/** How near a title is to the query: by the share of the words of both that both have, and by how many pairs of the query it has. */
function likeness(asked: readonly string[], title: readonly string[]): number {
  const words = shared(asked, title);
  if (words < 2) return 0;
  const pairs = shared(pairsOf(asked), pairsOf(title));
  return (
    wordShare * ((words * words) / (asked.length * Math.max(1, title.length))) + pairShare * (pairs / asked.length) ** 2
  );
}

const shared = (asked: readonly string[], title: readonly string[]): number =>
  new Set(asked).intersection(new Set(title)).size;

/** Adjacent words; the first one has the beginning beside it. */
const pairsOf = (words: readonly string[]): string[] => words.map((word, index) => `${words[index - 1] ?? ''} ${word}`);

/** Results of one page. */
const onePage = 10;
const wordShare = 0.7;
const pairShare = 0.4;

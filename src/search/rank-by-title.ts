import { foldTokens } from './fold.ts';
import type { Sources } from './match-part.ts';
import { isPhrase, type Query } from './parse-query.ts';
import { byScore, type Ranked } from './rank-matches.ts';
import { stemOf } from './stem-of.ts';
import { authorTerm } from './terms.ts';

/**
 * Sorts the first results, whose records are loaded anyway, again: the nearer a title is to the query, the higher is the score. The index
 * knows which words a title has, but neither their order nor how many others it has.
 */
export async function rankByTitle(
  ranked: readonly Ranked[],
  { parts }: Query,
  corrected: ReadonlyMap<string, string>,
  { titlesOf, index }: Pick<Sources, 'titlesOf' | 'index'>,
): Promise<readonly Ranked[]> {
  const words = parts.flatMap(({ any: [one] }) =>
    one === undefined ? [] : isPhrase(one) ? one.tokens : (corrected.get(one.written)?.split(' ') ?? [one.token]),
  );
  if (words.length < 2 || ranked.length < 2) return ranked;
  const authors = await Promise.all(words.map((word) => index.postings(authorTerm(word))));
  const first = await Promise.all(
    ranked.slice(0, onePage).map(async (one) => {
      // The name of an author is in no title: `Dai thrombosis` asks for titles with thrombosis.
      const asked = words.filter((_, place) => !authors[place]!.has(one.document)).map(stemOf);
      const near = (await titlesOf(one.document)).map((title) =>
        likeness(asked, foldTokens(title).map(stemOf), asked.length < words.length),
      );
      return { ...one, score: one.score * (1 + Math.max(0, ...near)) };
    }),
  );
  return [...first.sort(byScore), ...ranked.slice(onePage)];
}

/**
 * How near a title is to the query: by the share of the words of both that both have, and by how many pairs of the query it has.
 * Beside a name, one word is enough, and the first word need not be that of the title.
 */
function likeness(asked: readonly string[], title: readonly string[], besideName: boolean): number {
  const words = shared(asked, title);
  if (words < (besideName ? 1 : 2)) return 0;
  const pairs = shared(pairsOf(asked).slice(besideName ? 1 : 0), pairsOf(title));
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

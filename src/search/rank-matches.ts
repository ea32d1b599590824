import type { Query } from './parse-query.ts';
import type { Postings } from './term-index.ts';

/** A form of a word of the query with another ending. */
export interface Ending {
  readonly word: string;
  /** The word of the query, as typed. */
  readonly of: string;
  readonly count: number;
  /** True when these publications are listed, as related ones; false where enough have the word itself. */
  readonly listed: boolean;
}

/** The publications that match one part of a query, with weights. */
export interface PartMatch {
  readonly weights: ReadonlyMap<number, number>;
  /** Publications that have the word itself; the others have it with another ending. */
  readonly exact?: ReadonlySet<number>;
  readonly endings: readonly { readonly word: string; readonly of: string; readonly postings: Postings }[];
  /** False for a part that only changes the order: a corrected word, a year of a reference. */
  readonly required: boolean;
  readonly isYear?: boolean;
  /** True where related publications have it too. */
  readonly strict?: boolean;
  /** Synonyms that were added and found. */
  readonly added?: readonly string[];
  /** Publications that match nearly, such as an author with other initials: they are only related. */
  readonly others?: Postings;
}
/** Publications that all matches have. */
export function intersect(matches: readonly PartMatch[]): readonly number[] {
  const [smallest, ...others] = matches.toSorted((a, b) => a.weights.size - b.weights.size);
  if (!smallest) return [];
  return [...smallest.weights.keys()].filter((document) => others.every(({ weights }) => weights.has(document)));
}

/** A publication that matches, with what it is sorted by. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
  /** Number of words that it has with another ending. */
  readonly inexact: number;
}

/** Best first. `wordsFirst`: publications that have the words themselves come before those with other endings. */
export function rank(
  documents: readonly number[],
  matches: readonly PartMatch[],
  wordsFirst: boolean,
): readonly Ranked[] {
  const scored = documents.map((document): Ranked => {
    let score = 0;
    let inexact = 0;
    for (const { weights, exact } of matches) {
      score += weights.get(document) ?? 0;
      if (exact && !exact.has(document)) inexact += 1;
    }
    return { document, score, inexact: wordsFirst ? inexact : 0 };
  });
  return scored.sort(byScore);
}

/** Publications that have the words themselves first, then those of a higher score, then newer ones. */
export const byScore = (a: Ranked, b: Ranked): number =>
  a.inexact - b.inexact || b.score - a.score || b.document - a.document;

/** Publications with some of the words, by the sum of the weights and the number of words. */
export function findRelated(
  matches: readonly PartMatch[],
  listed: ReadonlySet<number>,
  query: Query,
): readonly number[] {
  const scores = new Map<number, { score: number; words: number; missing: number }>();
  const needed = matches.filter(({ isYear, required }) => required && !isYear).length;
  // The year alone, or the author alone of `author:karimi tea`, makes nothing related.
  const isWord = ({ isYear, strict }: PartMatch) => !isYear && !strict;
  const fewest = matches.some(isWord) ? 1 : 0;
  for (const match of matches) {
    const { weights, isYear, required, others } = match;
    for (const [document, weight] of others ?? weights) {
      const before = scores.get(document) ?? { score: 0, words: 0, missing: needed };
      scores.set(document, {
        score: before.score + weight,
        words: before.words + (isWord(match) ? 1 : 0),
        missing: before.missing - (required && !isYear ? 1 : 0),
      });
    }
  }
  const strict = matches.filter((match) => match.strict);
  const candidates = [...scores].filter(
    ([document, { words }]) =>
      !listed.has(document) &&
      words >= fewest &&
      strict.every(({ weights, others }) => (others ?? weights).has(document)),
  );
  const best = candidates.reduce((most, [, { score }]) => Math.max(most, score), 0);
  const share = query.reference ? 0.5 : 0.35;
  const rankOf = ({ score, words }: { score: number; words: number }) => score * Math.max(1, words);
  return (
    candidates
      .filter(([, { score, missing }]) => missing === 0 || score >= best * share)
      // A publication that misses only the year is no match, but comes first among related ones.
      .sort(
        ([a, one], [b, other]) =>
          Number(other.missing === 0) - Number(one.missing === 0) || rankOf(other) - rankOf(one) || b - a,
      )
      .slice(0, mostRelated)
      .map(([document]) => document)
  );
}

/** With fewer results than this, related publications are listed after them. */
export const enough = 10;
const mostRelated = 50;

/** How many publications lack a word and have it with another ending. */
export function countEndings(documents: readonly number[], matches: readonly PartMatch[]): Omit<Ending, 'listed'>[] {
  return matches.flatMap(({ exact, endings }) => {
    const counts = new Map<(typeof endings)[number], number>();
    for (const document of documents) {
      if (exact === undefined || exact.has(document)) continue;
      const ending = endings.find(({ postings }) => postings.has(document));
      if (ending) counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
    return [...counts].map(([{ word, of }, count]) => ({ word, of, count }));
  });
}

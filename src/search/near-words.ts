import { editDistance } from '../domain/text/edit-distance.ts';
import type { Variant } from './expand-word.ts';
import type { QueryWord } from './parse-query.ts';
import type { WordList } from './search-data.ts';
import type { Dictionary } from './term-index.ts';
import { authorTerm, isWord, titleTerm } from './terms.ts';

/** Known words that may be meant by an unknown one, the most likely first. */
export async function correctWord({ token, field }: QueryWord, words: Dictionary): Promise<readonly Variant[]> {
  const [first = '', second = '', third = ''] = token;
  const starts = [token, second + first, first + third, second + third];
  const lists = await Promise.all([...new Set(starts)].map((start) => words(start, 'alike')));
  const tagged = field === 'author' ? authorTerm : field === 'title' ? titleTerm : (word: string) => word;
  return nearestWords(token, lists, field !== 'title').flatMap((word): Variant[] => {
    const known = (term: string) => lists.some((list) => list.has(term));
    return [
      ...(known(tagged(word)) ? [{ term: tagged(word), word, factor: nearFactor, kind: 'near' as const }] : []),
      ...(field === undefined && known(authorTerm(word))
        ? [{ term: authorTerm(word), word, factor: nearFactor, kind: 'near' as const }]
        : []),
    ];
  });
}

/** Splits a word into two known words, of which the first is as long as possible; undefined where there are none. */
export async function splitWord(token: string, words: Dictionary): Promise<readonly [string, string] | undefined> {
  if (token.length < 7) return undefined;
  const heads = [...(await words(token, 'alike')).keys()]
    .filter((word) => isWord(word) && word.length >= 3 && word.length <= token.length - 3 && token.startsWith(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
  for (const head of heads) {
    const tail = token.slice(head.length);
    if ((await words(tail)).has(tail)) return [head, tail];
  }
  return undefined;
}

/** Known words with a similar spelling, by edit distance, then by frequency. `names`: words of names count too. */
export function nearestWords(token: string, lists: readonly WordList[], names: boolean): readonly string[] {
  if (token.length < 4) return [];
  const farthest = token.length < 8 ? 1 : 2;
  const near = new Map<string, { distance: number; count: number }>();
  const digits = digitsOf(token);
  for (const words of lists) {
    for (const [term, count] of words) {
      if (!isWord(term) && !(names && term.endsWith(authorTerm('')))) continue;
      const word = isWord(term) ? term : term.slice(0, -1);
      // Another number is another thing: `SIRT4` is not `SIRT1`.
      if (digitsOf(word) !== digits) continue;
      const distance = editDistance(token, word, farthest);
      if (distance <= farthest && (near.get(word)?.count ?? 0) < count) near.set(word, { distance, count });
    }
  }
  return [...near]
    .sort(([, a], [, b]) => a.distance - b.distance || b.count - a.count)
    .slice(0, mostNear)
    .map(([word]) => word);
}

const digitsOf = (word: string): string => word.replace(/\D/g, '');

const mostNear = 6;

const nearFactor = 0.4;

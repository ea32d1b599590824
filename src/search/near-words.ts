import { editDistance } from '../domain/text/edit-distance.ts';
import { authorTerm, isWord } from './terms.ts';

/** Words of the index that begin alike, with the number of publications that have them. */
export type WordList = ReadonlyMap<string, number>;

/** Reads a file of `search/words/`: a word a line, with a number where it is not one. */
export function parseWordList(text: string): WordList {
  return new Map(
    text.split('\n').map((line) => {
      const [word = '', count = '1'] = line.split(' ');
      return [word, Number(count)];
    }),
  );
}

/** Known words that are spelled nearly like an unknown one: the nearest first, and of those that are as near the most frequent. */
export function nearestWords(token: string, lists: readonly WordList[], names: boolean): readonly string[] {
  if (token.length < 4) return [];
  const farthest = token.length < 8 ? 1 : 2;
  const near = new Map<string, { distance: number; count: number }>();
  for (const words of lists) {
    for (const [term, count] of words) {
      if (!isWord(term) && !(names && term.endsWith(authorTerm('')))) continue;
      const word = isWord(term) ? term : term.slice(0, -1);
      const distance = editDistance(token, word, farthest);
      if (distance <= farthest && (near.get(word)?.count ?? 0) < count) near.set(word, { distance, count });
    }
  }
  return [...near]
    .sort(([, a], [, b]) => a.distance - b.distance || b.count - a.count)
    .slice(0, mostNear)
    .map(([word]) => word);
}

const mostNear = 6;

/**
 * An English word without the ending of a plural or a participle. Words with the same stem are forms of one word: `study` and
 * `studies`, `police` and `policing`, but not `policy`.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const single = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh|z)es$/, '')
    .replace(/(?<=[^sui])s$/, '');
  const bare = /[aeiouy]/.test(single.slice(0, -3)) ? single.replace(/(?:ing|ed)$/, '') : single;
  const stem = bare.length < 3 ? single : bare;
  return stem.replace(/([b-df-hj-np-rtv-z])\1$/, stem === single ? '$&' : '$1').replace(/(?<=....)e$/, '');
}

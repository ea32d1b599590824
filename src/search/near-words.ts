import { editDistance } from '../domain/text/edit-distance.ts';
import { shortMark } from './fold.ts';

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

/** Whether the index has a word, a longer one that begins with it, or one with another ending. */
export function isKnown(token: string, words: WordList): boolean {
  if (words.has(token)) return true;
  if (token.includes(shortMark)) return false;
  const stem = stemOf(token);
  for (const word of words.keys())
    if (word.startsWith(token) || (word.startsWith(stem) && stemOf(word) === stem)) return true;
  return false;
}

/** The word of the index that was most likely meant: the nearest, and of those that are as near the most frequent. */
export function nearestWord(token: string, lists: readonly WordList[]): string | undefined {
  if (token.length < 4) return undefined;
  const farthest = token.length < 8 ? 1 : 2;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const words of lists) {
    for (const [word, count] of words) {
      if (word.includes(shortMark)) continue;
      const distance = editDistance(token, word, farthest);
      if (distance > farthest) continue;
      if (!best || distance < best.distance || (distance === best.distance && count > best.count))
        best = { word, distance, count };
    }
  }
  return best?.word;
}

/** A word without the usual English endings: not what the index does, but enough to tell whether two words are one. */
export const stemOf = (word: string): string =>
  word.length < 5
    ? word
    : word.replace(/(?:ations?|ings?|ies|ed|es|e|s|y|ly)$/, (ending) =>
        word.length - ending.length < 3 ? ending : '',
      );

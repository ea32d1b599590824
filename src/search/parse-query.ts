import { foldText, type FoldedWord } from './fold.ts';

/** What a reader asks for. */
export interface Query {
  /** Folded words, each once, those of the phrases included. */
  readonly words: readonly string[];
  /** What stands between quotation marks, as folded words in their order. */
  readonly phrases: readonly (readonly string[])[];
  /** A folded word as the reader wrote it. */
  readonly written: Readonly<Record<string, string>>;
}

/** Reads a query; quotation marks of any language hold a phrase. */
export function parseQuery(text: string): Query {
  const phrases = Array.from(text.matchAll(quoted), ([, phrase = '']) => foldText(phrase).map(({ token }) => token));
  // The marks themselves fold to nothing, so the words of phrases are among all.
  const all = foldText(text);
  return {
    words: [...new Set(all.map(({ token }) => token))],
    phrases: phrases.filter((words) => words.length > 0),
    written: Object.fromEntries(all.map((word) => [word.token, writtenWord(text, word)])),
  };
}

const writtenWord = (text: string, { start, end }: FoldedWord): string => text.slice(start, end);

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

import { foldText, type FoldedWord } from './fold.ts';

/** A parsed query. */
export interface Query {
  /** Folded words, each once, those of the phrases included. */
  readonly words: readonly string[];
  /** Texts between quotation marks, as folded words in their order. */
  readonly phrases: readonly (readonly string[])[];
  /** Folded word → the word as typed. */
  readonly written: Readonly<Record<string, string>>;
}

/** Parses a query; quotation marks of any language enclose a phrase. */
export function parseQuery(text: string): Query {
  const phrases = Array.from(text.matchAll(quoted), ([, phrase = '']) => foldText(phrase).map(({ token }) => token));
  // Quotation marks fold to nothing, so these include the words of phrases.
  const all = foldText(text);
  return {
    words: [...new Set(all.map(({ token }) => token))],
    phrases: phrases.filter((words) => words.length > 0),
    written: Object.fromEntries(all.map((word) => [word.token, writtenWord(text, word)])),
  };
}

const writtenWord = (text: string, { start, end }: FoldedWord): string => text.slice(start, end);

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

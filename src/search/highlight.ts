import { foldText } from './fold.ts';

/** A part of a text; `hit` when it matches the query. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Code units of a passage, about two lines. */
const passageLength = 260;

/** Splits a text into the words of the query, in the folded forms that may be shown, and the text between them. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const { start, end } of findHits(text, words)) {
    // Adjacent words become one piece, with the space between them.
    const joins = pieces.at(-1)?.hit === true && /^[\s\p{Pd}\u200C]*$/u.test(text.slice(last, start));
    if (joins) pieces.push({ text: pieces.pop()!.text + text.slice(last, end), hit: true });
    else {
      if (start > last) pieces.push({ text: text.slice(last, start), hit: false });
      pieces.push({ text: text.slice(start, end), hit: true });
    }
    last = end;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), hit: false });
  return pieces;
}

/** The passage of a text with the most words of the query; undefined when it has none. */
export function passage(
  text: string,
  words: readonly string[],
): { readonly text: string; readonly different: number } | undefined {
  const hits = findHits(text, words);
  let best: { start: number; different: number } | undefined;
  for (const [index, hit] of hits.entries()) {
    const near = hits.slice(index).filter(({ end }) => end < hit.start + passageLength - 40);
    const different = new Set(near.map(({ token }) => token)).size;
    if (!best || different > best.different) best = { start: hit.start, different };
  }
  if (!best) return undefined;
  const start = best.start < 60 ? 0 : nextSpace(text, best.start - 50);
  const end = start + passageLength >= text.length ? text.length : lastSpace(text, start + passageLength);
  return {
    text: `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`,
    different: best.different,
  };
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly token: string;
}

function findHits(text: string, words: readonly string[]): Hit[] {
  return foldText(text).flatMap(({ token, start, end }) => (words.includes(token) ? [{ start, end, token }] : []));
}

const nextSpace = (text: string, from: number): number => Math.max(0, text.indexOf(' ', from)) + 1;
const lastSpace = (text: string, to: number): number =>
  text.lastIndexOf(' ', to) > to - 60 ? text.lastIndexOf(' ', to) : to;

import { trimEndOf } from '../text/trim-end-of.ts';

/**
 * Removes punctuation and unmatched closing brackets at the end, which belong to the sentence around a pasted
 * identifier.
 */
export function stripPunctuation(text: string): string {
  if (text.length > maxLength) return text;
  let rest = text;
  for (;;) {
    const shorter = trimEndOf(rest, /[.,;:'"”’»\s]/u);
    const closed = hasUnmatchedBracket(shorter) ? shorter.slice(0, -1) : shorter;
    if (closed === rest) return rest;
    rest = closed;
  }
}

/** No identifier is longer. Longer texts are returned as they are, which limits the time. */
const maxLength = 2000;

function hasUnmatchedBracket(text: string): boolean {
  const opening = brackets[text.slice(-1)];
  return opening !== undefined && text.split(opening).length < text.split(text.slice(-1)).length;
}

const brackets: Readonly<Record<string, string | undefined>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

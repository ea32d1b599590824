import { toOneLine } from './read-value.ts';

/** Splits several keywords on one line, as some programs write them, and removes the star of MeSH. */
export function toDraftKeywords(words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  const parts = words.length === 1 && only.split(/;\s/).length > 2 ? only.split(/;\s*/) : words;
  return [...new Set(parts.map((word) => toOneLine(word).replace(/^\*(?=\S)/, '')).filter(Boolean))];
}

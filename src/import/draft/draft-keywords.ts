import { toOneLine } from './read-value.ts';

/**
 * Splits several keywords on one line, as some programs write them, and at Persian commas. Removes the star of MeSH, and
 * keywords that differ only in their kind of hyphen.
 */
export function toDraftKeywords(words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  const parts = words.length === 1 && only.split(/;\s/).length > 2 ? only.split(/;\s*/) : words;
  const keywords = new Map<string, string>();
  for (const part of parts)
    for (const word of part.split(/[،؛]/)) {
      const keyword = toOneLine(word).replace(/^\*(?=\S)/, '');
      const key = keyword.replace(/[‐‑‒–]/g, '-');
      if (keyword !== '' && !keywords.has(key)) keywords.set(key, keyword);
    }
  return [...keywords.values()];
}

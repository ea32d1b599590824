/**
 * Keywords in one form: no asterisk before a word, with which MEDLINE marks the main subjects, no space before a comma or
 * semicolon, and each word once, whichever hyphen it is written with. A keyword is one line with single spaces.
 */
export function normalizeKeywords(keywords: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const written of keywords) {
    const keyword = written.replace(mainSubject, '').replace(/ (?=[,;])/g, '');
    const key = keyword.normalize('NFKC').replace(/[‐‑−]/g, '-');
    if (keyword !== '' && !distinct.has(key)) distinct.set(key, keyword);
  }
  return [...distinct.values()];
}

/** The asterisk of a main subject. That of `*-algebra` is part of the word. */
export const mainSubject = /^\*+(?=[\p{L}\p{N}])/u;

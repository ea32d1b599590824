import type { PageRange } from './publication.ts';
import { invalid, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses `101-110`, `e1002-e1010`, `S12`, `xii-xv` or `101`. The separator may be any dash. */
export function parsePages(text: string): Parsed<PageRange> {
  // A much longer text cannot be pages; cutting it limits the time.
  const pages = text
    .slice(0, 100)
    .replace(/\s+/g, ' ')
    .replace(/ ?[-‐‑‒–—−]+ ?/g, '-')
    .replace(/^pp?\.\s*/i, '');
  const match = /^([^\s-][^-]*?)(?:-([^\s-][^-]*))?$/.exec(pages);
  if (!match?.[1] || !match.slice(1).every((page) => isPageNumber(page ?? '1')) || pages.length > 60) {
    return invalid(
      'pages-malformed',
      `"${text}" is not a first and a last page`,
      'write the first and the last page, such as 101-110, or use articleNumber',
    );
  }
  return valid({ first: match[1].trim(), ...(match[2] ? { last: match[2].trim() } : {}) });
}

/** Parses `e1002`, `CD001234.pub2` or `034502(R)`: letters and digits of any script, with punctuation between them. */
export function parseArticleNumber(text: string): Parsed<string> {
  if (text.length <= 60 && text.split(/\p{Pd}/u).every(isPageNumber)) return valid(text);
  return invalid(
    'article-number-malformed',
    `${quote(text)} is not the number of an article`,
    'write the number that the journal prints instead of pages, such as e1002',
  );
}

/** True if the text has no character that separates pages or fields in a citation format. */
const isPageNumber = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N} ._:/()[\]+*'#]+$/u.test(text) && /[\p{L}\p{N}]/u.test(text);

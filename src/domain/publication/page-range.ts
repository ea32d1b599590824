import type { PageRange } from './publication.ts';
import { invalid, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** `101-110`, `e1002-e1010`, `S12`, `xii-xv`, `101`; dashes of every kind are read, and only the hyphen is written. */
export function parsePages(text: string): Parsed<PageRange> {
  // What is much longer are no pages, and is not searched for them.
  const pages = text
    .slice(0, 100)
    .replace(/\s+/g, ' ')
    .replace(/ ?[-‐‑‒–—−]+ ?/g, '-')
    .replace(/^pp?\.\s*/i, '');
  const match = /^([^\s-][^-]*?)(?:-([^\s-][^-]*))?$/.exec(pages);
  if (!match?.[1] || !match.slice(1).every((page) => isPageNumber(page ?? '1')) || pages.length > 60) {
    return invalid(
      'pages-malformed',
      `"${text}" does not read as a first and a last page`,
      'write the first and the last page, such as 101-110, or use articleNumber',
    );
  }
  return valid({ first: match[1].trim(), ...(match[2] ? { last: match[2].trim() } : {}) });
}

/** `e1002`, `CD001234.pub2`, `034502(R)`: letters and digits of any script, and signs that stand between them. */
export function parseArticleNumber(text: string): Parsed<string> {
  if (text.length <= 60 && text.split(/\p{Pd}/u).every(isPageNumber)) return valid(text);
  return invalid(
    'article-number-malformed',
    `${quote(text)} does not read as the number of an article`,
    'write what stands in the place of pages, such as e1002',
  );
}

/** No sign by which formats part one page from another, or a field from the next. */
const isPageNumber = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N} ._:/()[\]+*'#]+$/u.test(text) && /[\p{L}\p{N}]/u.test(text);

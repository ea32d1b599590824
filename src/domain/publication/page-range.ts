import type { PageRange } from './publication.ts';
import { invalid, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { westernDigits } from '../text/western-digits.ts';

/**
 * Parses `101-110`, `e1002-e1010`, `S12`, `xii-xv` or `101`. The separator may be any dash. More pages may follow, as in
 * `676-90; appendix 690-2` and `S1-S9, 12`. Digits of Persian and Arabic become 0 to 9, which citations need.
 */
export function parsePages(text: string): Parsed<PageRange> {
  // A much longer text cannot be pages; cutting it limits the time.
  const pages = joinDashes(westernDigits(text.slice(0, 100)).replace(/\s+/g, ' ')).trim();
  const end = pages.search(/[;,]/);
  const [range, more] = end < 0 ? [pages, ''] : [pages.slice(0, end), pages.slice(end)];
  const match = /^([^\s-][^-]*?)(?:-([^\s-][^-]*))?$/.exec(range.replace(/^pp?\.\s*/i, '').trim());
  const [first, last] = [match?.[1]?.trim(), match?.[2]?.trim()];
  if (
    first === undefined ||
    ![first, last ?? '1'].every(isPageNumber) ||
    (more !== '' && !isPageList(range + more)) ||
    text.trim().length > 80
  ) {
    return invalid(
      'pages-malformed',
      `"${text}" is not a first and a last page`,
      'write the first and the last page, such as 101-110, or use articleNumber',
    );
  }
  return valid({ first, ...(last === undefined ? {} : { last }), ...(more === '' ? {} : { more }) });
}

/** `101-110`, `e1002`, `676-90; appendix 690-2`: the first page, the last one where it is another, and more pages. */
export const formatPages = ({ first, last, more = '' }: PageRange, dash = '-'): string =>
  (last === undefined || last === first ? first : `${first}${dash}${last}`) + more.replaceAll('-', dash);

/** Parses `e1002`, `CD001234.pub2` or `034502(R)`: letters and digits of any script, with punctuation between them. */
export function parseArticleNumber(text: string): Parsed<string> {
  const number = joinDashes(westernDigits(text));
  if (number.length <= 60 && number.split('-').every(isPageNumber)) return valid(number);
  return invalid(
    'article-number-malformed',
    `${quote(text)} is not the number of an article`,
    'write the number that the journal prints instead of pages, such as e1002',
  );
}

/** Writes every dash as a hyphen without spaces, as formats of citations do. */
const joinDashes = (text: string): string => text.replace(/ ?[-‐‑‒–—−]+ ?/g, '-');

/** Pages between commas or semicolons, each with a number: in `12, Suppl` the word is no page. */
const isPageList = (pages: string): boolean =>
  pages
    .split(/[;,]/)
    .every((part) => /\d|^ ?[ivxlc]+(?:-[ivxlc]+)?$/iu.test(part) && part.split('-').every(isPageNumber));

/** True if the text has no character that separates pages or fields in a citation format. */
const isPageNumber = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N} ._:/()[\]+*'#]+$/u.test(text) && /[\p{L}\p{N}]/u.test(text);

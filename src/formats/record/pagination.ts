import { parsePages } from '../../domain/publication/page-range.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import type { PageRange } from '../../domain/publication/publication.ts';
import { isPlaceholder } from './placeholder.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from './mutable-record.ts';

/**
 * Sets pages or article number from `101-110`, `349-69` (349 to 369) or `e1002`. More text, as in `302-9; quiz 310`, is
 * unplaced.
 */
export function addPagination(record: MutableRecord, field: SourceField, value = field.value): void {
  const [first = '', ...more] = value.split(/[;,]/).map((part) => part.trim());
  if (first === '') return;
  if (isPlaceholder(value)) {
    reportUnplaced(record, field, 'placeholder');
    return;
  }
  const rest = value
    .trim()
    .slice(first.length)
    .replace(/^\s*[;,]\s*/, '');
  if (more.some(Boolean)) reportUnplaced(record, { ...field, value: rest }, 'no place');
  const pages = readPageRange(first);
  if (!pages) reportUnplaced(record, field, 'unreadable');
  else if (pages.last === undefined && articleNumber.test(pages.first))
    setText(record, 'articleNumber', field, pages.first);
  else addPages(record, field, pages);
}

export function addPages(record: MutableRecord, field: SourceField, pages: PageRange): void {
  if (!record.pages) record.pages = pages;
  else if (record.pages.first !== pages.first || (pages.last !== undefined && record.pages.last !== pages.last))
    reportUnplaced(record, field, 'second value');
}

/** Parses a page range; undefined for a text that is not one, such as `No-Specified`. */
export function readPageRange(text: string): PageRange | undefined {
  const written = westernDigits(text)
    .trim()
    .replace(/^p(?:p|ages?)?\.?\s+(?=\S)/i, '');
  if (/^(?:n\/?a|no|not?[- ]?spec\w*|none|unspecified|-|\?)$/i.test(written)) return undefined;
  const parsed = parsePages(written);
  if (!parsed.ok) return undefined;
  const { first, last } = parsed.value;
  return last === undefined || last === first ? { first } : { first, last: expandLastPage(first, last) };
}

/** MEDLINE and others shorten the last page: in `349-69` it is 369. */
function expandLastPage(first: string, last: string): string {
  const start = /^(\D*)(\d+)$/.exec(first);
  if (!start?.[2] || !/^\d+$/.test(last) || last.length >= start[2].length) return last;
  const whole = start[2].slice(0, start[2].length - last.length) + last;
  return Number(whole) > Number(start[2]) ? `${start[1]}${whole}` : last;
}

/** `e1002`, `Article 12`. */
const articleNumber = /^(?:e\d{2,}|art(?:icle)?\.?\s*(?:no\.?\s*)?[\w-]*\d)$/i;

import { parsePages } from '../../domain/publication/page-range.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import type { PageRange } from '../../domain/publication/publication.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { isPlaceholder } from './placeholder.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from './mutable-record.ts';

/**
 * Sets pages or article number from `101-110`, `349-69` (349 to 369), `302-9; quiz 310` or `e1002`. Other text after the
 * pages is unplaced.
 */
export function addPagination(record: MutableRecord, field: SourceField, value = field.value): void {
  const [first = '', ...more] = value.split(/[;,]/).map((part) => part.trim());
  if (first === '') return;
  if (isPlaceholder(value)) {
    reportUnplaced(record, field, 'placeholder');
    return;
  }
  const whole = more.some(Boolean) ? readPageRange(trimEndOf(value, /[;,\s]/)) : undefined;
  if (more.some(Boolean) && !whole) {
    const rest = value
      .trim()
      .slice(first.length)
      .replace(/^\s*[;,]\s*/, '');
    reportUnplaced(record, { ...field, value: rest }, 'no place');
  }
  const pages = whole ?? readPageRange(first);
  if (pages && isNumber(pages)) setText(record, 'articleNumber', field, pages.first);
  else if (pages) addPages(record, field, pages);
  else if (hyphenatedNumber.test(first)) setText(record, 'articleNumber', field, first);
  else reportUnplaced(record, field, 'unreadable');
}

const isNumber = ({ first, last, more }: PageRange): boolean =>
  last === undefined && more === undefined && articleNumber.test(first);

export function addPages(record: MutableRecord, field: SourceField, pages: PageRange): void {
  if (!record.pages) record.pages = pages;
  else if (
    record.pages.first !== pages.first ||
    (pages.last !== undefined && record.pages.last !== pages.last) ||
    (pages.more !== undefined && record.pages.more !== pages.more)
  )
    reportUnplaced(record, field, 'second value');
}

/** Parses a page range; undefined for a text that is not one, such as `No-Specified`. */
export function readPageRange(text: string): PageRange | undefined {
  const written = westernDigits(text)
    .trim()
    // Web of Science: the pages go on elsewhere.
    .replace(/(?<=\d)[-–]?\+$/, '')
    .replace(/^p(?:p|ages?)?\.?\s+(?=\S)/i, '');
  if (/^(?:n\/?a|no|not?[- ]?spec\w*|none|unspecified|-|\?)$/i.test(written)) return undefined;
  const parsed = parsePages(written);
  if (!parsed.ok) return undefined;
  const { last, ...rest } = parsed.value;
  return last === undefined || last === rest.first ? rest : { ...rest, last: expandLastPage(rest.first, last) };
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

/** `1-2-3`: more hyphens than a range has. */
const hyphenatedNumber = /^[A-Za-z]*\d[\w.]*(?:-[\w.]+){2,}$/;

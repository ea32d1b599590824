import { parsePages } from '../../domain/publication/page-range.ts';
import type { PageRange } from '../../domain/publication/publication.ts';
import { reportUnplaced, place, type RecordSketch, type SourceField } from './record-sketch.ts';

/** `101-110`, `349-69` (349 to 369), `e1002`; what follows as in `302-9; quiz 310` is unplaced. */
export function placePagination(sketch: RecordSketch, field: SourceField, value = field.value): void {
  const [first = '', ...more] = value.split(/[;,]/).map((part) => part.trim());
  if (first === '') return;
  const rest = value
    .trim()
    .slice(first.length)
    .replace(/^\s*[;,]\s*/, '');
  if (more.some(Boolean)) reportUnplaced(sketch, { ...field, value: rest }, 'no place');
  const pages = readPageRange(first);
  if (!pages) reportUnplaced(sketch, field, 'unreadable');
  else if (pages.last === undefined && articleNumber.test(pages.first))
    place(sketch, 'articleNumber', field, pages.first);
  else placePages(sketch, field, pages);
}

export function placePages(sketch: RecordSketch, field: SourceField, pages: PageRange): void {
  if (!sketch.pages) sketch.pages = pages;
  else if (sketch.pages.first !== pages.first || (pages.last !== undefined && sketch.pages.last !== pages.last))
    reportUnplaced(sketch, field, 'second value');
}

/** Undefined for what names no pages, such as `No-Specified`. */
export function readPageRange(text: string): PageRange | undefined {
  const written = text.trim().replace(/^p(?:p|ages?)?\.?\s+(?=\S)/i, '');
  if (/^(?:n\/?a|no|not?[- ]?spec\w*|none|unspecified|-|\?)$/i.test(written)) return undefined;
  const parsed = parsePages(written);
  if (!parsed.ok) return undefined;
  const { first, last } = parsed.value;
  return last === undefined || last === first ? { first } : { first, last: wholeLast(first, last) };
}

/** MEDLINE and others shorten the last page: `349-69` is 349 to 369. */
function wholeLast(first: string, last: string): string {
  const start = /^(\D*)(\d+)$/.exec(first);
  if (!start?.[2] || !/^\d+$/.test(last) || last.length >= start[2].length) return last;
  const whole = start[2].slice(0, start[2].length - last.length) + last;
  return Number(whole) > Number(start[2]) ? `${start[1]}${whole}` : last;
}

/** `e1002`, `Article 12`: a number of the publication itself. */
const articleNumber = /^(?:e\d{2,}|art(?:icle)?\.?\s*(?:no\.?\s*)?[\w-]*\d)$/i;

import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { placeDates } from '../record/foreign-date.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { placePagination, placePages, readPageRange } from '../record/pagination.ts';
import { placeNote, resolveStatus } from '../record/read-note.ts';
import { reportUnplaced, place, resolveContainer, startSketch, type RecordSketch } from '../record/record-sketch.ts';
import { placeRisField, wholeValue, type RisField } from './ris-fields.ts';
import { bookTypes, risType, risTypes } from './ris-types.ts';
import { placeNumbers } from '../record/serial-numbers.ts';

/** One record from its fields, the first of which is TY. */
export function readRisRecord(given: readonly RisField[]): ForeignRecord {
  const sketch = startSketch(given[0]?.line ?? 1);
  const fields = given.map((field) => ({ ...field, value: wholeValue(field) }));
  const all = (...names: readonly string[]): readonly RisField[] => fields.filter(({ name }) => names.includes(name));
  const text = (name: string): string => all(name)[0]?.value ?? '';
  sketch.kind = text('TY');
  for (const field of fields) placeRisField(sketch, field, text);
  for (const field of all('T2', 'JF', 'BT', 'JO', 'J1', 'J2', 'JA', 'C3')) placeContainer(sketch, field);
  resolveContainer(sketch);
  // The titles that other programs repeat: of the record itself, or of its container.
  for (const field of all('ST', 'CT')) {
    const short = trimEndOf(field.value, /[.…\s]/);
    if (!sketch.title?.startsWith(short)) reportUnplaced(sketch, field, 'no place');
  }
  placeDates(sketch, all('PY', 'Y1', 'DA'));
  placePagesOf(sketch, all('SP'), all('EP'), all('C7'));
  placeNumbers(sketch, all('SN'), bookTypes.has(sketch.kind));
  // Last, because they may name the authors.
  for (const field of all('N1', 'RN'))
    for (const value of [field.value, ...field.lines]) placeNote(sketch, { ...field, value });
  resolveStatus(sketch);
  const words = all('M3').map(({ value }) => value);
  sketch.type = risType(sketch.kind, words, sketch.container !== undefined);
  if (!risTypes.has(sketch.kind))
    reportUnplaced(sketch, { name: 'TY', value: sketch.kind, line: sketch.line }, 'no place');
  return sketch;
}

function placeContainer(sketch: RecordSketch, field: RisField): void {
  const short = field.name === 'JO' || field.name === 'J1' || field.name === 'J2' || field.name === 'JA';
  const sameAs = (other: string | undefined): boolean => other?.toLowerCase() === field.value.trim().toLowerCase();
  if (sameAs(sketch.container) || sameAs(sketch.abbreviation)) return;
  if (field.name === 'C3' && !/^C(?:ONF|PAPER)$/.test(sketch.kind ?? '')) {
    reportUnplaced(sketch, field, 'no place');
    return;
  }
  if (field.name === 'BT' && sketch.kind === 'BOOK' && sketch.title === undefined) place(sketch, 'title', field);
  else place(sketch, short ? 'abbreviation' : 'container', field);
}

function placePagesOf(
  sketch: RecordSketch,
  starts: readonly RisField[],
  ends: readonly RisField[],
  numbers: readonly RisField[],
): void {
  for (const field of numbers) place(sketch, 'articleNumber', field);
  for (const [index, field] of starts.entries()) {
    if (field.value === '') continue;
    const end = index === 0 ? (ends[0]?.value ?? '') : '';
    if (end === '') {
      if (field.value !== sketch.articleNumber) placePagination(sketch, field);
    } else {
      const pages = field.value === end ? readPageRange(field.value) : readWholeRange(field.value, end);
      if (pages) placePages(sketch, field, pages);
      else reportUnplaced(sketch, { ...field, value: `${field.value} - ${end}` }, 'unreadable');
    }
  }
  for (const field of starts.length === 0 ? ends : ends.slice(1)) reportUnplaced(sketch, field, 'no place');
}

/** First and last page from two fields: each may hold hyphens of its own. */
function readWholeRange(first: string, last: string) {
  if (/^no$/i.test(first) && /^specified$/i.test(last)) return undefined;
  return readPageRange(`${first}-${last}`) ?? (/[\s<>{}\\]/.test(first + last) ? undefined : { first, last });
}

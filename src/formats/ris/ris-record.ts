import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { addDates, addOnlineDate, readForeignDate } from '../record/foreign-date.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { addNamedAddress } from '../authors/named-address.ts';
import { addPagination, addPages, readPageRange } from '../record/pagination.ts';
import { isPlaceholder } from '../record/placeholder.ts';
import { resolveTranslatedTitle } from '../fields/translated-title.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import {
  reportUnplaced,
  setText,
  resolveContainer,
  resolveEvent,
  createRecord,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { addScopusNote } from '../scopus/scopus-note.ts';
import { addEbscoNote } from './ebsco-note.ts';
import { addOvidOrcids } from './ovid-orcids.ts';
import { addRisField, isOfWos, wholeValue, type RisField } from './ris-fields.ts';
import { bookTypes, risType, risTypes } from './ris-types.ts';
import { withNumber, withPagesTotal } from './detail-tags.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';

/** Reads one record from its fields. The first field is TY. */
export function readRisRecord(sourceFields: readonly RisField[]): ForeignRecord {
  const record = createRecord(sourceFields[0]?.line ?? 1);
  const whole = sourceFields.map((field) => ({ ...field, value: wholeValue(field) }));
  const present = new Set(whole.map(({ name }) => name));
  const fields = present.has('A1') && present.has('AU') ? withoutSecondAuthors(whole) : whole;
  const all = (...names: readonly string[]): readonly RisField[] =>
    names.some((name) => present.has(name)) ? fields.filter(({ name }) => names.includes(name)) : [];
  const text = (name: string): string => all(name)[0]?.value ?? '';
  record.kind = text('TY');
  for (const field of fields) addRisField(record, field, text);
  const conference = /^C(?:ONF|PAPER)$/.test(record.kind) && text('C3') !== '' && text('T2') !== '';
  for (const field of all('T2')) {
    if (conference && field.value !== text('C3')) setText(record, 'eventName', field);
    // The series of a report (EndNote, Zotero).
    else if (record.kind === 'RPRT' && record.publisher !== undefined) setText(record, 'series', field);
    else addContainer(record, field);
  }
  for (const field of all('JF', 'BT', 'JO', 'J1', 'J2', 'JA', 'C3')) addContainer(record, field);
  resolveContainer(record);
  resolveShortTitle(record);
  resolveTranslatedTitle(record);
  // Short titles: ignored if they repeat the start of the title.
  for (const field of all('ST', 'CT')) {
    const short = trimEndOf(field.value, /[.…\s]/);
    if (!record.title?.startsWith(short)) reportUnplaced(record, field, 'no place');
  }
  const dates = all('PY', 'Y1', 'DA');
  // Web of Science has the date of early access in C6, before a paper has a year of publication.
  const isEarly = dates.every(({ value }) => value === '') && all('C6').some(({ value }) => readForeignDate(value));
  addDates(record, isEarly ? all('C6') : dates);
  if (!isEarly) for (const field of all('C6')) addOnlineDate(record, field);
  addPagesFromFields(record, all('SP'), all('EP'), all('C7'));
  for (const field of all('SN'))
    if (withNumber.has(record.kind) && /\p{L}/u.test(field.value.replace(/X$/i, ''))) setText(record, 'number', field);
    else addSerialNumbers(record, [field], bookTypes.has(record.kind));
  // Last, because addresses and notes may refer to authors. Ovid and Embase write the author before the address.
  const named = isOfWos(text) && !/^C(?:ONF|PAPER)$/.test(record.kind) ? all('AD', 'C1') : all('AD');
  const addresses = named.flatMap((field) => [field.value, ...field.lines]);
  if (addresses.length > 0) {
    const find = createAuthorFinder(record.authors);
    for (const address of addresses) addNamedAddress(record, address.trim(), find);
  }
  for (const field of all('AO', 'AI')) addOvidOrcids(record, field);
  for (const field of all('N1', 'RN'))
    for (const value of [field.value, ...field.lines]) addRisNote(record, { ...field, value });
  const words = all('M3').map(({ value }) => value);
  if (words.some((word) => /\bretracted publication\b/i.test(word))) record.status = 'retracted';
  resolveStatus(record);
  if (/^C(?:ONF|PAPER)$/.test(record.kind)) resolveEvent(record);
  record.type = risType(record.kind, words, record.container !== undefined);
  if (!risTypes.has(record.kind))
    reportUnplaced(record, { name: 'TY', value: record.kind, line: record.line }, 'no place');
  return record;
}

/** The fields without the authors in A1 that AU repeats. */
function withoutSecondAuthors(fields: readonly RisField[]): readonly RisField[] {
  const key = ({ value, lines }: RisField): string => [value, ...lines].join('\n').trim();
  const known = new Set(fields.flatMap((field) => (field.name === 'AU' ? [key(field)] : [])));
  return fields.filter((field) => field.name !== 'A1' || !known.has(key(field)));
}

/** Adds a note of a program that writes several fields into one, or of our own writer. */
function addRisNote(record: MutableRecord, field: RisField): void {
  if (!addScopusNote(record, field) && !addEbscoNote(record, field)) addNote(record, field);
}

/** EndNote has the short title of the journal first where PubMed has it: `T2 - J Sleep`, `J2 - Journal of sleep`. */
function resolveShortTitle(record: MutableRecord): void {
  const { container = '', abbreviation = '' } = record;
  const words = container.split(/[\s.]+/).filter(Boolean);
  let at = 0;
  const others = abbreviation.toLowerCase().split(/[^\p{L}\d]+/u);
  const abbreviates = words.every((word) => {
    at = others.findIndex((other, index) => index >= at && other.startsWith(word.toLowerCase())) + 1;
    return at > 0;
  });
  if (words.length === 0 || container.length >= abbreviation.length || !abbreviates) return;
  record.container = abbreviation;
  record.abbreviation = container;
}

function addContainer(record: MutableRecord, field: RisField): void {
  const short = field.name === 'JO' || field.name === 'J1' || field.name === 'J2' || field.name === 'JA';
  const sameAs = (other: string | undefined): boolean => other?.toLowerCase() === field.value.trim().toLowerCase();
  if (sameAs(record.container) || sameAs(record.abbreviation)) return;
  if (field.name === 'C3' && !/^C(?:ONF|PAPER)$/.test(record.kind ?? '')) {
    reportUnplaced(record, field, 'no place');
    return;
  }
  if (field.name === 'BT' && record.kind === 'BOOK' && record.title === undefined) setText(record, 'title', field);
  else setText(record, short ? 'abbreviation' : 'container', field);
}

function addPagesFromFields(
  record: MutableRecord,
  starts: readonly RisField[],
  ends: readonly RisField[],
  numbers: readonly RisField[],
): void {
  for (const field of numbers) setText(record, 'articleNumber', field);
  for (const [index, field] of starts.entries()) {
    if (field.value === '') continue;
    const last = index === 0 ? ends[0] : undefined;
    const end = last && !isPlaceholder(last.value) ? last.value : '';
    if (last && end === '') reportUnplaced(record, last, 'placeholder');
    if (end === '' && withPagesTotal.has(record.kind ?? '') && pagesTotal.test(field.value)) {
      setText(record, 'pagesTotal', field);
    } else if (end === '') {
      if (field.value !== record.articleNumber) addPagination(record, field);
    } else {
      const pages = field.value === end ? readPageRange(field.value) : readWholeRange(field.value, end);
      if (pages) addPages(record, field, pages);
      else reportUnplaced(record, { ...field, value: `${field.value} - ${end}` }, 'unreadable');
    }
  }
  for (const field of starts.length === 0 ? ends : ends.slice(1)) reportUnplaced(record, field, 'no place');
}

/** `312`, `xii, 312`, `312 p.` */
const pagesTotal = /^(?:[ivxlc]+[,+ ]{1,3})?\d+(?: ?p(?:p|ages)?\.?)?$/i;

/** The page range from two fields, which may hold hyphens; undefined if they are not pages. */
function readWholeRange(first: string, last: string) {
  if (/^no$/i.test(first) && /^specified$/i.test(last)) return undefined;
  return readPageRange(`${first}-${last}`) ?? (/[\s<>{}\\]/.test(first + last) ? undefined : { first, last });
}

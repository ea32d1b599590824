import type { PublicationType } from '../../domain/publication/publication-type.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPages, addPagination, readPageRange } from '../record/pagination.ts';
import { findTypeAmong, findTypeInWords } from '../record/publication-kinds.ts';
import { resolveStatus } from '../record/read-note.ts';
import {
  addAuthorAffiliation,
  addAffiliation,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  setText,
  createRecord,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { addNamedAddress, splitNamedAddress } from '../authors/named-address.ts';
import { addCorrespondence, addWosFunding, addWosOrcids, setWosEventDate, setWosOpenAccess } from './wos-values.ts';

export interface WosField extends SourceField {
  readonly lines: readonly string[];
}

export function readWosRecord(fields: readonly WosField[]): ForeignRecord {
  const record = createRecord(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly WosField[] => fields.filter(({ name }) => names.includes(name));
  const text = (name: string): string => all(name)[0]?.value ?? '';
  addAuthors(record, all('AF').length > 0 ? all('AF') : all('AU'), all('AU'), all('CA'));
  for (const field of fields) {
    const target = textFields.get(field.name);
    if (target) setText(record, target, field);
    else if (Object.hasOwn(readers, field.name)) readers[field.name]?.(record, field);
    else if (!readLater.has(field.name))
      reportUnplaced(record, field, databaseTags.has(field.name) ? 'database' : 'no place');
  }
  for (const field of all('JI')) setText(record, 'abbreviation', field);
  // J9 is the abbreviation in capitals.
  for (const field of all('J9'))
    if (record.abbreviation === undefined) setText(record, 'abbreviation', field);
    else if (record.abbreviation !== field.value) reportUnplaced(record, field, 'database');
  // Early access: the paper has no volume and no year of publication yet.
  const early = all('EA', 'EY');
  if (all('PY').length > 0) for (const field of early) addOnlineDate(record, field);
  addDates(record, [
    ...(all('PY').length > 0 ? all('PY') : early),
    ...all('PD').map((field) => ({ ...field, value: dateOf(field.value, text('PY')) })),
  ]);
  addSerialNumbers(record, [
    ...all('SN'),
    ...all('EI').map((field) => ({ ...field, value: `${field.value} (electronic)` })),
    ...all('BN'),
  ]);
  addPagesFromFields(record, all('BP'), all('EP'), all('PS'));
  addCorrespondingAuthors(record, all('RP'));
  // Web of Science has the city of the publisher of every journal too.
  for (const field of all('PI'))
    if (text('PT') === 'J') reportUnplaced(record, field, 'database');
    else setText(record, 'place', field);
  const words = all('DT').flatMap(({ value }) => value.split(/;\s*/));
  record.kind = [text('PT'), text('DT')].filter(Boolean).join(' ');
  record.type = typeOf(text('PT'), words);
  for (const value of findTypeAmong(words).others)
    reportUnplaced(record, { name: 'DT', value, line: record.line }, 'no place');
  if (words.includes('Retracted Publication')) record.status = 'retracted';
  resolveStatus(record);
  return record;
}

/** Adds `Karimi, S (corresponding author), Address.; Müller, J (corresponding author), Address.` */
function addCorrespondingAuthors(record: MutableRecord, fields: readonly WosField[]): void {
  const find = fields.length > 0 ? createAuthorFinder(record.authors) : () => undefined;
  for (const field of fields)
    for (const item of field.value.split(/(?<=\.) ?; /)) {
      const { authors, address } = splitNamedAddress(item, find);
      const value = address.replace(/\.$/, '');
      if (authors.length === 0) reportUnplaced(record, { ...field, value: item }, 'database');
      else addCorrespondence(record, { ...field, value }, authors);
    }
}

/** One author per line; older files have all on one line, separated by semicolons. */
function addAuthors(
  record: MutableRecord,
  names: readonly WosField[],
  short: readonly WosField[],
  groups: readonly WosField[],
): void {
  const listed = (fields: readonly WosField[]): readonly string[] =>
    fields
      .flatMap(({ lines }) => lines.flatMap((line) => line.split(/[;؛]\s*/)))
      .map((name) => name.trim())
      .filter(Boolean);
  for (const name of listed(names)) record.authors.push(personAuthor(name));
  for (const name of listed(groups)) record.authors.push(groupAuthor(name));
  if (names !== short && listed(names).length !== listed(short).length)
    for (const field of short) reportUnplaced(record, field, 'second value');
}

/**
 * Normalises `04 2006` of the given year to `2006/04//`. Other forms, such as `JUN 14` or `2006 May-Jun`, are returned
 * as written.
 */
function dateOf(value: string, year: string): string {
  const [, month = '', of = ''] = /^(\d{1,2}) (\d{4})$/.exec(value) ?? [];
  if (of !== '' && of === year) return `${of}/${month.padStart(2, '0')}//`;
  return value;
}

type FieldReader = (record: MutableRecord, field: WosField) => void;

const addKeywords: FieldReader = (record, { value }) => {
  for (const word of value.split(/;\s*/))
    if (word.trim() !== '' && !record.keywords.includes(word.trim())) record.keywords.push(word.trim());
};

const readers: Readonly<Record<string, FieldReader>> = {
  DE: addKeywords,
  // Keywords Plus: Web of Science finds them in the references, they are not the authors' keywords.
  ID: (record, field) => reportUnplaced(record, field, 'no place'),
  AB: (record, { value }) => {
    if (value !== '') record.abstracts.push({ sections: [{ text: value }] });
  },
  LA: addLanguage,
  // `[Family, Given; …] Address`, or an address alone.
  C1: (record, field) => {
    const find = createAuthorFinder(record.authors);
    const whole = field.lines.reduce<string[]>((items, line) => {
      if (items.length === 0 || line.startsWith('[') || /\.$/.test(items.at(-1) ?? '')) return [...items, line];
      return [...items.slice(0, -1), `${items.at(-1)} ${line}`];
    }, []);
    for (const item of whole) {
      const [, names, address] = /^\[([^\]]+)\](.+)$/.exec(item) ?? [];
      const affiliation = (address ?? item).replace(/\.$/, '').trim();
      if (affiliation === '') continue;
      const authors = names?.split(/;\s*/).map((name) => find(name.trim()));
      // INSPEC and Zoological Record write the names without brackets.
      if (!authors) addNamedAddress(record, affiliation, find);
      else if (authors.includes(undefined)) addAffiliation(record, affiliation);
      for (const author of authors ?? []) if (author !== undefined) addAuthorAffiliation(record, author, affiliation);
    }
  },
  BE: (record, field) => {
    for (const name of field.lines) record.editors.push(personAuthor(name));
  },
  CY: setWosEventDate,
  FU: addWosFunding,
  OA: setWosOpenAccess,
  OI: addWosOrcids,
};

function addPagesFromFields(
  record: MutableRecord,
  starts: readonly WosField[],
  ends: readonly WosField[],
  both: readonly WosField[],
): void {
  const [start, end] = [starts[0], ends[0]];
  // `+`: the pages are not consecutive.
  if (start && start.value !== '' && end && !/^\+?$/.test(end.value)) {
    const pages = readPageRange(`${start.value}-${end.value}`) ?? { first: start.value, last: end.value };
    addPages(record, { ...start, value: `${start.value}-${end.value}` }, pages);
    for (const field of [...starts.slice(1), ...ends.slice(1)]) reportUnplaced(record, field, 'second value');
  } else {
    for (const field of [...starts, ...(start ? [] : both)]) if (field.value !== '') addPagination(record, field);
    for (const field of ends) if (field.value !== '+') reportUnplaced(record, field, 'no place');
  }
}

function typeOf(kind: string, words: readonly string[]): PublicationType {
  const named = findTypeInWords(words.map((word) => (word === 'Article' ? '' : word)).filter(Boolean));
  if (kind === 'P') return 'patent';
  if (kind === 'B') return named === 'chapter' || named === 'conference-paper' ? named : 'book';
  return named ?? (kind === 'S' ? 'conference-paper' : 'article');
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['TI', 'title'],
  ['SO', 'container'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['AR', 'articleNumber'],
  ['DI', 'doi'],
  ['PM', 'pmid'],
  ['PU', 'publisher'],
  ['SE', 'series'],
  ['CT', 'eventName'],
  ['CL', 'eventPlace'],
]);

const readLater: ReadonlySet<string> = new Set('PT AU AF CA DT PY EA EY PD SN EI BN BP EP PS RP JI J9 PI'.split(' '));

const databaseTags: ReadonlySet<string> = new Set(
  'AN UT TC Z9 NR PG GA SC WC CR EM PA PV CO RI DA HC HP U1 U2 D2 C3 WE ZB ZS Z8 ZR ZA'.split(' '),
);

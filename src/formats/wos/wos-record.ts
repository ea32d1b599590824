import type { PublicationType } from '../../domain/publication/publication-type.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { placeDates } from '../record/foreign-date.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { placePages, placePagination, readPageRange } from '../record/pagination.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import { resolveStatus } from '../record/read-note.ts';
import {
  affiliate,
  affiliationNumber,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  place,
  startSketch,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from '../record/record-sketch.ts';
import { placeNumbers } from '../record/serial-numbers.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

export interface WosField extends SourceField {
  readonly lines: readonly string[];
}

export function readWosRecord(fields: readonly WosField[]): ForeignRecord {
  const sketch = startSketch(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly WosField[] => fields.filter(({ name }) => names.includes(name));
  const text = (name: string): string => all(name)[0]?.value ?? '';
  placeAuthors(sketch, all('AF').length > 0 ? all('AF') : all('AU'), all('AU'), all('CA'));
  for (const field of fields) {
    const slot = slots.get(field.name);
    if (slot) place(sketch, slot, field);
    else if (Object.hasOwn(readers, field.name)) readers[field.name]?.(sketch, field);
    else if (!later.has(field.name))
      reportUnplaced(sketch, field, databaseTags.has(field.name) ? 'database' : 'no place');
  }
  for (const field of all('JI', 'J9')) if (sketch.abbreviation === undefined) place(sketch, 'abbreviation', field);
  placeDates(sketch, [
    ...all('PY'),
    ...all('PD').map((field) => ({ ...field, value: dateOf(field.value, text('PY')) })),
  ]);
  placeNumbers(sketch, [
    ...all('SN'),
    ...all('EI').map((field) => ({ ...field, value: `${field.value} (electronic)` })),
    ...all('BN'),
  ]);
  placePagesOf(sketch, all('BP'), all('EP'), all('PS'));
  placeOrcids(sketch, all('OI'));
  const words = text('DT').split(/;\s*/);
  sketch.kind = [text('PT'), text('DT')].filter(Boolean).join(' ');
  sketch.type = typeOf(text('PT'), words);
  resolveStatus(sketch);
  return sketch;
}

/** One author a line; older files put them all on one, with semicolons. */
function placeAuthors(
  sketch: RecordSketch,
  names: readonly WosField[],
  short: readonly WosField[],
  groups: readonly WosField[],
): void {
  const listed = (fields: readonly WosField[]): readonly string[] =>
    fields
      .flatMap(({ lines }) => lines.flatMap((line) => line.split(/;\s*/)))
      .map((name) => name.trim())
      .filter(Boolean);
  for (const name of listed(names)) sketch.authors.push(personAuthor(name));
  for (const name of listed(groups)) sketch.authors.push(groupAuthor(name));
  if (names !== short && listed(names).length !== listed(short).length)
    for (const field of short) reportUnplaced(sketch, field, 'second value');
}

/** `JUN 14`, `SEP`, `04 2006`, `2006 May-Jun`, `2006`. */
function dateOf(value: string, year: string): string {
  const [, month = '', of = ''] = /^(\d{1,2}) (\d{4})$/.exec(value) ?? [];
  if (of !== '' && of === year) return `${of}/${month.padStart(2, '0')}//`;
  return value;
}

type Reader = (sketch: RecordSketch, field: WosField) => void;

const addKeywords: Reader = (sketch, { value }) => {
  for (const word of value.split(/;\s*/))
    if (word.trim() !== '' && !sketch.keywords.includes(word.trim())) sketch.keywords.push(word.trim());
};

const readers: Readonly<Record<string, Reader>> = {
  DE: addKeywords,
  // Not the authors' own, but what Web of Science finds in the references.
  ID: (sketch, field) => reportUnplaced(sketch, field, 'no place'),
  AB: (sketch, { value }) => {
    if (value !== '') sketch.abstracts.push({ sections: [{ text: value }] });
  },
  LA: placeLanguage,
  // `[Family, Given; …] Address`, or an address alone.
  C1: (sketch, field) => {
    const whole = field.lines.reduce<string[]>((items, line) => {
      if (items.length === 0 || line.startsWith('[') || /\.$/.test(items.at(-1) ?? '')) return [...items, line];
      return [...items.slice(0, -1), `${items.at(-1)} ${line}`];
    }, []);
    for (const item of whole) {
      const [, names, address] = /^\[([^\]]+)\](.+)$/.exec(item) ?? [];
      const place = (address ?? item).replace(/\.$/, '').trim();
      if (place === '') continue;
      const numbers = names
        ?.split(/;\s*/)
        .map((name) => sketch.authors.findIndex((author) => author.name === name.trim()));
      if (!numbers || numbers.includes(-1)) affiliationNumber(sketch, place);
      for (const number of numbers ?? []) if (number >= 0) affiliate(sketch, number, place);
    }
  },
  BE: (sketch, field) => {
    for (const name of field.lines) sketch.editors.push(personAuthor(name));
    reportUnplaced(sketch, field, 'no place');
  },
  FU: (sketch, field) => {
    for (const item of field.value.split(/;\s*/)) {
      const { before: funder, inside: awards } = splitTrailingBracket(item);
      if (funder === '') continue;
      if (awards === '') sketch.funding.push({ funder });
      else for (const award of awards.split(/,\s*/)) sketch.funding.push({ funder, award });
    }
  },
  OA: (sketch, field) => {
    const kind = /gold|hybrid|bronze|green/i.exec(field.value)?.[0].toLowerCase();
    if (kind === 'gold' || kind === 'hybrid' || kind === 'bronze' || kind === 'green') sketch.openAccess = kind;
    else reportUnplaced(sketch, field, 'no place');
  },
};

function placePagesOf(
  sketch: RecordSketch,
  starts: readonly WosField[],
  ends: readonly WosField[],
  both: readonly WosField[],
): void {
  const [start, end] = [starts[0], ends[0]];
  if (start && start.value !== '' && end && end.value !== '') {
    const pages = readPageRange(`${start.value}-${end.value}`) ?? { first: start.value, last: end.value };
    placePages(sketch, { ...start, value: `${start.value}-${end.value}` }, pages);
  } else
    for (const field of [...starts, ...(start ? [] : both)]) if (field.value !== '') placePagination(sketch, field);
}

/** `Family, Given/0000-0002-1825-0097; …`. */
function placeOrcids(sketch: RecordSketch, fields: readonly WosField[]): void {
  for (const field of fields)
    for (const item of field.value.split(/;\s*/)) {
      const [, name = '', orcid = ''] = /^(.*)\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(item.trim()) ?? [];
      const at = sketch.authors.findIndex((author) => author.name === name);
      const author = sketch.authors[at];
      if (author) sketch.authors[at] = { ...author, orcid };
      else reportUnplaced(sketch, { ...field, value: item }, 'unreadable');
    }
}

function typeOf(kind: string, words: readonly string[]): PublicationType {
  const named = typeOfWords(words.map((word) => (word === 'Article' ? '' : word)).filter(Boolean));
  if (kind === 'P') return 'patent';
  if (kind === 'B') return named === 'chapter' ? 'chapter' : 'book';
  return named ?? (kind === 'S' ? 'conference-paper' : 'article');
}

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['TI', 'title'],
  ['SO', 'container'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['AR', 'articleNumber'],
  ['DI', 'doi'],
  ['PM', 'pmid'],
  ['PU', 'publisher'],
]);

const later: ReadonlySet<string> = new Set('PT AU AF CA DT PY PD SN EI BN BP EP PS OI JI J9'.split(' '));

const databaseTags: ReadonlySet<string> = new Set(
  'AN UT TC Z9 NR PG GA SC WC CR RP EM PI PA PV CO RI DA HC HP U1 U2 D2 C3 WE ZB ZS Z8 ZR ZA OA'.split(' '),
);

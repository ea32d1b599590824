import { formatPartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import type { PublicationStatus } from '../../domain/publication/publication.ts';
import { publicationStatuses } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import type { ForeignAuthor, ForeignRecord } from '../record/foreign-record.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeInWords, typesByName } from '../record/publication-kinds.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import {
  groupAuthor,
  reportUnplaced,
  personAuthor,
  setText,
  resolveContainer,
  createRecord,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/**
 * Reads one item of CSL-JSON. `line` is its 1-based position in the file.
 * https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export function readCslItem(item: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line);
  record.kind = text(item['type']);
  for (const [name, value] of Object.entries(item)) {
    const field: SourceField = { name, value: text(value), line };
    const target = textFields.get(name);
    if (target) setText(record, target, field);
    else if (Object.hasOwn(readers, name)) readers[name]?.(record, field, value);
    else if (!readLater.has(name)) reportUnplaced(record, field, 'no place');
  }
  resolveContainer(record);
  for (const name of ['ISSN', 'ISBN'])
    addSerialNumbers(
      record,
      [{ name, value: text(item[name]), line }].filter(({ value }) => value !== ''),
      name === 'ISBN',
    );
  addNumber(record, item, line);
  for (const note of text(item['note']).split(/\n+/)) addNote(record, { name: 'note', value: note, line });
  addCustomFields(record, item['custom'], line);
  resolveStatus(record);
  const known = types.get(record.kind);
  const named = findTypeInWords([text(item['genre'])].filter(Boolean));
  record.type = moreSpecificType(known, named);
  const thesis = record.type === 'thesis' && findThesisKind(text(item['genre'])) !== undefined;
  if (thesis) record.thesisKind = text(item['genre']);
  // A presentation has no other container than its event.
  if (record.type === 'poster' && record.container === undefined && record.eventName !== undefined)
    record.container = record.eventName;
  if (known === undefined && record.kind !== '')
    reportUnplaced(record, { name: 'type', value: record.kind, line }, 'no place');
  if (item['genre'] !== undefined && named === undefined && !thesis)
    reportUnplaced(record, { name: 'genre', value: text(item['genre']), line }, 'no place');
  return record;
}

function moreSpecificType(known: PublicationType | undefined, named: PublicationType | undefined): PublicationType {
  if (known === undefined) return named ?? 'article';
  const may: Readonly<Partial<Record<PublicationType, readonly PublicationType[]>>> = {
    article: [
      'review',
      'editorial',
      'letter',
      'preprint',
      'protocol',
      'poster',
      'report',
      'dataset',
      'software',
      'media',
    ],
    preprint: ['article', 'review', 'report', 'thesis', 'protocol'],
    report: ['protocol', 'preprint', 'thesis'],
    poster: ['media', 'conference-paper'],
  };
  return named !== undefined && may[known]?.includes(named) ? named : known;
}

type FieldReader = (record: MutableRecord, field: SourceField, value: unknown) => void;

const addNames =
  (target: 'authors' | 'editors' | 'translators' | 'seriesEditors'): FieldReader =>
  (record, field, value) => {
    for (const name of list(value)) {
      const author = readName(name);
      if (author) record[target].push(author);
      if (author) reportOtherProperties(record, name, knownOfNames, field);
      else reportUnplaced(record, { ...field, value: text(name) }, 'unreadable');
    }
  };

const readers: Readonly<Record<string, FieldReader>> = {
  type: () => undefined,
  author: addNames('authors'),
  editor: addNames('editors'),
  translator: addNames('translators'),
  'collection-editor': addNames('seriesEditors'),
  accessed: (record, field, value) => {
    const date = readCslDate(value);
    if (date === undefined) reportUnplaced(record, field, 'unreadable');
    else if (hasOtherText(value)) reportUnplaced(record, field, 'no place');
    if (date !== undefined) setText(record, 'accessed', field, formatPartialDate(date));
  },
  'available-date': (record, field, value) => {
    const date = readCslDate(value);
    if (date === undefined) reportUnplaced(record, field, 'unreadable');
    else setText(record, 'online', field, formatPartialDate(date));
  },
  'event-date': (record, field, value) => {
    const dates = isMap(value) ? list(value['date-parts']).map((parts) => readCslDate({ 'date-parts': [parts] })) : [];
    const whole = dates.length > 0 ? dates : [readCslDate(value)];
    const known = whole.flatMap((date) => (date ? [formatPartialDate(date)] : []));
    if (known.length === 0) reportUnplaced(record, field, 'unreadable');
    else setText(record, 'eventDate', field, [...new Set(known)].join('/'));
  },
  issued: (record, field, value) => {
    const date = readCslDate(value);
    if (date === undefined) reportUnplaced(record, field, 'unreadable');
    else if (hasOtherText(value)) reportUnplaced(record, field, 'no place');
    if (date !== undefined) record.published = date;
    if (date) reportOtherProperties(record, value, knownOfDates, field);
  },
  abstract: (record, { value }) => {
    if (value.trim() !== '') record.abstracts.push({ sections: [{ text: value }] });
  },
  language: addLanguage,
  keyword: (record, { value }) => {
    for (const word of value.split(value.includes(', ') ? /, / : /[,;]\s*/))
      if (word.trim() !== '') record.keywords.push(word.trim());
  },
  status: (record, field) => {
    const status = publicationStatuses.find((known): known is PublicationStatus => known === field.value.toLowerCase());
    if (status) record.status = status;
    else reportUnplaced(record, field, 'no place');
  },
  page: (record, field) => addPagination(record, field),
};

/** Reports what a name or a date has beside what is read. */
function reportOtherProperties(
  record: MutableRecord,
  value: unknown,
  known: ReadonlySet<string>,
  { name, line }: SourceField,
): void {
  for (const [inner, one] of isMap(value) ? Object.entries(value) : [])
    if (!known.has(inner) && typeof one !== 'boolean')
      reportUnplaced(record, { name: `${name}.${inner}`, value: text(one), ...(line ? { line } : {}) }, 'no place');
}

const knownOfNames: ReadonlySet<string> = new Set(
  'family given literal name suffix dropping-particle non-dropping-particle ORCID sequence'.split(' '),
);
const knownOfDates: ReadonlySet<string> = new Set(['date-parts', 'raw', 'literal', 'date-time', 'timestamp']);

/** Adds `number`: the number of an arXiv preprint, of an article, or of a report or patent. */
function addNumber(record: MutableRecord, item: UnknownMap, line: number): void {
  const field = { name: 'number', value: text(item['number']), line };
  if (field.value === '') return;
  const arxiv = /^arXiv:\s*(\S+)$/i.exec(field.value)?.[1];
  if (arxiv !== undefined) setText(record, 'arxiv', field, arxiv);
  else setText(record, types.get(record.kind ?? '') === 'article' ? 'articleNumber' : 'number', field);
}

/** Adds the names in other scripts that our own writer puts into `custom`. */
function addCustomFields(record: MutableRecord, custom: unknown, line: number): void {
  if (custom === undefined) return;
  if (!isMap(custom)) {
    reportUnplaced(record, { name: 'custom', value: text(custom), line }, 'no place');
    return;
  }
  for (const [name, value] of Object.entries(custom)) {
    if (name === 'native-names' && isMap(value))
      for (const [printed, native] of Object.entries(value)) addNativeNames(record, printed, native, line);
    else reportUnplaced(record, { name: `custom.${name}`, value: text(value), line }, 'no place');
  }
}

function addNativeNames(record: MutableRecord, printed: string, native: unknown, line: number): void {
  const at = record.authors.findIndex(({ name, group }) => {
    const parsed = group ? undefined : parsePersonName(name);
    return (parsed?.ok ? parsed.value.printed : name) === printed;
  });
  const author = record.authors[at];
  if (!author || !isMap(native))
    reportUnplaced(record, { name: 'custom.native-names', value: `${printed}: ${text(native)}`, line }, 'unreadable');
  else
    record.authors[at] = {
      ...author,
      native: Object.fromEntries(Object.entries(native).map(([lang, name]) => [lang, text(name)])),
    };
}

/** Formats a CSL name as `Family, Given, Suffix`, with particles in the family name; undefined if it is empty. */
function readName(name: unknown): ForeignAuthor | undefined {
  if (typeof name === 'string') return name.trim() === '' ? undefined : personAuthor(name.trim());
  if (!isMap(name)) return undefined;
  const part = (key: string): string => text(name[key]).trim();
  const group = part('literal') || part('name');
  const orcid = withoutOrcidAddress(part('ORCID'));
  const known = orcid === '' ? {} : { orcid };
  if (group !== '') return { ...groupAuthor(group), ...known };
  const family = [part('non-dropping-particle'), part('family')]
    .filter(Boolean)
    .join(' ')
    .replace(/(['’‐-]) /, '$1');
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  const suffix = part('suffix');
  if (family === '') return given === '' ? undefined : { ...personAuthor(given), ...known };
  const written = suffix === '' ? (given === '' ? family : `${family}, ${given}`) : `${family}, ${given}, ${suffix}`;
  return { ...personAuthor(written), ...known };
}

/** True for a date in words that are not all of a date: `circa 2020/forthcoming`. */
const hasOtherText = (value: unknown): boolean => {
  const words = isMap(value) ? [value['raw'], value['literal']].map(text) : [text(value)];
  return words.some((written) => written !== '' && readForeignDate(written)?.rest !== undefined);
};

export function readCslDate(value: unknown) {
  if (typeof value === 'string') return readForeignDate(value)?.date;
  if (!isMap(value)) return undefined;
  const parts = list(list(value['date-parts'])[0]).map(text).filter(Boolean);
  if (parts.length > 0 && list(value['date-parts']).length === 1) {
    const [year = '', ...rest] = parts;
    const read = parsePartialDate([year.padStart(4, '0'), ...rest.map((part) => part.padStart(2, '0'))].join('-'));
    if (read.ok) return read.value;
  }
  const raw = text(value['raw']) || text(value['literal']) || parts[0] || '';
  return raw === '' ? undefined : readForeignDate(raw)?.date;
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['id', 'key'],
  ['title', 'title'],
  ['container-title', 'container'],
  ['event-title', 'eventName'],
  ['event', 'eventName'],
  ['event-place', 'eventPlace'],
  ['container-title-short', 'abbreviation'],
  ['journalAbbreviation', 'abbreviation'],
  ['publisher', 'publisher'],
  ['edition', 'edition'],
  ['collection-title', 'series'],
  ['collection-number', 'seriesNumber'],
  ['publisher-place', 'place'],
  ['number-of-pages', 'pagesTotal'],
  ['chapter-number', 'chapter'],
  ['version', 'version'],
  ['original-title', 'originalTitle'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['DOI', 'doi'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['URL', 'url'],
]);

/** Properties that `readCslItem` reads after the others. */
const readLater: ReadonlySet<string> = new Set(['ISSN', 'ISBN', 'number', 'note', 'custom', 'genre']);

const types: ReadonlyMap<string, PublicationType> = typesByName({
  article: 'article-journal article-magazine article-newspaper entry-encyclopedia-article',
  preprint: 'article manuscript',
  review: 'review',
  book: 'book classic collection',
  chapter: 'chapter entry entry-dictionary entry-encyclopedia',
  'conference-paper': 'paper-conference',
  thesis: 'thesis',
  report: 'report standard regulation legislation bill',
  dataset: 'dataset',
  software: 'software',
  protocol: 'document',
  poster: 'speech',
  media: 'webpage post post-weblog broadcast motion_picture song graphic interview',
  patent: 'patent',
});

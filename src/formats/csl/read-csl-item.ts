import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import type { PublicationStatus } from '../../domain/publication/publication.ts';
import { publicationStatuses } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import type { ForeignAuthor, ForeignRecord } from '../record/foreign-record.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { isMap, list, text, type JsonMap } from '../record/json-values.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { placePagination } from '../record/pagination.ts';
import { typeOfWords, typesByName } from '../record/publication-kinds.ts';
import { placeNote, resolveStatus } from '../record/read-note.ts';
import {
  groupAuthor,
  reportUnplaced,
  personAuthor,
  place,
  resolveContainer,
  startSketch,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from '../record/record-sketch.ts';
import { placeNumbers } from '../record/serial-numbers.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';

/**
 * One item of CSL-JSON; `line` is its number in the file.
 * https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export function readCslItem(item: JsonMap, line: number): ForeignRecord {
  const sketch = startSketch(line);
  sketch.kind = text(item['type']);
  for (const [name, value] of Object.entries(item)) {
    const field: SourceField = { name, value: text(value), line };
    const slot = slots.get(name);
    if (slot) place(sketch, slot, field);
    else if (Object.hasOwn(placers, name)) placers[name]?.(sketch, field, value);
    else if (!later.has(name)) reportUnplaced(sketch, field, 'no place');
  }
  resolveContainer(sketch);
  for (const name of ['ISSN', 'ISBN'])
    placeNumbers(
      sketch,
      [{ name, value: text(item[name]), line }].filter(({ value }) => value !== ''),
      name === 'ISBN',
    );
  placeNumber(sketch, item, line);
  for (const note of text(item['note']).split(/\n+/)) placeNote(sketch, { name: 'note', value: note, line });
  placeCustom(sketch, item['custom'], line);
  resolveStatus(sketch);
  const known = types.get(sketch.kind);
  const named = typeOfWords([text(item['genre'])].filter(Boolean));
  sketch.type = finer(known, named);
  if (known === undefined && sketch.kind !== '')
    reportUnplaced(sketch, { name: 'type', value: sketch.kind, line }, 'no place');
  if (item['genre'] !== undefined && named === undefined)
    reportUnplaced(sketch, { name: 'genre', value: text(item['genre']), line }, 'no place');
  return sketch;
}

function finer(known: PublicationType | undefined, named: PublicationType | undefined): PublicationType {
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

type Placer = (sketch: RecordSketch, field: SourceField, value: unknown) => void;

const placers: Readonly<Record<string, Placer>> = {
  type: () => undefined,
  author: (sketch, field, value) => {
    for (const name of list(value)) {
      const author = readName(name);
      if (author) sketch.authors.push(author);
      else reportUnplaced(sketch, { ...field, value: text(name) }, 'unreadable');
    }
  },
  editor: (sketch, field, value) => {
    for (const name of list(value)) {
      const author = readName(name);
      if (author) sketch.editors.push(author);
      reportUnplaced(sketch, { ...field, value: author?.name ?? text(name) }, 'no place');
    }
  },
  issued: (sketch, field, value) => {
    const date = readCslDate(value);
    if (date === undefined) reportUnplaced(sketch, field, 'unreadable');
    else sketch.published = date;
  },
  abstract: (sketch, { value }) => {
    if (value.trim() !== '') sketch.abstracts.push({ sections: [{ text: value }] });
  },
  language: placeLanguage,
  keyword: (sketch, { value }) => {
    for (const word of value.split(value.includes(', ') ? /, / : /[,;]\s*/))
      if (word.trim() !== '') sketch.keywords.push(word.trim());
  },
  status: (sketch, field) => {
    const status = publicationStatuses.find((known): known is PublicationStatus => known === field.value.toLowerCase());
    if (status) sketch.status = status;
    else reportUnplaced(sketch, field, 'no place');
  },
  page: (sketch, field) => placePagination(sketch, field),
};

/** `number` is an article number beside pages, the number of an arXiv preprint, or one that content has no field for. */
function placeNumber(sketch: RecordSketch, item: JsonMap, line: number): void {
  const field = { name: 'number', value: text(item['number']), line };
  if (field.value === '') return;
  const arxiv = /^arXiv:\s*(\S+)$/i.exec(field.value)?.[1];
  if (arxiv !== undefined) place(sketch, 'arxiv', field, arxiv);
  else if (types.get(sketch.kind ?? '') === 'article' || sketch.pages) place(sketch, 'articleNumber', field);
  else reportUnplaced(sketch, field, 'no place');
}

/** What our own writer has no CSL variable for. */
function placeCustom(sketch: RecordSketch, custom: unknown, line: number): void {
  if (custom === undefined) return;
  if (!isMap(custom)) {
    reportUnplaced(sketch, { name: 'custom', value: text(custom), line }, 'no place');
    return;
  }
  for (const [name, value] of Object.entries(custom)) {
    if (name === 'translated-titles' && isMap(value))
      for (const [lang, title] of Object.entries(value)) sketch.titles.push({ lang, text: text(title) });
    else if (name === 'native-names' && isMap(value))
      for (const [printed, native] of Object.entries(value)) placeNative(sketch, printed, native, line);
    else reportUnplaced(sketch, { name: `custom.${name}`, value: text(value), line }, 'no place');
  }
}

function placeNative(sketch: RecordSketch, printed: string, native: unknown, line: number): void {
  const at = sketch.authors.findIndex(({ name, group }) => {
    const parsed = group ? undefined : parsePersonName(name);
    return (parsed?.ok ? parsed.value.printed : name) === printed;
  });
  const author = sketch.authors[at];
  if (!author || !isMap(native))
    reportUnplaced(sketch, { name: 'custom.native-names', value: `${printed}: ${text(native)}`, line }, 'unreadable');
  else
    sketch.authors[at] = {
      ...author,
      native: Object.fromEntries(Object.entries(native).map(([lang, name]) => [lang, text(name)])),
    };
}

/** `Family, Given, Suffix`, the particles with the family. */
function readName(name: unknown): ForeignAuthor | undefined {
  if (typeof name === 'string') return name.trim() === '' ? undefined : personAuthor(name.trim());
  if (!isMap(name)) return undefined;
  const part = (key: string): string => text(name[key]).trim();
  const group = part('literal') || part('name');
  const orcid = part('ORCID').replace(/^https?:\/\/orcid\.org\//i, '');
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

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['id', 'key'],
  ['title', 'title'],
  ['container-title', 'container'],
  ['event-title', 'container'],
  ['event', 'container'],
  ['container-title-short', 'abbreviation'],
  ['journalAbbreviation', 'abbreviation'],
  ['publisher', 'publisher'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['DOI', 'doi'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['URL', 'url'],
]);

/** Properties that `readCslItem` reads after all others. */
const later: ReadonlySet<string> = new Set(['ISSN', 'ISBN', 'number', 'note', 'custom', 'genre']);

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

import type { PublicationType } from '../domain/publication-type.ts';
import type { ForeignRecord } from './foreign-record.ts';
import { placeDates } from './foreign-date.ts';
import { readLanguage } from './foreign-language.ts';
import { placePagination, placePages, readPageRange } from './pagination.ts';
import { typeOfWords } from './publication-kinds.ts';
import { placeNote, settleStatus } from './read-note.ts';
import {
  affiliate,
  affiliationNumber,
  groupAuthor,
  leaveOut,
  personAuthor,
  place,
  startSketch,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from './record-sketch.ts';
import { placeNumbers } from './serial-numbers.ts';
import { looksLikeGroup } from './group-names.ts';
import { trimEndOf } from '../domain/trim-end-of.ts';

/** A field of RIS, and the untagged lines after it. */
export interface RisField extends SourceField {
  readonly line: number;
  readonly lines: readonly string[];
}

/** One record from its fields, the first of which is TY. */
export function readRisRecord(given: readonly RisField[]): ForeignRecord {
  const sketch = startSketch(given[0]?.line ?? 1);
  const fields = given.map((field) => ({ ...field, value: wholeValue(field) }));
  const all = (...names: readonly string[]): readonly RisField[] => fields.filter(({ name }) => names.includes(name));
  const text = (name: string): string => all(name)[0]?.value ?? '';
  sketch.kind = text('TY');
  const known = types.get(sketch.kind);
  for (const field of fields) placeField(sketch, field, text);
  for (const field of all('T2', 'JF', 'BT', 'JO', 'J1', 'J2', 'JA', 'C3')) placeContainer(sketch, field);
  if (sketch.container === undefined && sketch.abbreviation !== undefined) {
    sketch.container = sketch.abbreviation;
    delete sketch.abbreviation;
  }
  // The titles that other programs repeat: of the record itself, or of its container.
  for (const field of all('ST', 'CT')) {
    const short = trimEndOf(field.value, /[.…\s]/);
    if (!sketch.title?.startsWith(short)) leaveOut(sketch, field, 'no place');
  }
  placeDates(sketch, all('PY', 'Y1', 'DA'));
  placePagesOf(sketch, all('SP'), all('EP'), all('C7'));
  placeNumbers(sketch, all('SN'), bookish.has(sketch.kind));
  // Last, because they may name the authors.
  for (const field of all('N1', 'RN'))
    for (const value of [field.value, ...field.lines]) placeNote(sketch, { ...field, value });
  settleStatus(sketch);
  sketch.type = typeOf(
    sketch,
    known,
    all('M3').map(({ value }) => value),
  );
  if (known === undefined) leaveOut(sketch, { name: 'TY', value: sketch.kind, line: sketch.line }, 'no place');
  return sketch;
}

/** Continuation lines belong to the text; in lists each is an item of its own, and `placeField` takes them one by one. */
function wholeValue(field: RisField): string {
  if (field.lines.length === 0 || listTags.has(field.name)) return field.value;
  return [field.value, ...field.lines]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(field.name === 'AB' || field.name === 'N2' ? '\n' : ' ');
}

function placeField(sketch: RecordSketch, field: RisField, text: (name: string) => string): void {
  const slot = slots.get(field.name);
  if (slot) {
    place(sketch, slot, field);
    return;
  }
  placers[field.name]?.(sketch, field, text);
  if (!(field.name in placers) && !later.has(field.name)) {
    leaveOut(sketch, field, databaseTags.has(field.name) ? 'database' : 'no place');
    for (const line of listTags.has(field.name) ? field.lines : [])
      leaveOut(sketch, { ...field, value: line }, 'no place');
  }
}

type Placer = (sketch: RecordSketch, field: RisField, text: (name: string) => string) => void;

const addAuthor: Placer = (sketch, field) => {
  for (const value of [field.value, ...field.lines]) {
    const name = trimEndOf(value.trim(), /,/);
    if (name !== '') sketch.authors.push(looksLikeGroup(name) ? groupAuthor(name) : personAuthor(name));
  }
};

const addEditor: Placer = (sketch, field) => {
  for (const value of [field.value, ...field.lines])
    if (value.trim() !== '') {
      sketch.editors.push(personAuthor(value.trim()));
      leaveOut(sketch, { ...field, value }, 'no place');
    }
};

const addAbstract: Placer = (sketch, field) => {
  if (field.value.trim() === '') return;
  if (sketch.abstracts.length === 0) sketch.abstracts.push({ sections: [{ text: field.value }] });
  else if (sketch.abstracts[0]?.sections[0]?.text !== field.value) leaveOut(sketch, field, 'second value');
};

const addLink: Placer = (sketch, field) => {
  const urls = field.value.split(/[\s;](?=https?:\/\/)/);
  for (const [index, part] of urls.entries()) {
    const url = (index < urls.length - 1 ? trimEndOf(part, /[\s;]/) : part).trim();
    if (url === '') continue;
    if (field.name === 'UR' && sketch.url === undefined) sketch.url = url;
    else if (sketch.url !== url && !sketch.links.some((link) => link.url === url))
      sketch.links.push({
        ...(field.name === 'L1' ? { rel: 'pdf' as const } : field.name === 'L2' ? { rel: 'fulltext' as const } : {}),
        url,
      });
  }
};

const placers: Readonly<Record<string, Placer>> = {
  AU: addAuthor,
  A1: addAuthor,
  A2: addEditor,
  ED: addEditor,
  TT: (sketch, { value }) => {
    if (value !== '') sketch.titles.push({ text: value });
  },
  AB: addAbstract,
  N2: addAbstract,
  KW: (sketch, field) => {
    for (const word of [field.value, ...field.lines]) if (word.trim() !== '') sketch.keywords.push(word.trim());
  },
  UR: addLink,
  L1: addLink,
  L2: addLink,
  LA: (sketch, field) => {
    if (field.value !== '') place(sketch, 'lang', field, readLanguage(field.value) ?? field.value);
  },
  AD: (sketch, field) => {
    for (const name of [field.value, ...field.lines]) if (name.trim() !== '') affiliationNumber(sketch, name.trim());
  },
  // `(Liu R.; Adler D.G., mail) Department …`: Embase.
  M1: (sketch, field, text) => {
    const match = /^\(([^)]+)\)\s+(\S.*)$/s.exec(field.value);
    const authors = match?.[1]?.split(/;\s*/).map((name) => (name.split(',')[0] ?? '').trim());
    const numbers = authors?.map((name) => sketch.authors.findIndex((author) => author.name === name));
    if (match?.[2] && numbers?.every((number) => number >= 0))
      for (const number of numbers) affiliate(sketch, number, match[2].trim());
    else if (isArticle(text('TY')) && /^\d+$/.test(field.value) && text('IS') === '') place(sketch, 'issue', field);
    else if (/^(?:copyright|©)/i.test(field.value)) place(sketch, 'copyright', field);
    else if (text('IS') !== field.value) leaveOut(sketch, field, 'no place');
  },
  M3: (sketch, field, text) => {
    const doi = /^(?:doi:?\s*)?(10\.\d{4,9}\/\S+)$/i.exec(field.value)?.[1];
    if (doi !== undefined) {
      if (!text('DO').endsWith(doi)) place(sketch, 'doi', field, doi);
    } else if (typeOfWords([field.value]) === undefined) leaveOut(sketch, field, 'no place');
  },
  AN: (sketch, field, text) => {
    const database = `${text('DB')} ${text('DP')}`.trim();
    if (/^[1-9]\d{0,7}$/.test(field.value) && (database === '' || /pubmed|medline|nlm/i.test(database)))
      place(sketch, 'pmid', field);
    else leaveOut(sketch, field, 'database');
  },
  U1: (sketch, field) => placeMarked(sketch, field),
  U2: (sketch, field) => placeMarked(sketch, field),
  U3: (sketch, field) => placeMarked(sketch, field),
  U4: (sketch, field) => placeMarked(sketch, field),
  C2: (sketch, field, text) => {
    if (/^PMC\d+$/i.test(field.value)) place(sketch, 'pmcid', field);
    else if (/scopus/i.test(text('DB')) && /^\d{1,8}$/.test(field.value)) place(sketch, 'pmid', field);
    else leaveOut(sketch, field, 'no place');
  },
};

/** `26957754[pmid]`, `PMC4756000[pmcid]`. */
function placeMarked(sketch: RecordSketch, field: RisField): void {
  const [, value, mark] = /^(\S+?)\s*\[(pmid|pmcid|doi)\]$/i.exec(field.value) ?? [];
  const slot = mark?.toLowerCase();
  if (slot === 'pmid' || slot === 'pmcid' || slot === 'doi') place(sketch, slot, field, value);
  else leaveOut(sketch, { ...field, value: [field.value, ...field.lines].join(' ').trim() }, 'database');
}

function placeContainer(sketch: RecordSketch, field: RisField): void {
  const short = field.name === 'JO' || field.name === 'J1' || field.name === 'J2' || field.name === 'JA';
  const sameAs = (other: string | undefined): boolean => other?.toLowerCase() === field.value.trim().toLowerCase();
  if (sameAs(sketch.container) || sameAs(sketch.abbreviation)) return;
  if (field.name === 'C3' && !/^C(?:ONF|PAPER)$/.test(sketch.kind ?? '')) {
    leaveOut(sketch, field, 'no place');
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
      else leaveOut(sketch, { ...field, value: `${field.value} - ${end}` }, 'unreadable');
    }
  }
  for (const field of starts.length === 0 ? ends : ends.slice(1)) leaveOut(sketch, field, 'no place');
}

/** First and last page from two fields: each may hold hyphens of its own. */
function readWholeRange(first: string, last: string) {
  if (/^no$/i.test(first) && /^specified$/i.test(last)) return undefined;
  return readPageRange(`${first}-${last}`) ?? (/[\s<>{}\\]/.test(first + last) ? undefined : { first, last });
}

function typeOf(sketch: RecordSketch, known: PublicationType | undefined, words: readonly string[]): PublicationType {
  const named = typeOfWords(words);
  if (known === undefined) return named ?? (sketch.container === undefined ? 'report' : 'article');
  const finer = finerTypes[known];
  return named !== undefined && finer?.includes(named) ? named : known;
}

/** What the words of M3 may make of a type that RIS knows too roughly. */
const finerTypes: Readonly<Partial<Record<PublicationType, readonly PublicationType[]>>> = {
  article: [
    'review',
    'editorial',
    'letter',
    'conference-paper',
    'poster',
    'protocol',
    'preprint',
    'report',
    'dataset',
    'software',
    'media',
  ],
  'conference-paper': ['poster'],
  preprint: ['report', 'thesis', 'protocol'],
};

const isArticle = (kind: string): boolean => types.get(kind) === 'article';

const types: ReadonlyMap<string, PublicationType> = new Map(
  Object.entries({
    article: 'JOUR JFULL ABST INPR MGZN EJOUR',
    book: 'BOOK EDBOOK EBOOK WHOLE CLSWK SER',
    chapter: 'CHAP ECHAP ENCYC DICT',
    'conference-paper': 'CONF CPAPER',
    thesis: 'THES',
    report: 'RPRT GOVDOC STAND',
    dataset: 'DATA AGGR DBASE',
    software: 'COMP',
    preprint: 'UNPB MANSCPT',
    media: 'ELEC BLOG VIDEO MPCT SOUND MUSIC ADVS SLIDE MULTI NEWS',
    patent: 'PAT',
  } satisfies Partial<Record<PublicationType, string>>).flatMap(([type, tags]) =>
    tags.split(' ').map((tag) => [tag, type as PublicationType] as const),
  ),
);

const bookish: ReadonlySet<string> = new Set([
  'BOOK',
  'EDBOOK',
  'EBOOK',
  'WHOLE',
  'CHAP',
  'ECHAP',
  'CONF',
  'CPAPER',
  'THES',
]);

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['TI', 'title'],
  ['T1', 'title'],
  ['ID', 'key'],
  ['PB', 'publisher'],
  ['PU', 'publisher'],
  ['JI', 'abbreviation'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['CP', 'issue'],
  ['DO', 'doi'],
  ['DI', 'doi'],
]);

/** Fields that `readRisRecord` reads after all others. */
const later: ReadonlySet<string> = new Set('TY T2 JF BT JO J1 J2 JA C3 ST CT PY Y1 DA SP EP C7 SN N1 RN'.split(' '));

/** Each line is an item. */
const listTags: ReadonlySet<string> = new Set('AU A1 A2 ED KW AD N1 RN U1 U2 U3 U4'.split(' '));

/** About the database's own record: its name, its dates and its numbers. */
const databaseTags: ReadonlySet<string> = new Set('DB DP LK Y2 U5 NV TS WE LB AV M4 NL J9'.split(' '));

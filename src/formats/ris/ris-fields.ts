import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { addOnlineDate, readForeignDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { readAuthors } from '../authors/name-list.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import {
  addAuthorAffiliation,
  reportUnplaced,
  setText,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addWosFunding, setWosEventDate } from '../wos/wos-values.ts';
import { risTypes } from './ris-types.ts';

/** A field of RIS, and its continuation lines. */
export interface RisField extends SourceField {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Adds a field that needs no other pass. `text` returns the first value of another field. */
export function addRisField(record: MutableRecord, field: RisField, text: (name: string) => string): void {
  const target = textFields.get(field.name);
  if (target) {
    setText(record, target, field);
    return;
  }
  readers[field.name]?.(record, field, text);
  if (!(field.name in readers) && !readLater.has(field.name)) {
    reportUnplaced(record, field, databaseTags.has(field.name) ? 'database' : 'no place');
    for (const line of listTags.has(field.name) ? field.lines : [])
      reportUnplaced(record, { ...field, value: line }, 'no place');
  }
}

type FieldReader = (record: MutableRecord, field: RisField, text: (name: string) => string) => void;

const addAuthor: FieldReader = (record, field) => {
  for (const value of [field.value, ...field.lines].flatMap(itemsOf))
    for (const author of readAuthors(value)) record.authors.push(author);
};

/** The items of `['Karimi, Sara', 'Müller, Jan']`, which a program in Python has written for a list; else the value. */
function itemsOf(value: string): readonly string[] {
  const quoted = /^\[(['"])(.+)\1\]$/.exec(value.trim());
  return quoted?.[2] === undefined ? [value] : quoted[2].split(/['"], ?['"]/);
}

/**
 * In a book A2 has the editors of its series and A3 those of the book; in other types it is the other way round. A2 of a
 * report has the editors of its series beside ED.
 */
const addEditor: FieldReader = (record, field, text) => {
  const book = risTypes.get(text('TY')) === 'book';
  const reportInSeries = text('TY') === 'RPRT' && (text('ED') || (text('PB') && text('T2'))) !== '';
  const ofSeries =
    field.name === 'A2'
      ? (book && (text('A3') || text('T3')) !== '') || reportInSeries
      : field.name === 'A3'
        ? !book
        : false;
  // ProQuest has the advisors of a thesis in A2.
  const ofThesis = /^A[23]$/.test(field.name) && risTypes.get(text('TY')) === 'thesis';
  const target = ofThesis ? 'advisors' : field.name === 'A4' ? 'translators' : ofSeries ? 'seriesEditors' : 'editors';
  for (const value of [field.value, ...field.lines].flatMap(itemsOf))
    // PsycINFO lists here the family names of all who are cited.
    if (value.split(',').length > 4 && !value.includes(';')) reportUnplaced(record, { ...field, value }, 'no place');
    else for (const author of readAuthors(value)) record[target].push(author);
};

const addAbstract: FieldReader = (record, field) => {
  if (field.value.trim() === '') return;
  if (record.abstracts.length === 0) record.abstracts.push({ sections: [{ text: field.value }] });
  else if (record.abstracts[0]?.sections[0]?.text !== field.value) reportUnplaced(record, field, 'second value');
};

const addLink: FieldReader = (record, field) => {
  const urls = field.value.split(/[\s;](?=https?:\/\/)/);
  for (const [index, part] of urls.entries()) {
    const url = (index < urls.length - 1 ? trimEndOf(part, /[\s;]/) : part).trim();
    if (url === '') continue;
    if (field.name === 'UR' && record.url === undefined) record.url = url;
    else if (record.url !== url && !record.links.some((link) => link.url === url))
      record.links.push({
        ...(field.name === 'L1' ? { rel: 'pdf' as const } : field.name === 'L2' ? { rel: 'fulltext' as const } : {}),
        url,
      });
  }
};

const readers: Readonly<Record<string, FieldReader>> = {
  AU: addAuthor,
  A1: addAuthor,
  A2: addEditor,
  A3: addEditor,
  A4: addEditor,
  ED: addEditor,
  ET: (record, field, text) => {
    const type = risTypes.get(text('TY'));
    // EndNote writes the date of the electronic article here.
    if (type === 'article') addOnlineDate(record, field);
    else setText(record, type === 'software' || type === 'dataset' ? 'version' : 'edition', field);
  },
  C1: (record, field, text) => {
    if (/^C(?:ONF|PAPER)$/.test(text('TY'))) setText(record, 'place', field);
    else if (!isOfWos(text)) reportUnplaced(record, field, 'no place');
  },
  // In Web of Science the name, the place and the days of a congress.
  CP: (record, field, text) => {
    setText(record, /^C(?:ONF|PAPER)$/.test(text('TY')) ? 'eventName' : 'issue', field);
  },
  CL: (record, field, text) => {
    if (/^C(?:ONF|PAPER)$/.test(text('TY'))) setText(record, 'eventPlace', field);
    else reportUnplaced(record, field, 'no place');
  },
  FU: addWosFunding,
  CY: (record, field, text) => {
    setText(record, /^C(?:ONF|PAPER)$/.test(text('TY')) ? 'eventPlace' : 'place', field);
  },
  SE: (record, field, text) => {
    if (risTypes.get(text('TY')) === 'chapter') setText(record, 'chapter', field);
    else reportUnplaced(record, field, 'no place');
  },
  SV: (record, field, text) => {
    if (risTypes.get(text('TY')) === 'chapter') setText(record, 'seriesNumber', field);
    else reportUnplaced(record, field, 'no place');
  },
  Y2: (record, field, text) => {
    if (/^C(?:ONF|PAPER)$/.test(text('TY')) && isOfWos(text) && /\p{L}/u.test(field.value)) {
      setWosEventDate(record, field);
      return;
    }
    const found = readForeignDate(field.value);
    if (found) setText(record, 'accessed', field, formatPartialDate(found.date));
    if (found?.rest !== undefined || !found) reportUnplaced(record, field, 'database');
  },
  TT: (record, { value }) => {
    if (value !== '') record.titles.push({ text: value });
  },
  AB: addAbstract,
  N2: addAbstract,
  KW: (record, field) => {
    for (const word of [field.value, ...field.lines].flatMap(itemsOf))
      if (word.trim() !== '') record.keywords.push(word.trim());
  },
  UR: addLink,
  L1: addLink,
  L2: addLink,
  // EBSCO writes the DOI here.
  L3: (record, field) => {
    const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(field.value)?.[1];
    if (doi === undefined) reportUnplaced(record, field, 'no place');
    else setText(record, 'doi', field, doi);
  },
  LA: addLanguage,
  // Embase: `(Liu R.; Adler D.G., mail) Department …`.
  M1: (record, field, text) => {
    const match = /^\(([^)]+)\)\s+(\S.*)$/s.exec(field.value);
    const written = match?.[1]?.split(/;\s*/).map((name) => name.split(/,\s*/));
    const authors = written?.map(([name = '']) => name.trim());
    const numbers = authors?.map((name) => findAuthor(record, name));
    if (match?.[2] && numbers?.every((number) => number >= 0)) {
      for (const number of numbers) addAuthorAffiliation(record, number, match[2].trim());
      for (const mail of written?.flatMap((parts) => parts.slice(1)) ?? [])
        reportUnplaced(record, { ...field, name: 'mail address', value: mail }, 'database');
    } else if (risTypes.get(text('TY')) === 'article' && /^\d+$/.test(field.value) && text('IS') === '')
      setText(record, 'issue', field);
    else if (/^(?:copyright|©)/i.test(field.value)) setText(record, 'copyright', field);
    else if (hasSeries(text) && text('IS') !== field.value) setText(record, 'seriesNumber', field);
    else if (text('IS') !== field.value) reportUnplaced(record, field, 'no place');
  },
  M3: (record, field, text) => {
    const doi = /^(?:doi:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(field.value)?.[1];
    if (doi !== undefined) {
      if (!text('DO').endsWith(doi)) setText(record, 'doi', field, doi);
    } else if (risTypes.get(text('TY')) === 'thesis' && findThesisKind(field.value) !== undefined)
      setText(record, 'thesisKind', field);
    else if (findTypeInWords([field.value]) === undefined) reportUnplaced(record, field, 'no place');
  },
  AN: (record, field, text) => {
    const database = `${text('DB')} ${text('DP')}`.trim();
    if (/^[1-9]\d{0,7}$/.test(field.value) && (database === '' || /pubmed|medline|nlm/i.test(database)))
      setText(record, 'pmid', field);
    else reportUnplaced(record, field, 'database');
  },
  U1: addMarkedIdentifier,
  U2: addMarkedIdentifier,
  U3: addMarkedIdentifier,
  U4: addMarkedIdentifier,
  C2: (record, field, text) => {
    if (/^PMC\d+$/i.test(field.value)) setText(record, 'pmcid', field);
    else if (/scopus/i.test(text('DB')) && /^\d{1,8}$/.test(field.value)) setText(record, 'pmid', field);
    else reportUnplaced(record, field, 'no place');
  },
};

/** True for a book in a series, whose number is in M1 (EndNote, Zotero). */
const hasSeries = (text: (name: string) => string): boolean =>
  risTypes.get(text('TY')) === 'book' && (text('T3') || text('T2')) !== '';

/** True for a record of Web of Science. `text` returns the first value of a field. */
export const isOfWos = (text: (name: string) => string): boolean => text('AN').startsWith('WOS:');

/** The position of an author by the name as written, or by a family name that only one has; else -1. */
function findAuthor({ authors }: MutableRecord, name: string): number {
  const whole = authors.findIndex((author) => author.name === name);
  const named = authors.flatMap((author, index) => (/^[^,\s]+/.exec(author.name)?.[0] === name ? [index] : []));
  return whole < 0 && named.length === 1 ? (named[0] ?? -1) : whole;
}

/** `26957754[pmid]`, `PMC4756000[pmcid]`. */
function addMarkedIdentifier(record: MutableRecord, field: RisField): void {
  const [, value, mark] = /^(\S+?)\s*\[(pmid|pmcid|doi)\]$/i.exec(field.value) ?? [];
  const target = mark?.toLowerCase();
  if (target === 'pmid' || target === 'pmcid' || target === 'doi') setText(record, target, field, value);
  else reportUnplaced(record, { ...field, value: [field.value, ...field.lines].join(' ').trim() }, 'database');
}

/** The value with its continuation lines. In list fields each line is an item, which `addRisField` adds separately. */
export function wholeValue(field: RisField): string {
  if (field.lines.length === 0 || listTags.has(field.name)) return field.value;
  return [field.value, ...field.lines]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(field.name === 'AB' || field.name === 'N2' ? '\n' : ' ');
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['TI', 'title'],
  ['T1', 'title'],
  ['ID', 'key'],
  ['PB', 'publisher'],
  ['T3', 'series'],
  ['PU', 'publisher'],
  ['JI', 'abbreviation'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['DO', 'doi'],
  ['DI', 'doi'],
]);

/** Fields that `readRisRecord` reads after the others. */
const readLater: ReadonlySet<string> = new Set(
  'TY T2 JF BT JO J1 J2 JA C3 C6 ST CT PY Y1 DA SP EP C7 SN N1 RN AD AO AI'.split(' '),
);

/** Fields in which each line is an item. */
const listTags: ReadonlySet<string> = new Set('AU A1 A2 A3 A4 ED KW AD N1 RN U1 U2 U3 U4'.split(' '));

/** Fields about the record in the database: its name, dates and numbers. */
const databaseTags: ReadonlySet<string> = new Set('DB DP LK U5 NV TS WE LB AV M4 NL J9'.split(' '));

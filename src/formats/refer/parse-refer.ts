import type { ForeignAuthor, ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { endnoteType } from '../endnote/endnote-types.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { addDates, addOnlineDate, readForeignDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPagination } from '../record/pagination.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { readAuthors } from '../authors/name-list.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { readLines } from '../record/read-lines.ts';
import {
  addAffiliation,
  groupAuthor,
  reportUnplaced,
  resolveEvent,
  setText,
  createRecord,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { withNumber } from './write-refer.ts';

/** Parses refer as EndNote exports it (ENW): `%A Family, Given`. `%0` or an empty line begins the next record. */
export function parseRefer(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  let fields: { name: string; lines: string[]; line: number }[] = [];
  const close = (): void => {
    if (fields.length > 0)
      records.push(readRecord(fields.map(({ lines, ...field }) => ({ ...field, value: lines.join('\n').trim() }))));
    fields = [];
  };
  for (const [index, line] of readLines(text).entries()) {
    const [, tag, value = ''] = /^%([^\s])(?:\s(.*))?$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (tag !== undefined) {
      // Digital Commons writes the title before the type.
      if (tag === '0' && fields.some(({ name }) => name === '%0')) close();
      fields.push({ name: `%${tag}`, lines: [value.trim()], line: index + 1 });
    } else if (line.trim() === '') close();
    else if (last) last.lines.push(line.trim());
    else
      problems.push({
        severity: 'warning',
        name: 'text-between-records',
        line: index + 1,
        message: `this line belongs to no record: ${line.trim().slice(0, 80)}`,
        hint: 'a record begins with a line such as "%0 Journal Article"',
      });
  }
  close();
  return { records, problems };
}

function readRecord(fields: readonly SourceField[]): ForeignRecord {
  const record = createRecord(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly SourceField[] =>
    fields.filter(({ name }) => names.includes(name));
  record.kind = all('%0')[0]?.value ?? '';
  const { type, exact } = endnoteType(record.kind);
  if (!exact) reportUnplaced(record, { name: '%0', value: record.kind, line: record.line }, 'no place');
  for (const field of fields) addField(record, field, type);
  for (const field of all('%P')) if (field.value !== record.articleNumber) addPagination(record, field);
  addDates(record, all('%D', '%8'));
  for (const field of all('%@'))
    if (withNumber.has(record.kind) && /\p{L}/u.test(field.value.replace(/X$/i, ''))) setText(record, 'number', field);
    else addSerialNumbers(record, [field]);
  // In a conference %B is its name, and %3 the title of the proceedings.
  for (const field of all('%3')) {
    if (type !== 'conference-paper') reportUnplaced(record, field, 'no place');
    else if (record.container !== field.value) {
      if (record.container !== undefined) setText(record, 'eventName', field, record.container);
      delete record.container;
      setText(record, 'container', field);
    }
  }
  for (const field of all('%Z')) for (const note of field.value.split('\n')) addNote(record, { ...field, value: note });
  resolveStatus(record);
  if (type === 'conference-paper') resolveEvent(record);
  const named = findTypeInWords(all('%9').map(({ value }) => value));
  const rough = type === 'article' || type === 'preprint' || record.kind.toLowerCase() === 'generic';
  record.type = named !== undefined && (rough || named === 'poster') ? named : type;
  return record;
}

function addField(record: MutableRecord, field: SourceField, type: string): void {
  const target = textFields.get(field.name);
  if (target) setText(record, target, field);
  else if (Object.hasOwn(readers, field.name)) readers[field.name]?.(record, field, type);
  else if (!readLater.has(field.name))
    reportUnplaced(record, field, databaseTags.has(field.name) ? 'database' : 'no place');
}

type FieldReader = (record: MutableRecord, field: SourceField, type: string) => void;

const readers: Readonly<Record<string, FieldReader>> = {
  '%A': (record, { value }) => {
    record.authors.push(...readNames(value));
  },
  '%E': (record, field) => {
    record.editors.push(...readNames(field.value));
  },
  '%Y': (record, field, type) => {
    record[type === 'thesis' ? 'advisors' : 'seriesEditors'].push(...readNames(field.value));
  },
  '%?': (record, field) => {
    record.translators.push(...readNames(field.value));
  },
  // %B is the series of a book, and the container of every other type.
  '%B': (record, field, type) => setText(record, type === 'book' ? 'series' : 'container', field),
  '%S': (record, field) => setText(record, 'series', field),
  // The place of a congress, and else of the publisher.
  '%C': (record, field, type) => {
    if (type === 'article') reportUnplaced(record, field, 'database');
    else setText(record, type === 'conference-paper' ? 'eventPlace' : 'place', field);
  },
  // In an article EndNote keeps the date of the electronic article here.
  '%7': (record, field, type) => {
    if (type === 'article') addOnlineDate(record, field);
    else setText(record, type === 'software' || type === 'dataset' ? 'version' : 'edition', field);
  },
  '%&': (record, field, type) => {
    if (type === 'chapter') setText(record, 'chapter', field);
    else reportUnplaced(record, field, 'no place');
  },
  '%[': (record, field) => {
    const found = readForeignDate(field.value);
    if (found && found.rest === undefined) setText(record, 'accessed', field, formatPartialDate(found.date));
    else reportUnplaced(record, field, 'database');
  },
  '%Q': (record, { value }) => {
    if (value !== '') record.titles.push({ text: value });
  },
  '%K': (record, { value }) => {
    for (const word of value.split(/\n|;\s*/)) if (word.trim() !== '') record.keywords.push(word.trim());
  },
  '%X': (record, field) => {
    if (record.abstracts.length > 0) reportUnplaced(record, field, 'second value');
    else if (field.value !== '') record.abstracts.push({ sections: [{ text: field.value }] });
  },
  '%U': (record, field) => {
    for (const url of field.value.split('\n'))
      if (record.url === undefined) record.url = url;
      else record.links.push({ url });
  },
  '%R': (record, field) => setText(record, 'doi', field),
  '%G': addLanguage,
  '%+': (record, field) => {
    for (const address of field.value.split('\n')) addAffiliation(record, address);
  },
  '%M': (record, field) => {
    if (/^\d{1,8}$/.test(field.value)) setText(record, 'pmid', field);
    else reportUnplaced(record, field, 'database');
  },
  '%2': (record, field) => {
    if (/^PMC\d+$/i.test(field.value)) setText(record, 'pmcid', field);
    else reportUnplaced(record, field, 'no place');
  },
  '%9': (record, field, type) => {
    if (type === 'thesis' && findThesisKind(field.value) !== undefined) setText(record, 'thesisKind', field);
    else if (findTypeInWords([field.value]) === undefined) reportUnplaced(record, field, 'no place');
  },
};

/** EndNote writes a comma after the name of a group. */
const readNames = (value: string): readonly ForeignAuthor[] =>
  value.endsWith(',') ? [groupAuthor(trimEndOf(value, /[,\s]/))] : readAuthors(value);

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['%T', 'title'],
  ['%J', 'container'],
  ['%V', 'volume'],
  ['%N', 'issue'],
  ['%I', 'publisher'],
  ['%F', 'key'],
  ['%]', 'articleNumber'],
]);

const readLater: ReadonlySet<string> = new Set(['%0', '%D', '%8', '%@', '%P', '%Z', '%3']);
const databaseTags: ReadonlySet<string> = new Set(['%W', '%~', '%=', '%1', '%L', '%>', '%#']);

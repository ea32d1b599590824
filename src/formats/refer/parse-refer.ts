import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { endnoteType } from '../endnote/endnote-types.ts';
import { placeDates } from '../record/foreign-date.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { looksLikeGroup } from '../record/group-names.ts';
import { placePagination } from '../record/pagination.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import { placeNote, resolveStatus } from '../record/read-note.ts';
import { readLines } from '../record/read-lines.ts';
import {
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
import { trimEndOf } from '../../domain/text/trim-end-of.ts';

/** refer, as EndNote exports it (ENW): `%A Family, Given`. `%0` or an empty line begins the next record. */
export function parseRefer(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  let fields: SourceField[] = [];
  const close = (): void => {
    if (fields.length > 0) records.push(readRecord(fields));
    fields = [];
  };
  for (const [index, line] of readLines(text).entries()) {
    const [, tag, value = ''] = /^%([^\s])(?:\s(.*))?$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (tag !== undefined) {
      if (tag === '0' && fields.length > 0) close();
      fields.push({ name: `%${tag}`, value: value.trim(), line: index + 1 });
    } else if (line.trim() === '') close();
    else if (last) fields[fields.length - 1] = { ...last, value: `${last.value}\n${line.trim()}`.trim() };
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
  return { records: records.filter((record) => Object.keys(record).length > 0), problems };
}

function readRecord(fields: readonly SourceField[]): ForeignRecord {
  const sketch = startSketch(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly SourceField[] =>
    fields.filter(({ name }) => names.includes(name));
  sketch.kind = all('%0')[0]?.value ?? '';
  const { type, exact } = endnoteType(sketch.kind);
  if (!exact) reportUnplaced(sketch, { name: '%0', value: sketch.kind, line: sketch.line }, 'no place');
  for (const field of fields) placeField(sketch, field, type);
  placeDates(sketch, all('%D', '%8'));
  placeNumbers(sketch, all('%@'));
  for (const field of all('%Z'))
    for (const note of field.value.split('\n')) placeNote(sketch, { ...field, value: note });
  resolveStatus(sketch);
  sketch.type = type === 'article' ? (typeOfWords(all('%9').map(({ value }) => value)) ?? type) : type;
  return sketch;
}

function placeField(sketch: RecordSketch, field: SourceField, type: string): void {
  const slot = slots.get(field.name);
  if (slot) place(sketch, slot, field);
  else if (Object.hasOwn(readers, field.name)) readers[field.name]?.(sketch, field, type);
  else if (!later.has(field.name))
    reportUnplaced(sketch, field, databaseTags.has(field.name) ? 'database' : 'no place');
}

type Reader = (sketch: RecordSketch, field: SourceField, type: string) => void;

const readers: Readonly<Record<string, Reader>> = {
  '%A': (sketch, { value }) => {
    const name = trimEndOf(value, /,/);
    if (name !== '')
      sketch.authors.push(looksLikeGroup(name) || value.endsWith(',') ? groupAuthor(name) : personAuthor(name));
  },
  '%E': (sketch, field) => {
    if (field.value !== '') sketch.editors.push(personAuthor(field.value));
    reportUnplaced(sketch, field, 'no place');
  },
  // Of a book or thesis %B is the series, of all else what it appeared in.
  '%B': (sketch, field) => place(sketch, 'container', field),
  '%K': (sketch, { value }) => {
    for (const word of value.split(/\n|;\s*/)) if (word.trim() !== '') sketch.keywords.push(word.trim());
  },
  '%P': (sketch, field) => placePagination(sketch, field),
  '%X': (sketch, field) => {
    if (sketch.abstracts.length > 0) reportUnplaced(sketch, field, 'second value');
    else if (field.value !== '') sketch.abstracts.push({ sections: [{ text: field.value }] });
  },
  '%U': (sketch, field) => {
    for (const url of field.value.split('\n'))
      if (sketch.url === undefined) sketch.url = url;
      else sketch.links.push({ url });
  },
  '%R': (sketch, field) => place(sketch, 'doi', field),
  '%G': placeLanguage,
  '%+': (sketch, field) => {
    for (const address of field.value.split('\n')) affiliationNumber(sketch, address);
  },
  '%M': (sketch, field) => {
    if (/^\d{1,8}$/.test(field.value)) place(sketch, 'pmid', field);
    else reportUnplaced(sketch, field, 'database');
  },
  '%2': (sketch, field) => {
    if (/^PMC\d+$/i.test(field.value)) place(sketch, 'pmcid', field);
    else reportUnplaced(sketch, field, 'no place');
  },
  '%9': (sketch, field, type) => {
    if (type !== 'article' || typeOfWords([field.value]) === undefined) reportUnplaced(sketch, field, 'no place');
  },
};

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['%T', 'title'],
  ['%J', 'container'],
  ['%V', 'volume'],
  ['%N', 'issue'],
  ['%I', 'publisher'],
  ['%F', 'key'],
  ['%]', 'articleNumber'],
]);

const later: ReadonlySet<string> = new Set(['%0', '%D', '%8', '%@', '%Z']);
const databaseTags: ReadonlySet<string> = new Set(['%W', '%~', '%[', '%=', '%1', '%L', '%>', '%#']);

import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { readLines } from '../record/read-lines.ts';
import {
  addAuthorAffiliation,
  addAffiliation,
  reportUnplaced,
  personAuthor,
  setText,
  createRecord,
  type MutableRecord,
  type SourceField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

/** Parses the text display of Ovid: `<1>`, then field names on separate lines, each followed by indented lines. */
export function parseOvid(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  let fields: Field[] = [];
  let start = 1;
  const close = (): void => {
    if (fields.length > 0) records.push(readRecord(fields, start));
    fields = [];
  };
  for (const [index, line] of readLines(text).entries()) {
    if (/^<\d+>\s*$/.test(line)) {
      close();
      start = index + 1;
    } else if (/^\S/.test(line)) fields.push({ name: line.trim(), line: index + 1, lines: [] });
    else if (line.trim() !== '') fields.at(-1)?.lines.push(line.trim());
  }
  close();
  return { records, problems: [] };
}

interface Field {
  readonly name: string;
  readonly line: number;
  readonly lines: string[];
}

function readRecord(fields: readonly Field[], line: number): ForeignRecord {
  const record = createRecord(line);
  for (const { name, line: at, lines } of fields) {
    const field = { name, value: lines.join(' '), line: at };
    if (Object.hasOwn(readers, name)) readers[name]?.(record, field, lines);
    else reportUnplaced(record, field, databaseFields.has(name) ? 'database' : 'no place');
  }
  addAffiliations(record, fields);
  record.type = findTypeInWords([record.kind ?? '']) ?? 'article';
  return record;
}

const readers: Readonly<Record<string, (record: MutableRecord, field: SourceField, lines: readonly string[]) => void>> =
  {
    Author: (record, field) => {
      for (const name of field.value.split(/;\s{2,}/)) {
        // Degrees and marks of affiliations follow the name.
        const bare = withoutDegrees(withoutMarks(name));
        if (bare !== '') record.authors.push(personAuthor(bare));
        const degree = name
          .trim()
          .split(/\s+/)
          .join(' ')
          .slice(bare.length)
          .match(/[A-Za-z]{2}[A-Za-z,;. ]*/)?.[0];
        if (degree !== undefined)
          reportUnplaced(record, { ...field, name: 'degree', value: `${bare}: ${degree.trim()}` }, 'no place');
      }
    },
    Institution: () => undefined,
    Title: (record, field) => {
      const { before, inside } = splitTrailingBracket(field.value);
      setText(record, 'title', field, before.replace(/\.$/, ''));
      record.kind = inside;
      if (inside !== '' && findTypeInWords([inside]) === undefined)
        reportUnplaced(record, { ...field, value: inside }, 'no place');
    },
    // `Journal.  28(2):103-106, April 2015.`
    Source: (record, field) => {
      const value = field.value.replace(/\s+/g, ' ').trim();
      const match = /\. (\w*)(?:\(([^()]+)\))?:([^,:]+),/.exec(value);
      if (!match) {
        setText(record, 'container', field, value.replace(/\.$/, ''));
        return;
      }
      const [, volume = '', issue = '', pages = ''] = match;
      const date = value
        .slice(match.index + match[0].length)
        .trim()
        .replace(/\.$/, '');
      setText(record, 'container', field, value.slice(0, match.index));
      setText(record, 'volume', field, volume);
      setText(record, 'issue', field, issue);
      addPagination(record, { ...field, value: pages });
      const published = readForeignDate(date)?.date;
      if (published) record.published = published;
      else reportUnplaced(record, { ...field, value: date }, 'unreadable');
    },
    Status: (record, field) => {
      const date = /(\d{1,2} \w+ \d{4})\.?$/.exec(field.value)?.[1];
      const published = date === undefined ? undefined : readForeignDate(date)?.date;
      if (published && !record.published) record.published = published;
      reportUnplaced(
        record,
        { ...field, value: date === undefined ? field.value : field.value.replace(date, '').replace(/,\s*$/, '') },
        'no place',
      );
    },
    Abstract: (record, { value }) => {
      if (value !== '') record.abstracts.push({ sections: [{ text: value }] });
    },
    'Author Keywords': (record, { value }) => {
      for (const word of value.split(/;\s*/))
        if (word.trim() !== '') record.keywords.push(word.trim().replace(/\.$/, ''));
    },
    Language: (record, field) => addLanguage(record, { ...field, value: field.value.replace(/\.$/, '') }),
    'Document Type': (record, field) => {
      if (findTypeInWords([field.value]) === undefined) reportUnplaced(record, field, 'no place');
      else if (!record.kind) record.kind = field.value;
    },
    ISSN: (record, field) => addSerialNumbers(record, [field]),
    'DOI Number': (record, field) => setText(record, 'doi', field),
    Publisher: (record, field) => setText(record, 'publisher', field),
  };

/** Removes numbers, marks and degrees after a name, as in `Example, Ann B MSN, RN [c]`. */
function withoutMarks(name: string): string {
  const words = name.trim().split(/\s+/);
  for (;;) {
    const last = words.at(-1) ?? '';
    const before = words.at(-2) ?? '';
    if (words.length > 1 && mark.test(last)) words.pop();
    else if (words.length > 2 && /^(?:[A-Z]{2,}|PhD)$/.test(last) && /^[A-Z][\w.]*[;,]$/.test(before)) words.splice(-2);
    else return trimEndOf(words.join(' '), /[\s,;]/);
  }
}
const mark = /^(?:\d+|[*+]|\[\w\]|[A-Z][\w.]*(?:[A-Z][A-Z]|PhD))$/;

function withoutDegrees(name: string): string {
  for (let rest = name; ;) {
    const start = Math.max(...[' ', ',', ';'].map((separator) => rest.lastIndexOf(separator)));
    if (start < 0 || !degrees.has(rest.slice(start + 1))) return rest;
    rest = trimEndOf(rest.slice(0, start), /[\s,;]/);
  }
}
const degrees = new Set(['MD', 'PhD', 'RN', 'FAAN', 'MSc', 'MPH', 'BSc', 'DO', 'MS', 'MA']);

/** Adds affiliations. `(1)Institute …` belongs to the authors whose names end in `1`. */
function addAffiliations(record: MutableRecord, fields: readonly Field[]): void {
  const names =
    fields
      .find(({ name }) => name === 'Author')
      ?.lines.join(' ')
      .split(/;\s{2,}/) ?? [];
  for (const line of fields.filter(({ name }) => name === 'Institution').flatMap(({ lines }) => lines)) {
    const [, mark, address = ''] = /^(?:From the )?\(([^)]+)\)(.+)$/.exec(line) ?? [undefined, undefined, line];
    const affiliation = address.replace(/[.;]$/, '').trim();
    const marked = names.flatMap((name, index) =>
      mark !== undefined && name.trim().endsWith(` ${mark}`) ? [index] : [],
    );
    if (marked.length === 0) addAffiliation(record, affiliation);
    for (const index of marked) addAuthorAffiliation(record, index, affiliation);
  }
}

const databaseFields: ReadonlySet<string> = new Set([
  'Score',
  'Accession Number',
  'NLM Journal Code',
  'Journal Subset',
  'Link to the Ovid Full Text or citation',
]);

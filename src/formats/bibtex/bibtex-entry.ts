import { addAuthors } from './add-authors.ts';
import { addBibtexDate } from './bibtex-date.ts';
import { addEprints } from './bibtex-eprint.ts';
import { addBibtexField, plainField } from './bibtex-fields.ts';
import { addContainerAndPublisher } from './bibtex-container.ts';
import { bibtexType, entryTypes } from './bibtex-types.ts';
import type { ForeignProblem, ForeignRecord } from '../record/foreign-record.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts';
import { latexToContent, latexToPlain, readLatex } from '../latex/read-latex.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { reportUnplaced, createRecord, type MutableRecord, type SourceField } from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';

/** Reads one entry. Inherited fields must come after its own fields. */
export function readBibtexEntry(entry: BibtexEntry, problems: ForeignProblem[]): ForeignRecord {
  const record = createRecord(entry.line, 'content');
  record.kind = entry.type;
  if (entry.key !== '') record.key = entry.key;
  const first = new Map<string, BibtexField>();
  for (const field of entry.fields) if (!first.has(field.name)) first.set(field.name, field);
  reportUnknown(entry, problems);
  for (const field of entry.fields) addBibtexField(record, field, (name) => first.has(name));
  addTitle(record, first);
  addAuthors(record, entry, problems);
  addContainerAndPublisher(record, entry);
  addBibtexDate(record, entry);
  addEprints(record, entry);
  addSerialNumbers(
    record,
    entry.fields.filter(({ name }) => /^(?:e?issn|isbn)$/.test(name)).map((field) => markElectronic(field)),
  );
  const words: string[] = [];
  for (const field of entry.fields.filter(({ name }) => name === 'note')) addNotes(record, plainField(field), words);
  for (const field of entry.fields.filter(({ name }) => name === 'annote'))
    for (const value of plainField(field).value.split(/\. (?=(?:Trial registration|Funding): )/))
      addNote(record, { ...plainField(field), value });
  // Our own writer writes one note in each paragraph of an annotation.
  for (const field of entry.fields.filter(({ name }) => name === 'annotation'))
    for (const source of field.source.split(/\\par(?![A-Za-z])/)) addAnnotation(record, { ...field, source });
  resolveStatus(record);
  record.type = bibtexType(entry, [
    ...words,
    latexToPlain(first.get('type')?.source ?? first.get('entrysubtype')?.source ?? ''),
    latexToPlain(first.get('document_type')?.source ?? ''),
  ]);
  for (const name of ['type', 'document_type', 'entrysubtype']) {
    const field = first.get(name);
    if (
      field &&
      !/^(?:phd|ma|ba|cand)thesis$/.test(field.source) &&
      findTypeInWords([latexToPlain(field.source)]) === undefined
    )
      reportUnplaced(record, plainField(field), 'no place');
  }
  if (!entryTypes.has(entry.type) && entry.type !== 'misc')
    reportUnplaced(record, { name: '@', value: entry.type, line: entry.line }, 'no place');
  return record;
}

function addTitle(record: MutableRecord, fields: ReadonlyMap<string, BibtexField>): void {
  const title = fields.get('title');
  const subtitle = fields.get('subtitle');
  const parts = [title, subtitle].flatMap((field) => (field ? [latexToContent(field.source).trim()] : []));
  if (parts.length > 0) record.title = parts.filter(Boolean).join(': ');
  for (const name of ['bookkey', 'shorttitle']) {
    const field = fields.get(name);
    if (field && !latexToPlain(title?.source ?? '').startsWith(latexToPlain(field.source)))
      reportUnplaced(record, plainField(field), 'no place');
  }
}

/** Splits the notes of our own writer into sentences. The first may be the type of the publication. */
function addNotes(record: MutableRecord, field: SourceField, words: string[]): void {
  const parts = field.value.split(
    /\. (?=(?:RETRACTED|WITHDRAWN|Expression of concern|Corrected|Cite instead:|Published version:|Preprint:))/,
  );
  for (const part of parts)
    if (/^(?:Preprint|Data set|Computer software|Protocol|Poster|Patent)$/.test(part)) words.push(part);
    else addNote(record, { ...field, value: part });
}

/** Titles keep their markup; every other note is plain text. */
function addAnnotation(record: MutableRecord, field: BibtexField): void {
  const isTitle = /^\s*Translated title\b/.test(field.source);
  const own = plainField(field);
  addNote(record, isTitle ? { ...own, value: latexToContent(field.source) } : own);
}

const markElectronic = (field: BibtexField): SourceField => {
  const own = plainField(field);
  return field.name === 'eissn' ? { ...own, value: `${own.value} (electronic)` } : own;
};

function reportUnknown(entry: BibtexEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields) {
    if (unread.has(field.name) || !field.source.includes('\\')) continue;
    const { unknown } = readLatex(field.source);
    if (unknown.length > 0)
      problems.push({
        severity: 'warning',
        name: 'unknown-latex-command',
        line: field.line,
        message: `${field.name} holds ${[...new Set(unknown)].join(', ')}, which is not a known command, and is kept as written`,
        hint: 'write the text that the command prints',
      });
  }
}

const unread: ReadonlySet<string> = new Set(['doi', 'url', 'file', 'bdsk-url-1', 'bdsk-url-2', 'pdf']);

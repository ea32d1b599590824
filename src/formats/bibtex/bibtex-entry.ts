import { annoteSeparator } from './entry-text.ts';
import { addAddresses } from './bibtex-addresses.ts';
import { addAuthors } from './add-authors.ts';
import { readHtmlInLatex } from './html-in-latex.ts';
import { addScopusNote } from '../scopus/scopus-note.ts';
import { addBibtexDate } from './bibtex-date.ts';
import { addEprintAddress, addEprints } from './bibtex-eprint.ts';
import { addBibtexField, decodeField, type DecodedEntry, type DecodedField } from './bibtex-fields.ts';
import { addContainerAndPublisher } from './bibtex-container.ts';
import { expandJournalMacro } from './journal-macros.ts';
import { bibtexType, entryTypes } from './bibtex-types.ts';
import type { ForeignProblem, ForeignRecord } from '../record/foreign-record.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts';
import { latexToContent, readLatex } from '../latex/read-latex.ts';
import { toLatex } from '../latex/write-latex.ts';
import { decodeEntities } from '../record/html-entities.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import {
  reportUnplaced,
  createRecord,
  setText,
  type MutableRecord,
  type SourceField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';

/** Reads one entry. Inherited fields must come after its own fields. */
export function readBibtexEntry(source: BibtexEntry, problems: ForeignProblem[]): ForeignRecord {
  const entry: DecodedEntry = {
    ...source,
    fields: source.fields.map((field) => decodeField(withoutEntities(withLatexMarkup(expandJournalMacro(field))))),
  };
  const record = createRecord(entry.line, 'content');
  record.kind = entry.type;
  if (entry.key !== '') record.key = entry.key;
  const first = new Map<string, DecodedField>();
  for (const field of entry.fields) if (!first.has(field.name)) first.set(field.name, field);
  for (const field of entry.fields)
    if (readOnce.has(field.name) && first.get(field.name)?.source !== field.source)
      reportUnplaced(record, field, 'second value');
  reportUnknown(entry, problems);
  for (const field of entry.fields) addBibtexField(record, field, (name) => first.has(name));
  addTitle(record, first);
  addAuthors(record, entry, problems);
  addAddresses(record, entry);
  addContainerAndPublisher(record, entry);
  addBibtexDate(record, entry);
  addEprints(record, entry);
  addSerialNumbers(
    record,
    entry.fields.filter(({ name }) => /^(?:e?issn|isbn)$/.test(name)).map((field) => markElectronic(field)),
  );
  const words: string[] = [];
  for (const field of entry.fields.filter(({ name }) => name === 'note').flatMap(zoteroNotes))
    addNotes(record, field, words);
  for (const field of entry.fields.filter(({ name }) => name === 'annote' || name === 'annotation'))
    addAnnotations(record, field);
  resolveStatus(record);
  record.type = bibtexType(entry, [
    ...words,
    first.get('type')?.value ?? first.get('entrysubtype')?.value ?? '',
    first.get('document_type')?.value ?? '',
  ]);
  if (record.type === 'thesis') {
    const kind = [first.get('type')?.value ?? entry.type].find((words) => findThesisKind(words));
    if (kind !== undefined) record.thesisKind = kind;
  }
  // A poster has no other container than its event.
  if (record.type === 'poster' && record.container === undefined && record.eventName !== undefined)
    record.container = record.eventName;
  for (const name of ['type', 'document_type', 'entrysubtype']) {
    const field = first.get(name);
    if (!field) continue;
    const words = field.value;
    if (words !== record.thesisKind && words !== 'candthesis' && findTypeInWords([words]) === undefined)
      reportUnplaced(record, field, 'no place');
  }
  if (!entryTypes.has(entry.type) && entry.type !== 'misc')
    reportUnplaced(record, { name: '@', value: entry.type, line: entry.line }, 'no place');
  return record;
}

function addTitle(record: MutableRecord, fields: ReadonlyMap<string, DecodedField>): void {
  const title = fields.get('title');
  const subtitle = fields.get('subtitle');
  const parts = [title, subtitle].flatMap((field) => (field ? [latexToContent(field.source).trim()] : []));
  if (parts.length > 0) record.title = parts.filter(Boolean).join(': ');
  for (const name of ['bookkey', 'shorttitle']) {
    const field = fields.get(name);
    if (field && !(title?.value ?? '').startsWith(field.value)) reportUnplaced(record, field, 'no place');
  }
}

/** Zotero writes the fields for which BibTeX has no place into lines of one note: `Publisher: …`, then `\\_eprint: …`. */
function zoteroNotes(field: DecodedField): readonly DecodedField[] {
  if (!/^\s*(?:Publisher: |\\?_eprint: )/.test(field.source)) return [field];
  const parts: string[] = [];
  for (const line of field.source.split('\n').map((one) => one.trim()))
    if (parts.length === 0 || /^(?:\\?_)?[\p{L}\w. -]{2,30}[:=] /u.test(line)) parts.push(line);
    else parts.push(`${parts.pop() ?? ''} ${line}`);
  return parts.map((source) => decodeField({ ...field, source }));
}

/** Splits the notes of our own writer into sentences. The first may be the type of the publication. */
function addNotes(record: MutableRecord, field: SourceField, words: string[]): void {
  const address = /^_eprint: (\S+)$/.exec(field.value)?.[1];
  if (address !== undefined) {
    addEprintAddress(record, { ...field, value: address });
    return;
  }
  const patent =
    record.kind === 'misc' ? /^[A-Z]{2} Patent (?:App(?:lication)?\.? )?[\d,/]+$/.exec(field.value)?.[0] : undefined;
  if (patent !== undefined) {
    words.push('Patent');
    setText(record, 'number', field, patent);
    return;
  }
  if (addScopusNote(record, field)) return;
  const parts = field.value.split(
    /\. (?=(?:Number: |RETRACTED|WITHDRAWN|Expression of concern|Corrected|Cite instead:|Published version:|Preprint:))/,
  );
  for (const part of parts)
    if (/^(?:Preprint|Data set|Computer software|Protocol|Poster|Patent)$/.test(part)) words.push(part);
    else addNote(record, { ...field, value: part });
}

/** Our own writers write one note in each line of an annotation. */
function addAnnotations(record: MutableRecord, field: DecodedField): void {
  for (const line of field.source.split(annoteSeparator))
    addAnnotation(record, decodeField({ ...field, source: line }));
}

const isTitleNote = /^\s*Translated title\b/;

/** Titles keep their markup; every other note is plain text. */
function addAnnotation(record: MutableRecord, field: DecodedField): void {
  addNote(record, isTitleNote.test(field.source) ? { ...field, value: latexToContent(field.source) } : field);
}

const withLatexMarkup = (field: BibtexField): BibtexField =>
  verbatim.has(field.name) ? field : { ...field, source: readHtmlInLatex(field.source) };

/** The field without the character references of HTML that databases write into LaTeX. */
function withoutEntities(field: BibtexField): BibtexField {
  if (!field.source.includes('&')) return field;
  const decode = (text: string): string => {
    const character = decodeEntities(text);
    return verbatim.has(field.name) || character === text ? character : toLatex(character);
  };
  return { ...field, source: field.source.replace(/\\?&[#\w]{2,10};/g, (text) => decode(text.replace(/^\\/, ''))) };
}

const markElectronic = (field: DecodedField): SourceField =>
  field.name === 'eissn' ? { ...field, value: `${field.value} (electronic)` } : field;

function reportUnknown(entry: BibtexEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields) {
    if (verbatim.has(field.name) || !field.source.includes('\\')) continue;
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

/** Fields of which the first value counts. */
const readOnce: ReadonlySet<string> = new Set(
  'title subtitle shorttitle month day type document_type entrysubtype nativeauthor'.split(' '),
);

/** Fields that are no LaTeX. */
const verbatim: ReadonlySet<string> = new Set(['doi', 'url', 'file', 'bdsk-url-1', 'bdsk-url-2', 'pdf']);

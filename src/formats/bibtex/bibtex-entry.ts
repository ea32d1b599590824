import { placeByline } from './bibtex-byline.ts';
import { placeBibtexDate } from './bibtex-date.ts';
import { placeBibtexField, plainField } from './bibtex-fields.ts';
import { placePublisher } from './bibtex-publisher.ts';
import { bibtexType, entryTypes } from './bibtex-types.ts';
import type { ForeignProblem, ForeignRecord } from '../record/foreign-record.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts';
import { latexToContent, latexToPlain, readLatex } from '../latex/read-latex.ts';
import { placeNote, resolveStatus } from '../record/read-note.ts';
import { reportUnplaced, startSketch, type RecordSketch, type SourceField } from '../record/record-sketch.ts';
import { placeNumbers } from '../record/serial-numbers.ts';

/** One entry, whose inherited fields stand behind its own. */
export function readBibtexEntry(entry: BibtexEntry, problems: ForeignProblem[]): ForeignRecord {
  const sketch = startSketch(entry.line, 'content');
  sketch.kind = entry.type;
  if (entry.key !== '') sketch.key = entry.key;
  const first = new Map<string, BibtexField>();
  for (const field of entry.fields) if (!first.has(field.name)) first.set(field.name, field);
  reportUnknown(entry, problems);
  for (const field of entry.fields) placeBibtexField(sketch, field, (name) => first.has(name));
  placeTitle(sketch, first);
  placeByline(sketch, entry, problems);
  placePublisher(sketch, entry);
  placeBibtexDate(sketch, entry);
  placeNumbers(
    sketch,
    entry.fields.filter(({ name }) => /^(?:e?issn|isbn)$/.test(name)).map((field) => markElectronic(field)),
  );
  const words: string[] = [];
  for (const field of entry.fields.filter(({ name }) => name === 'note' || name === 'annotation'))
    placeNotes(sketch, plainField(field), words);
  resolveStatus(sketch);
  sketch.type = bibtexType(entry, [
    ...words,
    latexToPlain(first.get('type')?.source ?? first.get('entrysubtype')?.source ?? ''),
    latexToPlain(first.get('document_type')?.source ?? ''),
  ]);
  for (const name of ['type', 'document_type', 'entrysubtype']) {
    const field = first.get(name);
    if (field && typeOfWords([latexToPlain(field.source)]) === undefined)
      reportUnplaced(sketch, plainField(field), 'no place');
  }
  if (!entryTypes.has(entry.type) && entry.type !== 'misc')
    reportUnplaced(sketch, { name: '@', value: entry.type, line: entry.line }, 'no place');
  return sketch;
}

function placeTitle(sketch: RecordSketch, fields: ReadonlyMap<string, BibtexField>): void {
  const title = fields.get('title');
  const subtitle = fields.get('subtitle');
  const parts = [title, subtitle].flatMap((field) => (field ? [latexToContent(field.source).trim()] : []));
  if (parts.length > 0) sketch.title = parts.filter(Boolean).join(': ');
  for (const name of ['bookkey', 'shorttitle']) {
    const field = fields.get(name);
    if (field && !latexToPlain(title?.source ?? '').startsWith(latexToPlain(field.source)))
      reportUnplaced(sketch, plainField(field), 'no place');
  }
}

/** Our own notes are sentences; the first may say what kind of publication this is. */
function placeNotes(sketch: RecordSketch, field: SourceField, words: string[]): void {
  const parts = field.value.split(
    /\. (?=(?:RETRACTED|WITHDRAWN|Expression of concern|Corrected|Cite instead:|Published version:|Preprint:))/,
  );
  for (const part of parts)
    if (/^(?:Preprint|Data set|Computer software|Protocol|Poster|Patent)$/.test(part)) words.push(part);
    else placeNote(sketch, { ...field, value: part });
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
        message: `${field.name} holds ${[...new Set(unknown)].join(', ')}, which is no command that is known here, and stays as it is written`,
        hint: 'write what it stands for',
      });
  }
}

const unread: ReadonlySet<string> = new Set(['doi', 'url', 'file', 'bdsk-url-1', 'bdsk-url-2', 'pdf']);

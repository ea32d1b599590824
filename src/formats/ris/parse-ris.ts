import type { ParsedRecords, ForeignProblem, ForeignRecord } from '../record/foreign-record.ts';
import { readLines } from '../record/read-lines.ts';
import type { SourceField } from '../record/mutable-record.ts';
import { readRisRecord } from './ris-record.ts';

/**
 * Parses RIS in the dialects of Zotero, EndNote, Mendeley, Scopus, Embase, Ovid, ProQuest, Web of Science and
 * publishers: `TY  - ` begins a record and `ER  - ` ends it; a line without a tag continues the one before.
 * https://web.archive.org/web/2012/http://www.refman.com/support/risformat_intro.asp
 */
export function parseRis(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  const lines = readLines(text);
  let fields: Field[] | undefined;
  // Some programs sort the tags, so that `TY` is not the first of its record.
  let early: Field[] = [];
  let stray: { line: number; text: string; count: number } | undefined;
  const close = (): void => {
    if (fields) records.push(readRisRecord(fields));
    fields = undefined;
  };
  const reportStray = (): void => {
    if (stray) problems.push(strayLines(stray));
    stray = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const match = tagLine.exec(line);
    const [, tag = '', value = ''] = match ?? [];
    if (tag === 'TY') {
      const before = early.some(({ name }) => tagsOfRecords.has(name)) ? early : [];
      if (before.length > 0) stray = undefined;
      early = [];
      reportStray();
      if (fields) problems.push(withoutEnd(fields[0]?.line ?? index, index + 1));
      close();
      fields = [{ name: tag, value: value.trim(), line: index + 1, lines: [] }, ...before];
    } else if (tag === 'ER') {
      if (!fields)
        stray = { line: stray?.line ?? index + 1, text: stray?.text ?? line, count: (stray?.count ?? 0) + 1 };
      close();
    } else if (!fields) {
      if (match) early.push({ name: tag, value: value.trim(), line: index + 1, lines: [] });
      else if (line.trim() !== '') early = [];
      if (line.trim() !== '' && !/^\s*(?:\d+\.|Record #\d+ of \d+)\s*$/.test(line))
        stray = { line: stray?.line ?? index + 1, text: stray?.text ?? line, count: (stray?.count ?? 0) + 1 };
    } else if (match) fields.push({ name: tag, value: value.trim(), line: index + 1, lines: [] });
    else fields.at(-1)?.lines.push(line);
  }
  reportStray();
  if (fields) {
    if (lines.at(-1) === '') {
      problems.push(withoutEnd(fields[0]?.line ?? 1, lines.length));
      close();
    } else problems.push(cutOff(fields[0]?.line ?? 1));
  }
  return { records, problems };
}

interface Field extends SourceField {
  readonly line: number;
  /** Continuation lines, as written. */
  readonly lines: string[];
}

/** RIS requires two spaces before the hyphen and one after it. Some programs write fewer. */
const tagLine = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/;

/** Tags that only a publication has. What databases write after the end of a record has none of them. */
const tagsOfRecords: ReadonlySet<string> = new Set('AU A1 TI T1 PY Y1 DA DO AB N2 T2 JO JF SP'.split(' '));

const strayLines = ({ line, text, count }: { line: number; text: string; count: number }): ForeignProblem => ({
  severity: 'warning',
  name: 'text-between-records',
  line,
  message: `${count === 1 ? 'a line is' : `${count} lines are`} outside every record: ${text.trim().slice(0, 80)}`,
  hint: 'a record begins with a line "TY  - " and ends with "ER  - "; if these lines belong to one, put them there',
});

const withoutEnd = (line: number, next: number): ForeignProblem => ({
  severity: 'warning',
  name: 'record-without-end',
  line,
  message: `the record has no line "ER  - " at its end; it was read up to line ${next}`,
  hint: 'compare this record with the source',
});

const cutOff = (line: number): ForeignProblem => ({
  severity: 'error',
  name: 'record-cut-off',
  line,
  message: 'the file ends in the middle of this record, so parts of it may be missing; it was skipped',
  hint: 'export or download the file again',
});

import { compileFile } from '../../compile/compile-file.ts';
import { decodeText, Report, type CompileContext } from '../../compile/compile-report.ts';
import { readYaml } from '../../compile/yaml/read-yaml.ts';
import { findRepairs } from '../../compile/yaml/repair-line.ts';
import { compareProblems, type Problem } from '../../domain/problems/problem.ts';
import { isSameRead } from '../../import/write/edit.ts';
import { valueAt } from '../../import/write/plan-edit.ts';
import { splitFile } from '../../import/write/yaml-file.ts';
import { fileSchemas, hasBody } from '../../schemas/file-schemas.ts';
import { importSettingsSchema } from '../../schemas/import-settings.ts';
import { fieldsAt } from '../../schemas/schema-shape.ts';
import { siteSchema } from '../../schemas/site.ts';
import { readRecord } from '../model/edit.ts';
import { pathOf, toDeskProblem } from '../model/find-repair.ts';
import type { DeskKind, DeskProblem } from '../model/record.ts';

/** A file as it is on the disk, with all problems that were found when the whole content was last read. */
export interface CheckedFile {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** The problems that {@link checkFile} finds in its text alone. */
  readonly own: readonly Problem[];
}

/**
 * The problems of a text, in the order of its lines. The text itself is checked again. Problems that need the whole content,
 * such as a person without a file, come from its last reading, and are kept for values that have not changed since.
 */
export function checkText(
  file: string,
  kind: DeskKind,
  text: string,
  saved: CheckedFile | undefined,
  context: CompileContext,
): readonly DeskProblem[] {
  const fields = readRecord(text, kind)?.fields;
  const isSaved = saved?.text === text;
  const own = isSaved ? saved.own : checkFile(file, kind, text, context);
  const known = new Set((saved?.own ?? []).map(keyOf));
  // Values before and after are compared only where there are problems that need the whole content.
  const isCompared = saved !== undefined && !isSaved && saved.problems.length > saved.own.length;
  const before = isCompared ? readRecord(saved.text, kind)?.fields : undefined;
  const ofWhole = (saved?.problems ?? []).filter((problem) => {
    if (known.has(keyOf(problem))) return false;
    if (isSaved) return true;
    if (problem.field === undefined || !fields || !before) return false;
    const path = pathOf(problem.field);
    return isSameRead(valueAt(fields, path), valueAt(before, path));
  });
  const bodyLine = bodyLineOf(text, kind);
  const problems = [...own, ...ofWhole].sort(compareProblems);
  return problems.map((problem) => ({
    ...toDeskProblem(problem, kind, fields, bodyLine),
    ...(fields ? {} : findRepairedLine(problem, kind, text)),
  }));
}

/** The repaired line of a problem, where it is known. */
function findRepairedLine({ line, message }: Problem, kind: DeskKind, text: string): Pick<DeskProblem, 'repairedLine'> {
  const written = line === undefined ? undefined : text.split(/\r?\n/)[line - 1];
  if (written === undefined) return {};
  const known = new Set(Object.keys(fieldsAt(fileSchemas[kind])));
  const repair = findRepairs(written, (word) => known.has(word)).find((one) => one.message === message);
  return repair ? { repairedLine: repair.line } : {};
}

/** Number of the line after the hyphens that end the fields. */
function bodyLineOf(text: string, kind: DeskKind): number | undefined {
  const parts = hasBody(kind) ? splitFile(text, true) : undefined;
  return parts && `${parts.before}${parts.yaml}`.split('\n').length + 1;
}

/** The problems of one text, without the other files. */
export function checkFile(file: string, kind: DeskKind, text: string, context: CompileContext): readonly Problem[] {
  const bytes = new TextEncoder().encode(text);
  if (kind !== 'site' && kind !== 'import') return compileFile(file, bytes, context).problems;
  const report = new Report(file, context);
  const decoded = decodeText(bytes, report);
  const front = decoded === undefined ? undefined : readYaml(decoded);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  if (kind === 'site') {
    if (front) report.validate(siteSchema, front);
    return report.problems;
  }
  if (front) report.validate(importSettingsSchema, front);
  // Nothing of the settings of imports is published.
  return report.problems.map((problem) => ({ ...problem, severity: 'warning' }));
}

/** The identity of a problem, without its line. */
const keyOf = ({ name, field, message }: Problem): string => JSON.stringify([name, field, message]);

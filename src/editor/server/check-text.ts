import { compileFile } from '../../compile/compile-file.ts';
import { decodeText, Report, type CompileContext } from '../../compile/compile-report.ts';
import { readYaml } from '../../compile/yaml/read-yaml.ts';
import { findRepairs } from '../../compile/yaml/repair-line.ts';
import { compareProblems, type Problem } from '../../domain/problems/problem.ts';
import { isSameRead } from '../../import/write/edit.ts';
import { valueAt } from '../../import/write/plan-edit.ts';
import { splitFile } from '../../import/write/yaml-file.ts';
import { fileSchemas, hasBody } from '../../schemas/file-schemas.ts';
import { fieldsAt } from '../../schemas/schema-shape.ts';
import { siteSchema } from '../../schemas/site.ts';
import { readRecord } from '../model/edit.ts';
import { pathOf, toDeskProblem } from '../model/find-repair.ts';
import type { DeskKind, DeskProblem } from '../model/record.ts';

/** A file as it is on the disk, with all of its problems in the last reading of the whole content. */
export interface CheckedFile {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Those of its text alone, as {@link checkFile} finds them. */
  readonly own: readonly Problem[];
}

/**
 * The problems of a text, in the order of its lines. The file itself is checked anew; what only the whole content shows, such
 * as a person without a file, is known from its last reading, for values that are as they were then.
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
  // Only what the whole content shows is compared with what was there before.
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

/** The line of a problem as it should be, where that is known. */
function findRepairedLine({ line, message }: Problem, kind: DeskKind, text: string): Pick<DeskProblem, 'repairedLine'> {
  const written = line === undefined ? undefined : text.split(/\r?\n/)[line - 1];
  if (written === undefined) return {};
  const known = new Set(Object.keys(fieldsAt(fileSchemas[kind])));
  const repair = findRepairs(written, (word) => known.has(word)).find((one) => one.message === message);
  return repair ? { repairedLine: repair.line } : {};
}

/** The line after the hyphens that end the fields. */
function bodyLineOf(text: string, kind: DeskKind): number | undefined {
  const parts = hasBody(kind) ? splitFile(text, true) : undefined;
  return parts && `${parts.before}${parts.yaml}`.split('\n').length + 1;
}

/** The problems of a text by itself. */
export function checkFile(file: string, kind: DeskKind, text: string, context: CompileContext): readonly Problem[] {
  const bytes = new TextEncoder().encode(text);
  if (kind !== 'site') return compileFile(file, bytes, context).problems;
  const report = new Report(file, context);
  const decoded = decodeText(bytes, report);
  const front = decoded === undefined ? undefined : readYaml(decoded);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  if (front) report.validate(siteSchema, front);
  return report.problems;
}

/** The same fault of the same field, wherever it is. */
const keyOf = ({ name, field, message }: Problem): string => JSON.stringify([name, field, message]);

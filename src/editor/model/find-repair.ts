import type { Problem } from '../../domain/problems/problem.ts';
import { closest } from '../../domain/problems/suggestion.ts';
import { fileSchemas } from '../../schemas/file-schemas.ts';
import { fieldsAt } from '../../schemas/schema-shape.ts';
import type { ReadValue } from '../../import/write/edit.ts';
import { valueAt } from '../../import/write/plan-edit.ts';
import { checkValue } from './check-value.ts';
import type { DeskKind, DeskProblem, Edit, Path } from './record.ts';

/**
 * Adds to a problem the path of its field, and the edits that repair it where they are known. `bodyLine`: number of the first
 * line after the fields; undefined for a file without a body.
 */
export function toDeskProblem(
  problem: Problem,
  kind: DeskKind,
  fields: ReadValue | undefined,
  bodyLine: number | undefined,
): DeskProblem {
  const inBody = bodyLine !== undefined && problem.line !== undefined && problem.line >= bodyLine;
  const path = problem.field !== undefined ? pathOf(problem.field) : inBody ? ['body'] : undefined;
  const repair = path && fields !== undefined ? findRepair(problem, kind, path, fields) : undefined;
  return { ...problem, ...(path ? { path } : {}), ...(repair ? { repair } : {}) };
}

/** Path of a field, such as `authors`, 1, `orcid` for `authors[2].orcid`. */
export const pathOf = (field: string): Path =>
  field
    .split(/[.[]/)
    .filter((part) => part !== '')
    .map((part) => (part.endsWith(']') ? Number(part.slice(0, -1)) - 1 : part));

/** Edits that repair a problem; undefined where there is not exactly one correct value. */
function findRepair({ name }: Problem, kind: DeskKind, path: Path, fields: ReadValue): readonly Edit[] | undefined {
  const value = valueAt(fields, path);
  if (value === undefined) return undefined;
  if (name === 'unknown-key') {
    const parent = path.slice(0, -1);
    const known = Object.keys(fieldsAt(fileSchemas[kind], parent));
    const near = closest(String(path.at(-1)), known);
    if (near === undefined && parent.length === 0 && known.includes('extra')) return toOwnField(path, value);
    if (near === undefined || valueAt(fields, [...parent, near]) !== undefined) return undefined;
    return [
      { type: 'remove', path },
      { type: 'set', path: [...parent, near], value },
    ];
  }
  const repaired = checkValue(kind, path, value)?.repaired;
  if (repaired === undefined || checkValue(kind, path, repaired)) return undefined;
  return [{ type: 'set', path, value: repaired }];
}

/** A field that the schema does not have becomes one of the institute's own, with a label made of its name. */
function toOwnField(path: Path, value: ReadValue): readonly Edit[] | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const words = String(path.at(-1))
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const label = words.slice(0, 1).toUpperCase() + words.slice(1);
  return [
    { type: 'remove', path },
    { type: 'set', path: ['extra', label], value },
  ];
}

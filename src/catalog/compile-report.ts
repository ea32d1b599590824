import type { Fault, Problem } from '../domain/problem.ts';
import { findUnsafeCharacters } from '../domain/unsafe-characters.ts';
import { fieldName } from '../schemas/explain-issue.ts';
import { validateFields, type FieldSchema } from '../schemas/validate.ts';
import type { Frontmatter, Place } from './read-frontmatter.ts';

/** What a file's meaning depends on besides its own text. */
export interface CompileContext {
  readonly locales: readonly string[];
  readonly trust: 'mdx' | 'markdown';
  /** Path before every address of the site. */
  readonly base: string;
}

/** Collects what is wrong with one file. */
export class Report {
  readonly problems: Problem[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(fault: Fault, place?: Place, field?: string): void {
    this.problems.push({
      severity: fault.severity ?? 'error',
      name: fault.name,
      file: this.file,
      ...(place ? { line: place.line, column: place.column } : {}),
      ...(field ? { field } : {}),
      message: fault.message,
      hint: fault.hint,
    });
  }

  /** Adds a fault of one field, at the place where the field stands. */
  addAt(fault: Fault, front: Frontmatter, path: readonly (string | number)[], at: 'key' | 'value' = 'value'): void {
    this.add(fault, front.placeOf(path, at), fieldName(path));
  }

  /** The fields of a file in their domain form; undefined, with problems added, when something is wrong with them. */
  validate<Fields>(schema: FieldSchema<Fields>, front: Frontmatter): Fields | undefined {
    for (const [path, text] of strings(front.fields, [])) {
      const fault = findUnsafeCharacters(text);
      if (fault) this.addAt(fault, front, path);
    }
    const result = validateFields(schema, front.fields);
    if ('fields' in result) return result.fields;
    for (const { path, at, ...fault } of result.faults) this.addAt(fault, front, path, at);
    return undefined;
  }
}

function* strings(value: unknown, path: readonly (string | number)[]): Generator<[readonly (string | number)[], string]> {
  if (typeof value === 'string') {
    // Most text is plain ASCII, in which no invisible character can hide.
    if (/[^\n\x20-\x7e]/.test(value)) yield [path, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* strings(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* strings(item, [...path, key]);
  }
}

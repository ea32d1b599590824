import type { z } from 'zod';
import type { Fault } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import { fieldsAt } from './schema-shape.ts';

/**
 * One fault of one field, with the path of the field. `key`: the fault is in the name of the field, and not in its value.
 */
export interface FieldFault extends Fault {
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
}

/**
 * The faults of an issue that zod found, in words for the author. One issue may cause several; `limit` are returned at
 * most.
 */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, limit: number): FieldFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, limit).map((key) => ({
      path: [...path, key],
      at: 'key' as const,
      ...unknownKey(key, Object.keys(fieldsAt(schema, path))),
    }));
  }
  return [{ path, at: 'value', ...valueFault(issue, fieldName(path)) }];
}

function valueFault(issue: z.core.$ZodIssue, field: string): Fault {
  switch (issue.code) {
    case 'custom':
      return isFault(issue.params?.['fault'])
        ? issue.params['fault']
        : { name: 'invalid-value', message: issue.message, hint: manualHint };
    case 'invalid_type':
      return issue.input === undefined
        ? {
            name: 'missing-field',
            message: `\`${field}\` is missing, and it is required`,
            hint: missingHint(field),
          }
        : {
            name: 'wrong-kind',
            message: `\`${field}\` should be ${kinds[issue.expected] ?? `a ${issue.expected}`}, but is ${kindOf(issue.input)}`,
            hint: issue.expected === 'string' ? textHint(issue.input) : (kindHints[issue.expected] ?? manualHint),
          };
    case 'invalid_value': {
      const words = issue.values.map(String);
      const near = typeof issue.input === 'string' ? closest(issue.input, words) : undefined;
      return {
        name: 'unknown-word',
        message: `"${String(issue.input)}" is not a value of \`${field}\``,
        hint: near ? `did you mean ${near}? (${words.join(', ')})` : `write one of ${words.join(', ')}`,
      };
    }
    case 'too_small':
      return {
        name: 'empty-list',
        message: `\`${field}\` is empty, and needs at least ${issue.minimum}`,
        hint: `add an entry to \`${field}\``,
      };
    case 'invalid_format':
      return {
        name: 'invalid-form',
        message: `"${String(issue.input)}" does not have the form that \`${field}\` needs`,
        hint: field.startsWith('accent') ? 'write a colour such as "#0b5563", in quotes' : manualHint,
      };
    case 'invalid_key':
      return issue.issues[0]
        ? valueFault(issue.issues[0], field)
        : { name: 'invalid-key', message: issue.message, hint: manualHint };
    default:
      return { name: 'invalid-value', message: issue.message, hint: manualHint };
  }
}

function unknownKey(key: string, known: readonly string[]): Fault {
  const near = closest(key, known);
  return {
    name: 'unknown-key',
    message: `\`${key}\` is not a field, so its value would not be published`,
    hint: near
      ? `did you mean \`${near}\`?`
      : known.includes('extra')
        ? 'write it under `extra`, which shows own fields with their labels; docs/fields.md has all fields'
        : `use one of ${known.join(', ')}`,
  };
}

const kinds: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a text, or a text for each language',
};
const kindHints: Record<string, string> = {
  array: 'write each entry on a line of its own that starts with "- "',
  object: 'write its fields on lines below, indented by two spaces',
  record: 'write a text, or { en: "…", fa: "…" }',
};

const manualHint = 'compare with the example in the manual';

/** YAML reads a text with a colon and a space as a group of one field. For such a group, the hint shows the text in quotes. */
function textHint(value: unknown): string {
  const [entry, ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entry && more.length === 0 && typeof entry[1] === 'string' && !Array.isArray(value)
    ? `put the text in quotes: ${JSON.stringify(`${entry[0]}: ${entry[1]}`)}`
    : 'write it as one text, in quotes';
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : typeof value === 'string'
      ? `the text "${value.slice(0, 60)}"`
      : 'a group of fields';

const missingHint = (field: string): string => {
  const dot = field.lastIndexOf('.');
  return dot === -1 ? `add a line \`${field}: …\`` : `add \`${field.slice(dot + 1)}: …\` to \`${field.slice(0, dot)}\``;
};

/** Name of a field in problems, such as `authors[2].orcid`; positions count from 1. */
export const fieldName = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part + 1}]` : name ? `${name}.${part}` : part),
    '',
  );

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'hint' in value && 'message' in value && 'name' in value;

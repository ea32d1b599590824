import type { z } from 'zod';
import type { Fault } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import { inYamlList } from '../domain/text/in-yaml-list.ts';
import { otherNames } from './other-names.ts';
import { fieldsAt } from './schema-shape.ts';

/**
 * One fault of one field, with the path of the field. `key`: the fault is in the name of the field, and not in its value.
 */
export interface FieldFault extends Fault {
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
  /** The field that an unknown one probably stands for. */
  readonly meant?: string;
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
            hint: kindHint(issue.expected, issue.input, field),
          };
    case 'invalid_value': {
      const words = issue.values.map(String);
      const near = typeof issue.input === 'string' ? wordMeant(issue.input, words) : undefined;
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

function unknownKey(key: string, known: readonly string[]): Fault & { readonly meant?: string } {
  const name = key.toLowerCase().replace(/[-_\s]/g, '');
  const other = known.includes('published') && Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  const near = other ? undefined : closest(key, known);
  const meant = other?.field ?? near;
  return {
    name: 'unknown-key',
    message: `\`${key}\` is not a field, so its value would not be published`,
    ...(meant === undefined ? {} : { meant }),
    hint: near
      ? `did you mean \`${near}\`?`
      : other
        ? other.hint
        : known.includes('extra')
          ? 'write it under `extra`, which shows own fields with their labels; docs/fields.md has all fields'
          : `use one of ${known.join(', ')}`,
  };
}

/** The word that a text means: a misspelt one, or the only one that the text holds, as in `Journal Article`. */
function wordMeant(text: string, words: readonly string[]): string | undefined {
  const held = words.filter((word) =>
    text
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .includes(word),
  );
  return closest(text, words) ?? (held.length === 1 ? held[0] : undefined);
}

function kindHint(expected: string, input: unknown, field: string): string {
  if (expected === 'string') return textHint(input);
  if (expected === 'array' && typeof input === 'string') {
    const entries = entriesOf(input);
    if (entries.length > 1) return `write ${field}: [${entries.map(inYamlList).join(', ')}]`;
  }
  if (expected === 'object' && field.startsWith('links') && typeof input === 'string')
    return `write { rel: …, url: ${JSON.stringify(input)} }, with what the link leads to as \`rel\``;
  return kindHints[expected] ?? manualHint;
}

/** What a text lists: after bullets, between semicolons, or between commas where each part is `Family INITIALS`. */
function entriesOf(text: string): readonly string[] {
  const divide = (separator: RegExp) =>
    text
      .slice(0, 1000)
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  const parts = divide(/(?:^|\s)[-•▪◦‣●·–—]\s|[;؛；]/u);
  const byComma = divide(/[,،]/);
  return parts.length > 1 || !byComma.every((part) => /^\S+(?: \S+)? \p{Lu}{1,3}$/u.test(part)) ? parts : byComma;
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

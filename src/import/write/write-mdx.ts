import { stringify } from 'yaml';
import type { DraftFields, DraftJournal, DraftValue } from '../draft/draft.ts';

/** Formats the file of a publication: fields, and the abstract. */
export const writeMdx = (fields: DraftFields, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => writeField(name, value))
    .join('')}---\n${body === '' ? '' : `\n${body}\n`}`;

/**
 * Formats one field as YAML, with its line break. A short list of plain values is on one line, a text of several lines below
 * its key. `column`: spaces before the key.
 */
export function writeField(name: string, value: DraftValue, column = 0): string {
  const key = `${' '.repeat(column)}${writeKey(name)}:`;
  if (Array.isArray(value)) {
    const items = value as readonly DraftValue[];
    const flow = `${key} [${items.map(writeFlow).join(', ')}]\n`;
    if (
      items.every((item) => typeof item !== 'object') &&
      flow.length <= 100 &&
      (name !== 'authors' || items.length === 0)
    )
      return flow;
    return `${key}\n${items.map((item) => `${' '.repeat(column + 2)}- ${writeFlow(item)}\n`).join('')}`;
  }
  if (typeof value === 'object') {
    if (Object.values(value).some((text) => typeof text === 'string' && text.includes('\n')))
      return `${key}\n${Object.entries(value)
        .map(([inner, text]) => writeField(inner, text, column + 2))
        .join('')}`;
    return `${key} ${writeFlow(value)}\n`;
  }
  if (typeof value === 'string' && value.includes('\n') && !unfitForLines.test(value))
    return `${key} ${literal(value, column)}\n`;
  return `${key} ${writeScalar(value)}\n`;
}

/** A text of several lines as it is, for below a key at `column`. */
export const literal = (text: string, column: number): string =>
  `${text.endsWith('\n') ? '|' : '|-'}\n${text.replace(/\n$/, '').replace(/^(?=.)/gm, ' '.repeat(column + 2))}`;

/** Texts of which lines below a key would lose something: spaces before it, line breaks after it, characters without a form. */
const unfitForLines =
  /^\s|\n\n$|[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

export const writeJournal = (journal: DraftJournal): string =>
  (['title', 'abbreviation', 'issn', 'eissn', 'publisher'] as const)
    .flatMap((name) => (journal[name] === undefined ? [] : [writeField(name, journal[name])]))
    .join('');

/** Formats a value on one line, in flow style. */
export function writeFlow(value: DraftValue): string {
  if (Array.isArray(value)) return `[${(value as readonly DraftValue[]).map(writeFlow).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `${writeKey(key)}: ${writeFlow(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return writeScalar(value);
}

/** Formats a key; the names of languages and fields stay bare, also `no`. */
export const writeKey = (key: string): string => (/^[a-z][\w-]*$/i.test(key) ? key : writeScalar(key));

/** Formats a scalar: plain words and numbers without quotation marks, anything else with them. */
export function writeScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (plainText.test(value) && !reserved.test(value)) return value;
  // JSON and YAML escape quotation marks and backslashes alike; control characters they do not.
  if (!/[\p{Cc}\p{Cs}]/u.test(value)) return JSON.stringify(value);
  return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}

const plainText = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ./_–-]*$/u;
/** Texts that YAML readers would parse as another type or change. */
const reserved = /^(?:true|false|yes|no|on|off|null|y|n)$|\s$|^0\d+$|^\d+[.e_]\d+$/i;

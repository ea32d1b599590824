import { stringify } from 'yaml';
import type { DraftFields, DraftJournal, DraftValue } from '../draft/draft.ts';

/** Formats the file of a publication: fields, and the abstract. */
export const writeMdx = (fields: DraftFields, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => writeField(name, value))
    .join('')}---\n${body === '' ? '' : `\n${body}\n`}`;

/** Formats one field as YAML, with its line break. A short list of plain values is on one line. */
export function writeField(name: string, value: DraftValue): string {
  if (Array.isArray(value)) {
    const items = value as readonly DraftValue[];
    const flow = `${name}: [${items.map(writeFlow).join(', ')}]\n`;
    if (items.every((item) => typeof item !== 'object') && flow.length <= 100 && name !== 'authors') return flow;
    return `${name}:\n${items.map((item) => `  - ${writeFlow(item)}\n`).join('')}`;
  }
  if (typeof value === 'object') {
    if (Object.values(value).some((text) => typeof text === 'string' && text.includes('\n')))
      return `${name}:\n${Object.entries(value)
        .map(([key, text]) => `  ${key}: |-\n${(typeof text === 'string' ? text : '').replace(/^(?=.)/gm, '    ')}\n`)
        .join('')}`;
    return `${name}: ${writeFlow(value)}\n`;
  }
  return `${name}: ${writeScalar(value)}\n`;
}

export const writeJournal = (journal: DraftJournal): string =>
  (['title', 'abbreviation', 'issn', 'eissn', 'publisher'] as const)
    .flatMap((name) => (journal[name] === undefined ? [] : [writeField(name, journal[name])]))
    .join('');

/** Formats a value on one line, in flow style. */
export function writeFlow(value: DraftValue): string {
  if (Array.isArray(value)) return `[${(value as readonly DraftValue[]).map(writeFlow).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${writeFlow(item)}`)
      .join(', ')} }`;
  return writeScalar(value);
}

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

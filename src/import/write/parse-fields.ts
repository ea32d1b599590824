import { isScalar, parseDocument, type Document, type Pair } from 'yaml';

/** Parses the front matter. `opening` is the offset of its first line, `newline` its line break. */
export function parseFields(file: string): {
  readonly opening: number;
  readonly yaml: string;
  readonly document: Document.Parsed;
  readonly newline: string;
} {
  const opening = /^---[ \t]*\r?\n/.exec(file)?.[0].length ?? 0;
  const closing = /^---[ \t]*$/m.exec(file.slice(opening))?.index ?? 0;
  const yaml = file.slice(opening, opening + closing);
  const document = parseDocument(yaml, { schema: 'failsafe', keepSourceTokens: true, logLevel: 'silent' });
  return { opening, yaml, document, newline: /\r\n/.test(yaml) ? '\r\n' : '\n' };
}

export const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

export const keyStart = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);

/** Offset of the end of the value, without white space after it. */
export function valueEnd(pair: Pair, yaml: string): number {
  const key = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  const range = (pair.value as { range?: readonly [number, number, number] | null } | null)?.range;
  const colon = yaml.indexOf(':', key) + 1;
  const end = range && range[1] > colon ? range[1] : colon;
  return colon + yaml.slice(colon, end).trimEnd().length;
}

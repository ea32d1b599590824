import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { publicationFields } from '../../schemas/publication.ts';
import type { DraftValue } from '../draft/draft.ts';
import { keyOf, keyStart, parseFields, valueEnd } from './parse-fields.ts';
import { writeField, writeFlow, writeScalar } from './write-mdx.ts';

/** A value inside a field. Its path is, for example, `authors`, 0, `orcid`, with 0-based positions. */
export interface NestedValue {
  readonly path: readonly (string | number)[];
  readonly value: DraftValue;
}

/**
 * Writes a field into a file: replaces its old value, or inserts it after the last key that is before it in
 * `fieldOrder`.
 */
export function insertField(file: string, name: string, value: DraftValue): string {
  const { opening, yaml, document, newline } = parseFields(file);
  const lines = writeField(name, value).replace(/\n/g, newline);
  if (!isMap(document.contents)) return file.slice(0, opening) + lines + file.slice(opening);
  const items = document.contents.items as readonly Pair[];
  const own = items.find((pair) => keyOf(pair) === name);
  const replace = (start: number, end: number, text: string): string =>
    file.slice(0, opening + start) + text + file.slice(opening + end);
  if (own) {
    const [start, end] = [keyStart(own), valueEnd(own, yaml)];
    // Keep a comment after the value on the first line.
    const rest = /^[ \t]+#[^\n\r]*/.exec(yaml.slice(end))?.[0] ?? '';
    const single = lines.indexOf('\n') === lines.length - 1;
    const body = lines.replace(/\r?\n$/, '');
    return single
      ? replace(start, end, body)
      : replace(start, end + rest.length, rest === '' ? body : body.replace(/\r?\n/, `${rest}${newline}`));
  }
  const order = fields.indexOf(name);
  const before = [...items].reverse().find((pair) => {
    const at = fields.indexOf(keyOf(pair));
    return at >= 0 && at < order;
  });
  if (!before) return replace(0, 0, lines);
  const end = valueEnd(before, yaml);
  const lineEnd = yaml.indexOf('\n', end);
  return lineEnd < 0 ? replace(yaml.length, yaml.length, newline + lines) : replace(lineEnd + 1, lineEnd + 1, lines);
}

const fields: readonly string[] = publicationFields;

/**
 * Writes values into existing lists and maps: in place of the old value, or after the last key of a map, in the style of that
 * map. A plain name becomes a map. A value without an existing parent is not written.
 */
export function insertNested(file: string, values: readonly NestedValue[]): string {
  const { opening, yaml, document, newline } = parseFields(file);
  const byParent = new Map<Node, NestedValue[]>();
  for (const value of values) {
    const parent = document.getIn(value.path.slice(0, -1), true) as Node | undefined;
    if (parent) byParent.set(parent, [...(byParent.get(parent) ?? []), value]);
  }
  const edits = [...byParent].flatMap(([parent, inner]) => buildEdits(parent, inner, yaml, newline));
  let changed = yaml;
  for (const { start, end, text } of edits.sort((one, other) => other.start - one.start))
    changed = changed.slice(0, start) + text + changed.slice(end);
  return file.slice(0, opening) + changed + file.slice(opening + yaml.length);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function buildEdits(parent: Node, inner: readonly NestedValue[], yaml: string, newline: string): readonly Edit[] {
  if (isScalar(parent)) {
    const [start = 0, end = 0] = parent.range ?? [];
    const written = yaml.slice(start, end).trimEnd();
    const other = inner.find(({ path }) => path.at(-1) === 'name');
    const name = other ? writeFlow(other.value) : /^["']/.test(written) ? written : writeScalar(String(parent.value));
    const entries = inner
      .filter((value) => value !== other)
      .map(({ path, value }) => `${String(path.at(-1))}: ${writeFlow(value)}`);
    const text = entries.length === 0 ? name : `{ name: ${name}, ${entries.join(', ')} }`;
    return [{ start, end: start + written.length, text }];
  }
  if (!isMap(parent)) return [];
  const pairs = parent.items as readonly Pair[];
  const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });
  const [edits, missing]: [Edit[], string[]] = [[], []];
  for (const { path, value } of inner) {
    const known = pairs.find((pair) => keyOf(pair) === path.at(-1));
    const start = (known?.value as Node | null | undefined)?.range?.[0];
    const end = known ? valueEnd(known, yaml) : 0;
    if (known && start !== undefined && start < end) edits.push({ start, end, text: writeFlow(value) });
    else if (known) edits.push(insert(end, ` ${writeFlow(value)}`));
    else missing.push(`${String(path.at(-1))}: ${writeFlow(value)}`);
  }
  const last = pairs.at(-1);
  if (!last || missing.length === 0) return edits;
  const end = valueEnd(last, yaml);
  if (parent.flow === true) return [...edits, insert(end, missing.map((entry) => `, ${entry}`).join(''))];
  const lineBreak = yaml.indexOf('\n', end);
  const lineEnd = lineBreak < 0 ? yaml.length : lineBreak - (newline.length - 1);
  const indent = newline + ' '.repeat(columnOf(parent, yaml));
  return [...edits, insert(lineEnd, missing.map((entry) => indent + entry).join(''))];
}

function columnOf(map: YAMLMap, yaml: string): number {
  const [first] = map.items as readonly Pair[];
  const start = first ? keyStart(first) : 0;
  return start - (yaml.lastIndexOf('\n', start - 1) + 1);
}

import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Path, ReadValue } from './edit.ts';

/** A file in its parts: `before + yaml + after` is its text. */
export interface YamlFile {
  readonly before: string;
  readonly yaml: string;
  /** The line of hyphens that ends the fields, and the body. Empty in a file of fields alone. */
  readonly after: string;
  /** The line break of the file. */
  readonly newline: string;
}

/** Undefined for a file that should have lines of hyphens around its fields and has not. */
export function splitFile(text: string, hasBody: boolean): YamlFile | undefined {
  const newline = /\r\n/.test(text) ? '\r\n' : '\n';
  if (!hasBody) {
    const before = text.startsWith('\ufeff') ? '\ufeff' : '';
    return { before, yaml: text.slice(before.length), after: '', newline };
  }
  const before = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0];
  const closing = before === undefined ? undefined : /^---[ \t]*$/m.exec(text.slice(before.length))?.index;
  if (before === undefined || closing === undefined) return undefined;
  const end = before.length + closing;
  return { before, yaml: text.slice(before.length, end), after: text.slice(end), newline };
}

/** The fields with the places of all their parts; undefined where the YAML is malformed. */
export function parseYaml(yaml: string): Document | undefined {
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    // A tag such as `!!binary` would make a value that is not as it is written.
    resolveKnownTags: false,
    keepSourceTokens: true,
    logLevel: 'silent',
    prettyErrors: false,
  });
  return document.errors.length > 0 || !(document.contents === null || isMap(document.contents)) ? undefined : document;
}

/** Fields with the places of all their parts, and as they are read. */
export interface OpenedYaml {
  readonly document: Document;
  readonly fields: Readonly<Record<string, ReadValue>>;
}

/**
 * Opens fields; undefined where they cannot be read. The last two are kept: what an edit has written is read back, then shown in a
 * form, then opened for the next edit, and fields with thousands of authors take a tenth of a second each time.
 */
export function openYaml(yaml: string): OpenedYaml | undefined {
  const known = lastOpened.find((one) => one.yaml === yaml);
  if (known) return known.opened;
  const document = parseYaml(yaml);
  const fields = document && readFields(document);
  const opened = fields && { document, fields };
  lastOpened = [{ yaml, opened }, ...lastOpened].slice(0, 2);
  return opened;
}

let lastOpened: readonly { readonly yaml: string; readonly opened: OpenedYaml | undefined }[] = [];

/** The first fault of malformed fields, in the words of the library; `line`: from 1, of these fields. */
export function findYamlFault(yaml: string): { readonly line: number; readonly message: string } | undefined {
  const [error] = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false }).errors;
  return error && { line: yaml.slice(0, error.pos[0]).split('\n').length, message: error.message };
}

/** The fields as they are read; undefined where they have an alias without an anchor, or too many aliases. */
export function readFields(document: Document): Readonly<Record<string, ReadValue>> | undefined {
  try {
    return withTexts((document.toJS({ maxAliasCount: 100 }) ?? {}) as PlainValue) as Readonly<
      Record<string, ReadValue>
    >;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the library gives of YAML without types. */
type PlainValue = string | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

function withTexts(value: PlainValue): ReadValue {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (isPlainList(value)) return value.map(withTexts);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item)]));
}

const isPlainList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

/** A part of the fields: its node, what it is in, and whether it is in brackets or braces. */
export interface Place {
  /** Null for a key of a map in braces without a colon. */
  readonly node: Node | null;
  readonly inFlow: boolean;
  /** The pair of a value of a map; absent for the item of a list. */
  readonly pair?: Pair;
  readonly parent?: Node;
  readonly index: number;
}

/** Undefined where nothing is at the path. Nothing is inside an alias (`*name`). */
export function placeAt(document: Document, path: Path): Place | undefined {
  let place: Place = { node: document.contents, inFlow: false, index: 0 };
  for (const part of path) {
    const { node }: Place = place;
    const inFlow: boolean = place.inFlow || ((isMap(node) || isSeq(node)) && node.flow === true);
    if (isMap(node)) {
      const index: number = (node.items as readonly Pair[]).findIndex((pair) => keyOf(pair) === String(part));
      const pair: Pair | undefined = node.items[index];
      if (!pair) return undefined;
      place = { node: pair.value as Node | null, inFlow, pair, parent: node, index };
    } else if (isSeq(node)) {
      const index: number = Number(part);
      const item: Node | undefined = node.items[index] as Node | undefined;
      if (!item) return undefined;
      place = { node: item, inFlow, parent: node, index };
    } else return undefined;
  }
  return place;
}

/** Where a node begins, and ends without white space after it. */
export function spanOf(node: Node, yaml: string): readonly [start: number, end: number] {
  const [start, end] = node.range ?? [0, 0];
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return [start, last ? pairEnd(last, yaml) : end];
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | undefined;
    return [start, last ? Math.max(spanOf(last, yaml)[1], start + 1) : end];
  }
  // A text with `+` keeps the blank lines after it.
  if (isScalar(node) && node.type?.startsWith('BLOCK') && /^[|>][1-9]?\+/.test(yaml.slice(start, end)))
    return [start, end];
  return [start, start + yaml.slice(start, end).trimEnd().length];
}

/** Where a key and its value end. */
export function pairEnd(pair: Pair, yaml: string): number {
  const node = pair.value as Node | null;
  if (node && node.range && node.range[1] > node.range[0]) return spanOf(node, yaml)[1];
  return node ? valueEnd(pair, node, yaml) : keyEnd(pair);
}

/** The end of an alias, or of a colon without a value. */
function valueEnd(pair: Pair, { range }: Node, yaml: string): number {
  const colon = afterColon(pair, yaml);
  const end = range && range[1] > colon ? range[1] : colon;
  return colon + yaml.slice(colon, end).trimEnd().length;
}

export const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

export const keyStart = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);

export const keyEnd = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0);

/** Offset after the colon of a pair. */
export const afterColon = (pair: Pair, yaml: string): number => yaml.indexOf(':', keyEnd(pair)) + 1;

export const lineStart = (yaml: string, offset: number): number => yaml.lastIndexOf('\n', offset - 1) + 1;

/** Offset after the line break of a line; the length of the text where it has none. */
export function lineEnd(yaml: string, offset: number): number {
  const newline = yaml.indexOf('\n', offset);
  return newline < 0 ? yaml.length : newline + 1;
}

/** Offset of the first of the lines of comments directly above a line. */
export function withComments(yaml: string, start: number): number {
  let first = start;
  while (first > 0) {
    const above = lineStart(yaml, first - 1);
    if (!/^[ \t]*#/.test(yaml.slice(above, first))) break;
    first = above;
  }
  return first;
}

/** The columns before the keys of a map, or before the hyphens of a list. */
export function columnOf(node: Node, yaml: string): number {
  const [pair] = (isMap(node) ? node.items : []) as readonly (Pair | undefined)[];
  const start = pair ? keyStart(pair) : (node.range?.[0] ?? 0);
  return start - lineStart(yaml, start);
}

export const isBlock = (node: Node | null | undefined): node is Node =>
  (isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0;

export const isBlockMap = (node: Node | null | undefined): node is YAMLMap =>
  isMap(node) && node.flow !== true && node.items.length > 0;

/** After the rest of the line of an offset, unless the offset itself begins a line. */
export const endOfLines = (yaml: string, offset: number): number =>
  offset > 0 && yaml[offset - 1] === '\n' ? offset : lineEnd(yaml, offset);

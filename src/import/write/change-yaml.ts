import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { DraftValue } from '../draft/draft.ts';
import { isDraftList, type Path } from './edit.ts';
import { keyOf, keyStart } from './parse-fields.ts';
import type { Change } from './plan-changes.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { literal, writeField, writeFlow, writeKey } from './write-mdx.ts';
import {
  afterColon,
  columnOf,
  isBlock,
  isBlockMap,
  lineEnd,
  lineStart,
  pairEnd,
  placeAt,
  spanOf,
  withComments,
  type Place,
} from './yaml-file.ts';

/** What replaces a part of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names of the fields of the group at a path, in the order in which they are written. */
export type FieldOrder = (path: Path) => readonly string[];

/** The text with a change; undefined where its form cannot hold the change. Line breaks are `\n`. */
export function spliceOf(yaml: string, document: Document, change: Change, orderOf: FieldOrder): Splice | undefined {
  switch (change.type) {
    case 'replace': {
      const place = placeAt(document, change.path);
      return place && replaceValue(yaml, place, change.value);
    }
    case 'add':
      return addField(yaml, document, change.path, change.value, orderOf);
    case 'remove': {
      const place = placeAt(document, change.path);
      return place && (place.pair ? removePair(yaml, place, place.pair) : removeItem(yaml, place));
    }
    case 'insert':
      return insertItem(yaml, placeAt(document, change.path)?.node, change.index, change.value);
  }
}

function replaceValue(yaml: string, { node, inFlow, pair, parent }: Place, value: DraftValue): Splice | undefined {
  const inline = typeof value === 'object' || typeof value === 'string' ? writeFlow(value) : String(value);
  if (!node || (isScalar(node) && node.range?.[0] === node.range?.[1]))
    return fillEmpty(yaml, node, pair, parent, inline);
  const [start, end] = spanOf(node, yaml);
  if (isScalar(node)) {
    const indent = pair && parent && !inFlow ? columnOf(parent, yaml) : 0;
    const text =
      typeof value === 'object' ? inline : rewriteScalar(String(value), node, yaml.slice(start, end), inFlow, indent);
    return { start, end, text };
  }
  if (inFlow || !isBlock(node)) return { start, end, text: inline };
  if (!pair || !parent) return { start, end, text: inline };
  // The value is below its key; a remark after the key stays there.
  const colon = afterColon(pair, yaml);
  const remark = /^[^\n]*/.exec(yaml.slice(colon, start))?.[0] ?? '';
  return { start: colon, end, text: valueAfterKey(value, columnOf(parent, yaml), remark.trimEnd()) };
}

/** A value with what is between it and the colon of its key. */
function valueAfterKey(value: DraftValue, column: number, remark: string): string {
  const margin = ' '.repeat(column);
  const field = writeField('k', value, column)
    .replace(/\n$/, '')
    .slice(margin.length + 2);
  const below = field.startsWith('\n');
  return below ? `${remark}${field}` : `${field}${remark}`;
}

function fillEmpty(
  yaml: string,
  node: Node | null,
  pair: Pair | undefined,
  parent: Node | undefined,
  inline: string,
): Splice | undefined {
  if (pair && node) return insertAt(afterColon(pair, yaml), ` ${inline}`);
  if (pair && parent) return insertAt(pairEnd(pair, yaml), `: ${inline}`);
  if (!node) return undefined;
  const at = node.range?.[0] ?? 0;
  // The hyphen of an item without a value.
  const hyphen = yaml.lastIndexOf('-', at - 1);
  return hyphen >= 0 && /^-\s*$/.test(yaml.slice(hyphen, at)) ? insertAt(hyphen + 1, ` ${inline}`) : undefined;
}

const insertAt = (at: number, text: string): Splice => ({ start: at, end: at, text });

function addField(
  yaml: string,
  document: Document,
  path: Path,
  value: DraftValue,
  orderOf: FieldOrder,
): Splice | undefined {
  const key = String(path.at(-1));
  const parentPath = path.slice(0, -1);
  const order = orderOf(parentPath);
  const map = parentPath.length === 0 ? document.contents : placeAt(document, parentPath)?.node;
  if (map === null && parentPath.length === 0) {
    const gap = yaml === '' || yaml.endsWith('\n') ? '' : '\n';
    return insertAt(yaml.length, gap + writeField(key, value));
  }
  if (!isMap(map)) return undefined;
  const pairs = map.items as readonly Pair[];
  const before = predecessor(pairs, order, key);
  if (map.flow === true || pairs.length === 0) {
    const entry = `${writeKey(key)}: ${writeFlow(value)}`;
    if (before) return insertAt(pairEnd(before, yaml), `, ${entry}`);
    const [first] = pairs;
    if (first) return insertAt(keyStart(first), `${entry}, `);
    const [start, end] = spanOf(map, yaml);
    return { start, end, text: `{ ${entry} }` };
  }
  const column = columnOf(map, yaml);
  const lines = writeField(key, value, column);
  if (!before) {
    const [first] = pairs;
    const start = first ? keyStart(first) : 0;
    const line = lineStart(yaml, start);
    // The first key of an item is beside its hyphen.
    if (yaml.slice(line, start).trim() !== '') return insertAt(start, lines.trimStart() + ' '.repeat(column));
    return insertAt(withComments(yaml, line), lines);
  }
  return insertAfter(yaml, pairEnd(before, yaml), lines);
}

/** Inserts lines below the line of an offset, or at an offset that begins a line. */
function insertAfter(yaml: string, offset: number, lines: string): Splice {
  if (offset > 0 && yaml[offset - 1] === '\n') return insertAt(offset, lines);
  const end = lineEnd(yaml, offset);
  return end > 0 && yaml[end - 1] === '\n' ? insertAt(end, lines) : insertAt(end, `\n${lines.replace(/\n$/, '')}`);
}

/** The last of the keys that are written before a key; the last of all where its place is not known. */
function predecessor(pairs: readonly Pair[], order: readonly string[], key: string): Pair | undefined {
  const at = order.indexOf(key);
  if (at < 0) return pairs.at(-1);
  return [...pairs].reverse().find((pair) => {
    const other = order.indexOf(keyOf(pair));
    return other >= 0 && other < at;
  });
}

function removePair(yaml: string, { parent, index, inFlow }: Place, pair: Pair): Splice | undefined {
  if (!isMap(parent)) return undefined;
  const pairs = parent.items as readonly Pair[];
  const [start, end] = [keyStart(pair), pairEnd(pair, yaml)];
  if (inFlow)
    return removeFromFlow(
      pairs.map((one) => [keyStart(one), pairEnd(one, yaml)]),
      index,
    );
  const line = lineStart(yaml, start);
  if (yaml.slice(line, start).trim() === '') {
    if (pairs.length === 1 && parent.range?.[0] !== 0) {
      // A map without keys: its braces show that it is one. What holds it stays.
      return { start, end, text: '{}' };
    }
    return { start: line, end: endOfLines(yaml, end), text: '' };
  }
  const next = pairs[index + 1];
  return next ? { start, end: keyStart(next), text: '' } : { start, end, text: '{}' };
}

/** After the rest of the line of an offset, unless the offset itself begins a line. */
const endOfLines = (yaml: string, offset: number): number =>
  offset > 0 && yaml[offset - 1] === '\n' ? offset : lineEnd(yaml, offset);

function removeFromFlow(spans: readonly (readonly [number, number])[], index: number): Splice | undefined {
  const own = spans[index];
  if (!own) return undefined;
  const [before, after] = [spans[index - 1], spans[index + 1]];
  if (before) return { start: before[1], end: own[1], text: '' };
  return { start: own[0], end: after ? after[0] : own[1], text: '' };
}

function removeItem(yaml: string, { parent, index }: Place): Splice | undefined {
  if (!isSeq(parent)) return undefined;
  const items = parent.items as readonly Node[];
  const spans = items.map((item) => spanOf(item, yaml));
  if (parent.flow === true) {
    if (items.length > 1) return removeFromFlow(spans, index);
    const [start, end] = spanOf(parent, yaml);
    return { start, end, text: '[]' };
  }
  const own = spans[index];
  if (!own) return undefined;
  if (items.length === 1) {
    const [start, end] = spanOf(parent, yaml);
    return { start, end, text: '[]' };
  }
  const hyphen = hyphenOf(yaml, own[0]);
  if (hyphen === undefined) return undefined;
  const line = lineStart(yaml, hyphen);
  if (yaml.slice(line, hyphen).trim() !== '') return undefined;
  return { start: line, end: endOfLines(yaml, own[1]), text: '' };
}

/** Offset of the hyphen of an item that begins at an offset. */
function hyphenOf(yaml: string, start: number): number | undefined {
  const line = lineStart(yaml, start);
  const hyphen = yaml.slice(line, start).search(/-[ \t]*(?:[&!]\S*[ \t]+)*$/);
  return hyphen < 0 ? undefined : line + hyphen;
}

function insertItem(yaml: string, list: Node | null | undefined, index: number, value: DraftValue): Splice | undefined {
  if (!isSeq(list)) return undefined;
  const items = list.items as readonly Node[];
  if (index < 0 || index > items.length) return undefined;
  const before = items[index - 1];
  const after = items[index];
  if (list.flow === true || items.length === 0) {
    if (before) return insertAt(spanOf(before, yaml)[1], `, ${writeFlow(value)}`);
    if (after) return insertAt(spanOf(after, yaml)[0], `${writeFlow(value)}, `);
    const [start, end] = spanOf(list, yaml);
    return { start, end, text: `[${writeFlow(value)}]` };
  }
  const column = columnOf(list, yaml);
  const inLines =
    typeof value === 'object' && !isDraftList(value) && Object.keys(value).length > 0 && items.some(isBlockMap);
  const margin = ' '.repeat(column + 2);
  const item = inLines
    ? Object.entries(value)
        .map(([key, part]) => writeField(key, part, column + 2))
        .join('')
        .slice(margin.length)
    : typeof value === 'string' && value.includes('\n')
      ? `${literal(value, column)}\n`
      : `${writeFlow(value)}\n`;
  const lines = `${' '.repeat(column)}- ${item}`;
  if (before) return insertAfter(yaml, spanOf(before, yaml)[1], lines);
  const line = lineStart(yaml, list.range?.[0] ?? 0);
  return insertAt(withComments(yaml, line), lines);
}

/** Puts an item of a list elsewhere, with the lines of comments above it. */
export function moveItem(yaml: string, document: Document, path: Path, from: number, to: number): string | undefined {
  const list = placeAt(document, path)?.node;
  if (!isSeq(list) || isAlias(list)) return undefined;
  const items = list.items as readonly Node[];
  const order = [...items.keys()];
  const [moved] = order.splice(from, 1);
  if (moved === undefined || to < 0 || to >= items.length) return undefined;
  order.splice(to, 0, moved);
  const spans = items.map((item) => spanOf(item, yaml));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  if (list.flow === true) {
    const parts = order.map((item, at) => {
      const gap = yaml.slice(spans[at]?.[1], spans[at + 1]?.[0] ?? spans[at]?.[1]);
      return yaml.slice(...(spans[item] ?? [0, 0])) + gap;
    });
    return yaml.slice(0, first[0]) + parts.join('') + yaml.slice(last[1]);
  }
  const start = withComments(yaml, lineStart(yaml, list.range?.[0] ?? 0));
  const ends = spans.map(([, end]) => endOfLines(yaml, end));
  const chunks = order.map((item) => yaml.slice(item === 0 ? start : ends[item - 1], ends[item]));
  const text = chunks.map((chunk) => (chunk.endsWith('\n') ? chunk : `${chunk}\n`)).join('');
  const end = ends.at(-1) ?? start;
  return yaml.slice(0, start) + (yaml[end - 1] === '\n' ? text : text.replace(/\n$/, '')) + yaml.slice(end);
}

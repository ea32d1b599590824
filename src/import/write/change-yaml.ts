import { isMap, isScalar, isSeq, type Document, type Node, type Pair, type Scalar } from 'yaml';
import type { DraftValue } from '../draft/draft.ts';
import { arrangeItems, insertInFlow, removeFromFlow, type ItemOrder } from './arrange-items.ts';
import type { Path, Splice } from './edit.ts';
import type { Change } from './plan-changes.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { writeField, writeFlow, writeKey } from './write-mdx.ts';
import {
  afterColon,
  columnOf,
  endOfLines,
  isBlock,
  keyEnd,
  keyOf,
  keyStart,
  lineEnd,
  lineStart,
  pairEnd,
  placeAt,
  spanOf,
  withComments,
  type Place,
} from './yaml-file.ts';

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
      if (!place || place.pair) return place?.pair && removePair(yaml, place, place.pair);
      return arrangeItems(yaml, place.parent, (order) => order.filter((item) => item !== place.index));
    }
    case 'insert': {
      const { index, value } = change;
      const insert = (order: readonly number[]): ItemOrder => [
        ...order.slice(0, index),
        { value },
        ...order.slice(index),
      ];
      return arrangeItems(yaml, placeAt(document, change.path)?.node, insert);
    }
    case 'arrange':
      return arrangeItems(yaml, placeAt(document, change.path)?.node, () => change.order);
    case 'rename': {
      const pair = placeAt(document, change.path)?.pair;
      return pair && { start: keyStart(pair), end: keyEnd(pair), text: writeKey(change.name) };
    }
  }
}

function replaceValue(yaml: string, { node, inFlow, pair, parent }: Place, value: DraftValue): Splice | undefined {
  const inline = inlineOf(yaml, node, value);
  if (!node || (isScalar(node) && node.range?.[0] === node.range?.[1]))
    return pair && node && parent && !inFlow
      ? writeAfterKey(yaml, pair, parent, value, [afterColon(pair, yaml), afterColon(pair, yaml)])
      : fillEmpty(yaml, node, pair, parent, inline);
  const [start, end] = spanOf(node, yaml);
  if (isScalar(node)) {
    const indent = pair && parent && !inFlow ? columnOf(parent, yaml) : 0;
    if (typeof value !== 'object')
      return {
        start,
        end,
        text: rewriteScalar(String(value), formOf(node, parent), yaml.slice(start, end), inFlow, indent),
      };
  }
  if (!pair || !parent || inFlow || (!isScalar(node) && !isBlock(node))) return { start, end, text: inline };
  return writeAfterKey(yaml, pair, parent, value, [start, end]);
}

/** The form that a text is written in. An empty item of a list shows none of its own, and gets that of another item. */
const formOf = (node: Scalar, parent: Node | undefined): Pick<Scalar, 'type'> =>
  node.value === '' && isSeq(parent)
    ? (parent.items.find((item): item is Scalar => isScalar(item) && item.value !== '' && isOnOneLine(item)) ?? {})
    : node;

const isOnOneLine = ({ type }: Scalar): boolean => type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED';

/** A value on one line. A text that becomes part of a group or list, where it is the first, keeps its quotes. */
function inlineOf(yaml: string, node: Node | null, value: DraftValue): string {
  const inline = writeFlow(value);
  if (typeof value !== 'object' || !isScalar(node) || node.type !== 'QUOTE_SINGLE') return inline;
  return inline.replace(writeFlow(String(node.value)), () => yaml.slice(...spanOf(node, yaml)));
}

/** Writes a value in place of another beside or below its key. A comment beside the key, or beside a text, stays there. */
function writeAfterKey(
  yaml: string,
  pair: Pair,
  parent: Node,
  value: DraftValue,
  [start, end]: readonly [number, number],
): Splice {
  const colon = afterColon(pair, yaml);
  const beside = /^[^\n]*/.exec(yaml.slice(colon, start))?.[0].trimEnd() ?? '';
  const after =
    beside === '' && !yaml.slice(start, end).includes('\n') ? /^[ \t]+#[^\r\n]*/.exec(yaml.slice(end))?.[0] : undefined;
  return {
    start: colon,
    end: end + (after?.length ?? 0),
    text: valueAfterKey(keyOf(pair), value, columnOf(parent, yaml), after ?? beside),
  };
}

/** A value with what is between it and the colon of its key. */
function valueAfterKey(key: string, value: DraftValue, column: number, lineComment: string): string {
  const field = writeField(key, value, column)
    .replace(/\n$/, '')
    .slice(column + writeKey(key).length + 1);
  const below = field.startsWith('\n');
  return below ? `${lineComment}${field}` : `${field}${lineComment}`;
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
  if (map.flow === true || pairs.length === 0)
    return insertInFlow(yaml, map, before ? pairs.indexOf(before) + 1 : 0, `${writeKey(key)}: ${writeFlow(value)}`);
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
  if (inFlow) return removeFromFlow(yaml, parent, index);
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

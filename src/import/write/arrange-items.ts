import { isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DraftValue } from '../draft/draft.ts';
import { arrangeFlow } from './arrange-flow.ts';
import { isDraftList, type NewItem, type Splice } from './edit.ts';
import { literal, writeField, writeFlow } from './write-mdx.ts';
import { columnOf, endOfLines, isBlockMap, keyStart, lineStart, pairEnd, spanOf, withComments } from './yaml-file.ts';

type Collection = YAMLMap | YAMLSeq;

export const removeFromFlow = (yaml: string, collection: Collection, index: number): Splice =>
  changeFlow(
    yaml,
    collection,
    [...collection.items.keys()].filter((item) => item !== index),
  );

export function insertInFlow(yaml: string, collection: Collection, index: number, text: string): Splice {
  const order = [...collection.items.keys()];
  return changeFlow(yaml, collection, [...order.slice(0, index), text, ...order.slice(index)]);
}

/** The smallest change between the brackets or braces of a collection that gives its items another order. */
function changeFlow(yaml: string, collection: Collection, order: readonly (number | string)[]): Splice {
  const [first, last] = spanOf(collection, yaml);
  if (order.length === 0) return { start: first, end: last, text: isMap(collection) ? '{}' : '[]' };
  const [start, end] = [first + 1, last - 1];
  const before = yaml.slice(start, end);
  const spans = spansOf(yaml, collection).map(([from, to]) => [from - start, to - start] as const);
  const after = arrangeFlow(before, spans, order);
  if (isMap(collection) && spans.length === 0 && before.trim() === '') return { start, end, text: ` ${after} ` };
  return smallest(start, before, after);
}

/** A change from `before` at an offset to `after`, without what is the same at both ends. */
function smallest(start: number, before: string, after: string): Splice {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const limit = Math.min(before.length, after.length) - same;
  let tail = 0;
  while (tail < limit && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: start + same, end: start + before.length - tail, text: after.slice(same, after.length - tail) };
}

const spansOf = (yaml: string, collection: Collection): readonly (readonly [start: number, end: number])[] =>
  isMap(collection)
    ? (collection.items as readonly Pair[]).map((pair) => [keyStart(pair), pairEnd(pair, yaml)])
    : (collection.items as readonly Node[]).map((item) => spanOf(item, yaml));

/** A new item of a list below its key, in the form of the others. */
function itemLines(yaml: string, list: YAMLSeq, value: DraftValue): string {
  const column = columnOf(list, yaml);
  const inLines =
    typeof value === 'object' &&
    !isDraftList(value) &&
    Object.keys(value).length > 0 &&
    list.items.some((item) => isBlockMap(item as Node));
  const margin = ' '.repeat(column + 2);
  const item = inLines
    ? Object.entries(value)
        .map(([key, part]) => writeField(key, part, column + 2))
        .join('')
        .slice(margin.length)
    : typeof value === 'string' && value.includes('\n')
      ? `${literal(value, column)}\n`
      : `${writeFlow(value)}\n`;
  return `${' '.repeat(column)}- ${item}`;
}

export type ItemOrder = readonly (number | NewItem)[];

/** Gives the items of a list another order, each with the lines of comments above it. Those above the first item stay. */
export function arrangeItems(
  yaml: string,
  list: Node | null | undefined,
  change: (order: readonly number[]) => ItemOrder,
): Splice | undefined {
  if (!isSeq(list)) return undefined;
  const order = change([...list.items.keys()]);
  if (list.flow === true || order.length === 0 || list.items.length === 0)
    return changeFlow(
      yaml,
      list,
      order.map((item) => (typeof item === 'number' ? item : writeFlow(item.value))),
    );
  const line = lineStart(yaml, list.range?.[0] ?? 0);
  const start = order.includes(0) ? withComments(yaml, line) : line;
  const ends = spansOf(yaml, list).map(([, end]) => endOfLines(yaml, end));
  const text = order
    .map((item) =>
      typeof item === 'number'
        ? yaml.slice(item === 0 ? start : ends[item - 1], ends[item])
        : itemLines(yaml, list, item.value),
    )
    .map((chunk) => (chunk.endsWith('\n') ? chunk : `${chunk}\n`))
    .join('');
  const end = ends.at(-1) ?? start;
  return smallest(start, yaml.slice(start, end), yaml[end - 1] === '\n' ? text : text.replace(/\r?\n$/, ''));
}

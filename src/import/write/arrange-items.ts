import { isSeq, type Node } from 'yaml';
import type { DraftValue } from '../draft/draft.ts';
import { parseFields } from './parse-fields.ts';
import { writeFlow } from './write-mdx.ts';

/**
 * Puts the items of a list into another order: numbers are 0-based positions of items, which keep their text and the
 * comments above them; other values are new items.
 */
export function arrangeItems(file: string, name: string, order: readonly (number | DraftValue)[]): string {
  const { opening, yaml, document } = parseFields(file);
  const list = document.get(name, true);
  if (!isSeq(list)) return file;
  const items = (list.items as readonly Node[]).map(({ range }) => range ?? ([0, 0, 0] as const));
  const ends = items.map(([, end]) => ({ value: end, line: lineEnd(yaml, end) }));
  const replace = (start: number, end: number, text: string): string =>
    file.slice(0, opening + start) + text + file.slice(opening + end);
  if (list.flow) {
    const texts = order.map((item) =>
      typeof item === 'number' ? yaml.slice(items[item]?.[0], items[item]?.[1]).trim() : writeFlow(item),
    );
    return replace(items[0]?.[0] ?? 0, ends.at(-1)?.value ?? 0, texts.join(', '));
  }
  const first = list.range?.[0] ?? 0;
  const start = yaml.lastIndexOf('\n', first - 1) + 1;
  const indent = yaml.slice(start, first);
  const texts = order.map((item) =>
    typeof item === 'number'
      ? yaml.slice(item === 0 ? start : (ends[item - 1]?.line ?? 0), ends[item]?.line)
      : `${indent}- ${writeFlow(item)}\n`,
  );
  return replace(start, ends.at(-1)?.line ?? start, texts.join(''));
}

/** Offset after the line break that follows the last sign before an offset. */
function lineEnd(yaml: string, offset: number): number {
  const end = yaml.slice(0, offset).trimEnd().length;
  const newline = yaml.indexOf('\n', end);
  return newline < 0 ? yaml.length : newline + 1;
}

import type { DraftValue } from '../draft/draft.ts';
import {
  asRead,
  isDraftList,
  isReadList,
  isReadMap,
  isSameRead,
  type Edit,
  type Path,
  type ReadValue,
} from './edit.ts';

/** A change of one place of a file: an edit of which it is known whether there is a value in its place. */
export type Change =
  | { readonly type: 'replace' | 'add'; readonly path: Path; readonly value: DraftValue }
  | Extract<Edit, { type: 'remove' | 'insert' | 'arrange' | 'rename' }>;

/** A value with more changes inside it is written as a whole. */
const changeLimit = 100;

/**
 * The changes that turn what is at a path into `value`, as few and as deep inside it as possible, to be made in this order.
 */
export function planChanges(before: ReadValue, value: DraftValue, path: Path): readonly Change[] {
  const changes = plan(before, value, path);
  return changes.filter(({ type }) => type !== 'replace').length > changeLimit
    ? [{ type: 'replace', path, value }]
    : changes;
}

function plan(before: ReadValue, value: DraftValue, path: Path): readonly Change[] {
  if (isSameRead(before, asRead(value))) return [];
  if (isDraftList(value)) {
    if (isReadList(before) && before.length > 0 && value.length > 0) return planList(before, value, path);
  } else if (typeof value === 'object' && isReadMap(before) && Object.keys(before).length > 0) {
    const kept = Object.keys(before).filter((key) => Object.hasOwn(value, key));
    if (kept.length > 0) return planMap(before, value, kept, path);
  }
  return [{ type: 'replace', path, value }];
}

function planMap(
  before: { readonly [key: string]: ReadValue },
  value: { readonly [key: string]: DraftValue },
  kept: readonly string[],
  path: Path,
): readonly Change[] {
  const within = kept.flatMap((key) => {
    const [own, next] = [before[key], value[key]];
    return own === undefined || next === undefined ? [] : plan(own, next, [...path, key]);
  });
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(value, key));
  const added = Object.entries(value).filter(([key]) => !Object.hasOwn(before, key));
  return [
    ...within,
    ...removed.map((key): Change => ({ type: 'remove', path: [...path, key] })),
    ...added.map(([key, item]): Change => ({ type: 'add', path: [...path, key], value: item })),
  ];
}

function planList(before: readonly ReadValue[], value: readonly DraftValue[], path: Path): readonly Change[] {
  const shorter = Math.min(before.length, value.length);
  const isSame = (at: number, other: number): boolean => {
    const next = value[other];
    return next !== undefined && isSameRead(before[at], asRead(next));
  };
  let start = 0;
  while (start < shorter && isSame(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.length - 1 - end, value.length - 1 - end)) end += 1;
  const paired = shorter - start - end;
  const changes: Change[] = [];
  for (let at = start; at < start + paired; at += 1) {
    const [own, next] = [before[at], value[at]];
    if (own !== undefined && next !== undefined) changes.push(...plan(own, next, [...path, at]));
  }
  for (let at = before.length - end - 1; at >= start + paired; at -= 1)
    changes.push({ type: 'remove', path: [...path, at] });
  for (const [at, item] of value.slice(start + paired, value.length - end).entries())
    changes.push({ type: 'insert', path, index: start + paired + at, value: item });
  return changes;
}

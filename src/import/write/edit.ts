import type { DraftValue } from '../draft/draft.ts';

/** From the top of the fields to a value, such as `authors`, 2, `orcid`; positions count from 0. */
export type Path = readonly (string | number)[];

/** An item that a list does not have yet. */
export interface NewItem {
  readonly value: DraftValue;
}

/**
 * A change of one value, or of the body. In `insert`, `move` and `arrange`, `path` is that of the list; `order` holds positions of
 * its items, and new items. `rename` gives the last key of a path another name.
 */
export type Edit =
  | { readonly type: 'set'; readonly path: Path; readonly value: DraftValue }
  | { readonly type: 'remove'; readonly path: Path }
  | { readonly type: 'insert'; readonly path: Path; readonly index: number; readonly value: DraftValue }
  | { readonly type: 'move'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly type: 'arrange'; readonly path: Path; readonly order: readonly (number | NewItem)[] }
  | { readonly type: 'rename'; readonly path: Path; readonly name: string }
  | { readonly type: 'body'; readonly text: string };

/** Fields as they are read: each scalar is a text, and an empty one the empty text. */
export type ReadValue = string | readonly ReadValue[] | { readonly [key: string]: ReadValue };

export const isReadList = (value: ReadValue | undefined): value is readonly ReadValue[] => Array.isArray(value);
export const isReadMap = (value: ReadValue | undefined): value is { readonly [key: string]: ReadValue } =>
  typeof value === 'object' && !Array.isArray(value);

/** A value as it is read after it was written. */
export function asRead(value: DraftValue): ReadValue {
  if (isDraftList(value)) return value.map(asRead);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asRead(item)]));
}

export const isDraftList = (value: DraftValue): value is readonly DraftValue[] => Array.isArray(value);

export function isSameRead(a: ReadValue | undefined, b: ReadValue | undefined): boolean {
  if (isReadList(a)) return isReadList(b) && a.length === b.length && a.every((item, at) => isSameRead(item, b[at]));
  if (!isReadMap(a)) return a === b;
  if (!isReadMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameRead(a[key], b[key]))
  );
}

/** What replaces a part of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

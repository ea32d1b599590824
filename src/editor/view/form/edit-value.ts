import type { Edit, Path, WrittenValue } from '../../model/record.ts';

/** The fields of a file that is open, as its author wrote them. */
export type Values = Readonly<Record<string, WrittenValue>>;

/** The value at a path; undefined where there is none. */
export function valueAt(values: Values, path: Path): WrittenValue | undefined {
  let current: WrittenValue | undefined = values;
  for (const part of path) current = childOf(current, part);
  return current;
}

/** The edits that set the value at a path. Undefined or an empty text removes it, and a group that becomes empty. */
export function editValue(values: Values, path: Path, value: WrittenValue | undefined): readonly Edit[] {
  if (value === undefined || value === '') return removal(values, path);
  const list = path.slice(0, -1);
  const around = valueAt(values, list);
  // A list with one item may be written as a text instead of a list.
  if (typeof path.at(-1) === 'number' && around !== undefined && typeof around !== 'object')
    return [{ type: 'set', path: list, value: [value] }];
  return [{ type: 'set', path, value }];
}

function removal(values: Values, path: Path): readonly Edit[] {
  const current = valueAt(values, path);
  if (current === undefined) return textAlone(values, path);
  const parent = valueAt(values, path.slice(0, -1));
  // An item of a list, or the last field of an item, becomes empty instead: only its own button removes an item.
  if (typeof path.at(-1) === 'number') return [{ type: 'set', path, value: '' }];
  const isOnly = typeof parent === 'object' && Object.keys(parent).length === 1;
  if (path.length > 1 && isOnly)
    return typeof path.at(-2) === 'number' ? [{ type: 'set', path, value: '' }] : removal(values, path.slice(0, -1));
  return [{ type: 'remove', path }];
}

/** The edits that remove the main field of a group that is written as a text. */
function textAlone(values: Values, path: Path): readonly Edit[] {
  const around = valueAt(values, path.slice(0, -1));
  if (path.length < 2 || around === undefined || typeof around === 'object' || around === '') return [];
  return removal(values, path.slice(0, -1));
}

const isList = (value: WrittenValue): value is readonly WrittenValue[] => Array.isArray(value);

export const isMap = (value: WrittenValue): value is { readonly [key: string]: WrittenValue } =>
  typeof value === 'object' && !Array.isArray(value);

export function childOf(value: WrittenValue | undefined, part: string | number): WrittenValue | undefined {
  if (value === undefined || typeof value !== 'object') return undefined;
  if (isMap(value)) return Object.hasOwn(value, part) ? value[part] : undefined;
  return typeof part === 'number' ? value[part] : undefined;
}

/** A text, number or flag as text; empty for lists and groups. */
export const textOf = (value: WrittenValue | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);

/** The items of a list; a text instead of a list is its only item. */
export const itemsOf = (value: WrittenValue | undefined): readonly WrittenValue[] =>
  value === undefined || value === '' ? [] : isList(value) ? value : [value];

/** A path as text, with positions from 0: `authors[2].orcid` is of the third author. Problems count from 1 (`fieldName`). */
export const formatPath = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');

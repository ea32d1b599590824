import type { Edit, Path, WrittenValue } from '../../model/record.ts';

/** The fields of a file that is open, as its author wrote them. */
export type Values = Readonly<Record<string, WrittenValue>>;

/** The value at a path; undefined where there is none. */
export function valueAt(values: Values, path: Path): WrittenValue | undefined {
  let current: WrittenValue | undefined = values;
  for (const part of path) current = childOf(current, part);
  return current;
}

/** The changes that give the value at a path; an absent value is removed, and so is a group that it leaves empty. */
export function editValue(values: Values, path: Path, value: WrittenValue | undefined): readonly Edit[] {
  if (value === undefined || value === '') return removal(values, path);
  const list = path.slice(0, -1);
  const around = valueAt(values, list);
  // A list of one that is written as a text alone.
  if (typeof path.at(-1) === 'number' && around !== undefined && typeof around !== 'object')
    return [{ type: 'set', path: list, value: [value] }];
  return [{ type: 'set', path, value }];
}

function removal(values: Values, path: Path): readonly Edit[] {
  const current = valueAt(values, path);
  if (current === undefined) return textAlone(values, path);
  const parent = valueAt(values, path.slice(0, -1));
  // An item keeps its place, empty, until it is removed itself, and so does the last field of an item.
  if (typeof path.at(-1) === 'number') return [{ type: 'set', path, value: '' }];
  const isOnly = typeof parent === 'object' && Object.keys(parent).length === 1;
  if (path.length > 1 && isOnly)
    return typeof path.at(-2) === 'number' ? [{ type: 'set', path, value: '' }] : removal(values, path.slice(0, -1));
  return [{ type: 'remove', path }];
}

/** The main field of a group that is written as a text alone. */
function textAlone(values: Values, path: Path): readonly Edit[] {
  const around = valueAt(values, path.slice(0, -1));
  if (path.length < 2 || around === undefined || typeof around === 'object' || around === '') return [];
  return removal(values, path.slice(0, -1));
}

const isList = (value: WrittenValue): value is readonly WrittenValue[] => Array.isArray(value);

const isMap = (value: WrittenValue): value is { readonly [key: string]: WrittenValue } =>
  typeof value === 'object' && !Array.isArray(value);

export function childOf(value: WrittenValue | undefined, part: string | number): WrittenValue | undefined {
  if (value === undefined || typeof value !== 'object') return undefined;
  if (isMap(value)) return Object.hasOwn(value, part) ? value[part] : undefined;
  return typeof part === 'number' ? value[part] : undefined;
}

/** A text or a number as text; empty for everything else. */
export const textOf = (value: WrittenValue | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);

/** A list as it is; a text alone is a list of one. */
export const itemsOf = (value: WrittenValue | undefined): readonly WrittenValue[] =>
  value === undefined || value === '' ? [] : isList(value) ? value : [value];

/** The path in the words of problems: `authors[2].orcid`. */
export const formatPath = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');

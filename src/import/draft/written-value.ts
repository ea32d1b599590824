import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';

/** A field that holds a list; a single value is a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];

/** Authors or affiliations of a file as maps, in whichever of their two forms each is written. */
export const entriesOf = (value: unknown): readonly UnknownMap[] => listOf(value).map(entryOf);

/** One of them: a text alone is its name. What is neither a text nor a map is an entry without fields. */
export const entryOf = (value: unknown): UnknownMap =>
  typeof value === 'string' ? { name: value } : isMap(value) ? value : {};

/** A text or a number as text; empty for everything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A map as it is read from a file or drafted: its values are of any kind. */
export type WrittenMap = Readonly<Record<string, unknown>>;

export const isWrittenMap = (value: unknown): value is WrittenMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field that holds a list; a single value is a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];

/** Authors or affiliations of a file as maps, in whichever of their two forms each is written. */
export const entriesOf = (value: unknown): readonly WrittenMap[] => listOf(value).map(entryOf);

/** One of them: a text alone is its name. What is neither a text nor a map is an entry without fields. */
export const entryOf = (value: unknown): WrittenMap =>
  typeof value === 'string' ? { name: value } : isWrittenMap(value) ? value : {};

/** A text or a number as text; empty for everything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

import type { ShownRecord } from '../search-data.ts';

/*
 * Records of a large site, packed: a list of values for each field, and one private-use character for each frequent name, journal
 * and word. Compressed, they need two thirds of the bytes of plain JSON.
 */

/** `texts`: what the characters from U+E000 on replace, as {@link chooseTexts} chooses it. */
export function packRecords(records: readonly ShownRecord[], texts: readonly string[]): string {
  const characters = new Map(texts.map((text, index) => [text, String.fromCharCode(firstCode + index)]));
  const replace = (text: string): string => characters.get(text) ?? text;
  return escape(JSON.stringify(columnsOf(records))).replace(quoted, (_, text: string) =>
    characters.has(text) ? `"${replace(text)}"` : `"${text.replace(word, replace)}"`,
  );
}

/** The inverse of {@link packRecords}. */
export function unpackRecords(packed: string, texts: readonly string[]): readonly ShownRecord[] {
  const json = packed.replace(privateUse, (character) => texts[character.charCodeAt(0) - firstCode] ?? '');
  const columns = Object.entries(JSON.parse(json) as Columns);
  const length = Math.max(...columns.map(([, values]) => values.length));
  return Array.from({ length }, (_, index) => {
    const record: Partial<Record<keyof ShownRecord, unknown>> = Object.fromEntries(
      columns
        .map(([field, values]) => [field, values.length === 1 ? values[0] : values[index]] as const)
        .filter(([, value]) => value !== null),
    );
    return record as ShownRecord;
  });
}

/** Chooses the texts whose replacement saves most in records like these: at most `most`, the most frequent first. */
export function chooseTexts(records: Iterable<ShownRecord>, most: number): readonly string[] {
  const whole = new Map<string, number>();
  const words = new Map<string, number>();
  for (const { title, container, authors } of records) {
    for (const text of [...authors, ...(container === undefined ? [] : [container])]) count(whole, inJson(text));
    for (const [found] of [title, ...authors].map(inJson).join('"').matchAll(word)) count(words, found);
  }
  return [...whole, ...words]
    .filter(([, times]) => times >= fewestTimes)
    .map(([text, times]) => ({ text, times, saved: times * (text.length - usualBytes) }))
    .filter(({ saved }) => saved > 0)
    .sort((a, b) => b.saved - a.saved || (a.text < b.text ? -1 : 1))
    .slice(0, Math.min(most, mostTexts))
    .sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}

/** Values of a field by record: null where a record lacks it, and only one where all are the same. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

function columnsOf(records: readonly ShownRecord[]): Columns {
  const fields = new Set(records.flatMap((record) => Object.keys(record))) as Set<keyof ShownRecord>;
  return Object.fromEntries(
    Array.from(fields, (field) => {
      const values = records.map((record) => record[field] ?? null);
      const isSame = new Set(values.map((value) => JSON.stringify(value))).size === 1;
      return [field, isSame ? values.slice(0, 1) : values];
    }),
  );
}

const count = (counts: Map<string, number>, text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);

const escape = (json: string): string =>
  json.replace(privateUse, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** A text as JSON writes it between quotation marks. */
const inJson = (text: string): string => escape(JSON.stringify(text)).slice(1, -1);

const firstCode = 0xe000;
/** Characters of private use in the Basic Multilingual Plane. */
const mostTexts = 6400;
const privateUse = /[\uE000-\uF8FF]/g;
const quoted = /"((?:[^"\\]|\\.)*)"/g;
const word = /[\p{L}\p{N}'’-]{2,} ?|\p{L} /gu;

/** Rarer texts stay as they are; of a rarer name or journal, the words are replaced. */
const fewestTimes = 5;
/** About what a character needs when it is compressed. */
const usualBytes = 1.5;

import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';
import type { Parsed } from '../../domain/problems/problem.ts';
import { withoutUnsafeCharacters } from '../../domain/text/unsafe-characters.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { isPlaceholder } from '../../formats/record/placeholder.ts';

/** Reads a value of a record; undefined, and reported, if content cannot hold it. */
export type ReadValue = <T>(
  name: string,
  parse: (text: string) => Parsed<T>,
  value: string | undefined,
) => T | undefined;

export const createReadValue =
  (record: ForeignRecord, unplaced: ForeignField[]): ReadValue =>
  (name, parse, value) => {
    if (value === undefined || value.trim() === '') return undefined;
    const missing = isPlaceholder(value);
    const found = missing ? undefined : parseOrRepair(parse, value);
    if (missing) unplaced.push({ name, value, line: record.line, reason: 'placeholder' });
    else if (found === undefined) unplaced.push({ name, value, line: record.line, reason: 'unreadable' });
    return found;
  };

/** Any text is a value. */
export const anyText = (text: string): Parsed<string> => ({ ok: true, value: toOneLine(text) });

/** A volume, issue or page: any text, with the digits that other programs know. */
export const anyNumber = (text: string): Parsed<string> => anyText(westernDigits(text));

/** The text as written, if it can be parsed. */
export const asWritten =
  (parse: (text: string) => Parsed<unknown>) =>
  (text: string): Parsed<string> => {
    const parsed = parse(text);
    return parsed.ok ? { ok: true, value: toOneLine(text) } : parsed;
  };

/** On one line, without characters that cannot be seen. */
export const toOneLine = (text: string): string => withoutUnsafeCharacters(text.replace(/\s+/g, ' ')).trim();

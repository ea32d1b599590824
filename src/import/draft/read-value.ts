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
    const report = (reason: ForeignField['reason']): number =>
      unplaced.push({ name, value, line: record.line, reason });
    if (missing) report('placeholder');
    else if (found === undefined) report('unreadable');
    else if (typeof found === 'string' && hasOtherWords(value, found)) report('no place');
    return found;
  };

/** True if a repair has removed words that are no part of an address or of the name of an identifier. */
function hasOtherWords(written: string, value: string): boolean {
  if (written === value) return false;
  const kept = new Set(wordsOf(value));
  // A library or a publisher has DOIs under a host of its own.
  return wordsOf(written.replace(/^\s*https?:\/\/[^/\s]+\//i, '')).some(
    (word) => !kept.has(word) && !addressWords.has(word),
  );
}

const wordsOf = (text: string): readonly string[] =>
  westernDigits(text)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const addressWords: ReadonlySet<string> = new Set(
  'http https www doi dx org pubmed ncbi nlm nih gov pmid pmc pmcid articles arxiv abs pdf hdl handle net isbn issn mesh urn info cc by creativecommons licenses licence license deed'.split(
    ' ',
  ),
);

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

import { nativeNames, type CitedPublication } from '../record/cited-publication.ts';
import { oneLine } from '../record/one-line.ts';
import { expectedFields, readFields, type ReadCitation } from './compared-fields.ts';
import { unescapeAddress } from './folds.ts';
import type { FormatRules } from './format-rules.ts';

/** A field that came back otherwise than it was written. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Compares what was read back from the text of a format with the record, letter by letter after the format's own rules.
 * Names in their own script stand in a field or a note of their own, and must be in the text as it is.
 */
export function proveCitation(
  cited: CitedPublication,
  rules: FormatRules,
  text: string,
  records: readonly ReadCitation[],
): readonly Difference[] {
  return [...compareFields(cited, rules, records), ...findLostNames(cited, rules, text)];
}

function compareFields(
  cited: CitedPublication,
  rules: FormatRules,
  records: readonly ReadCitation[],
): readonly Difference[] {
  const [record] = records;
  if (!record || records.length > 1) return [{ field: 'record', expected: '1', found: String(records.length) }];
  const read = readFields(record, rules);
  return Object.entries(expectedFields(cited, rules)).flatMap(([field, expected]) => {
    if (expected === undefined || rules.omits(field, cited)) return [];
    const found = read[field] ?? '';
    const fold = foldsByField(rules)[field] ?? ((value: string) => rules.fold(oneLine(value)));
    return found === expected || fold(found) === fold(expected) ? [] : [{ field, expected, found }];
  });
}

/** Of fields that are lists, and of numbers that are written in several ways. */
const foldsByField = (rules: FormatRules): Readonly<Record<string, (text: string) => string>> => ({
  authors: rules.foldNames,
  'translated title': rules.fold,
  keywords: rules.foldKeywords,
  isbn: (text) => text.replace(/[-\s]/g, ''),
  doi: unescapeAddress,
  url: unescapeAddress,
});

function findLostNames({ publication }: CitedPublication, rules: FormatRules, text: string): readonly Difference[] {
  const whole = rules.unwrap(text);
  return publication.contributions
    .flatMap(nativeNames)
    .filter((name) => !whole.includes(rules.nativeName(name)))
    .map((name) => ({ field: 'native names', expected: name, found: '' }));
}

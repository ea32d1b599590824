import { nativeNames, type CitedPublication } from '../record/cited-publication.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { expectedFields, readFields, type ReadCitation } from './compared-fields.ts';
import { unescapeAddress } from './folds.ts';
import { comparedFields, type ComparedField, type FormatRules } from './format-rules.ts';

/** A field whose value after writing and reading differs from the record. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Compares the records that were read from the text of a format with the publication, letter by letter under the rules
 * of the format. Names in their own script are searched in the text itself, because formats store them in different
 * places.
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
  const written = expectedFields(cited, rules);
  return comparedFields.flatMap((field) => {
    const expected = written[field];
    if (expected === undefined || rules.omits(field, cited)) return [];
    const found = read[field] ?? '';
    if (found === expected) return [];
    const fold = foldOf(field, rules);
    return fold(found) === fold(expected) ? [] : [{ field, expected, found }];
  });
}

/** How the values of a field are folded: lists, and numbers that can be written in several ways, have folds of their own. */
function foldOf(field: ComparedField, rules: FormatRules): (text: string) => string {
  switch (field) {
    case 'authors':
    case 'editors':
    case 'translators':
    case 'series editors':
    case 'advisors':
      return rules.foldNames;
    case 'translated title':
      return rules.fold;
    case 'keywords':
      return rules.foldKeywords;
    case 'isbn':
      return (text) => text.replace(/[-\s]/g, '');
    case 'doi':
    case 'container doi':
    case 'url':
      return unescapeAddress;
    default:
      return (text) => rules.fold(oneLine(text));
  }
}

/** True for a name that the format has as the author, such as `Ali Rezaei` as `Rezaei, Ali`. */
function isAuthor(name: string, author: string): boolean {
  const parsed = parsePersonName(name);
  return parsed.ok && formatPersonName(parsed.value) === author;
}

function findLostNames({ publication }: CitedPublication, rules: FormatRules, text: string): readonly Difference[] {
  const whole = rules.unwrap(text);
  return publication.contributions.flatMap((contribution) =>
    nativeNames(contribution)
      .filter((name) => !whole.includes(rules.nativeName(name)) && !isAuthor(name, rules.author(contribution)))
      .map((name) => ({ field: 'native names', expected: name, found: '' })),
  );
}

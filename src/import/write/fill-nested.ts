import { fieldName } from '../../schemas/explain-issue.ts';
import type { DraftFields, DraftValue } from '../draft/draft.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { entriesOf, entryOf, textOf } from '../draft/written-value.ts';
import { findFullerName } from './match-authors.ts';
import type { Path } from './edit.ts';
import { isSameText, isSameValue } from './same-value.ts';

/** A value inside a field. Its path is, for example, `authors`, 0, `orcid`, with 0-based positions. */
export interface NestedValue {
  readonly path: Path;
  readonly value: DraftValue;
}

export interface NestedFilling {
  /** Values of the source that are missing in a list or a map of the file. */
  readonly missingValues: readonly NestedValue[];
  /** Values of the source that say more than those of the file: given names where the file has initials. */
  readonly fullerValues: readonly NestedValue[];
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * Compares values inside lists and maps of a file with the draft: data about the same authors and affiliations, and
 * languages and versions.
 */
export function fillNested(own: UnknownMap, draft: DraftFields): NestedFilling {
  const missingValues: NestedValue[] = [];
  const fullerValues: NestedValue[] = [];
  const different: NestedFilling['different'][number][] = [];
  const compare = (path: Path, existing: unknown, value: DraftValue, of = ''): void => {
    if (isMissing(existing)) missingValues.push({ path, value });
    else if (!isSameText(existing, value))
      different.push({ field: fieldName(path), file: `${of}${formatValue(existing)}`, source: formatValue(value) });
  };
  for (const name of ['titles', 'abstracts', 'versions'] as const)
    if (isMap(own[name]) && isMap(draft[name]))
      for (const [key, value] of Object.entries(draft[name])) compare([name, key], own[name][key], value);
  for (const name of ['authors', 'affiliations'] as const) {
    const [existing, drafted] = [own[name], draft[name]];
    if (!Array.isArray(existing) || !Array.isArray(drafted) || !isSameValue(name, existing, drafted)) continue;
    const keys = name === 'affiliations' ? ['ror'] : keysOfAuthors(own);
    const renumber = createRenumbering(own['affiliations'], draft.affiliations);
    for (const [index, item] of (drafted as readonly DraftValue[]).entries()) {
      const entry: unknown = existing[index];
      const fuller = name === 'authors' ? findFullerName(entryOf(entry), entryOf(item)) : undefined;
      if (fuller !== undefined) fullerValues.push({ path: [name, index, 'name'], value: fuller });
      for (const key of isMap(item) ? keys : []) {
        const written = (item as UnknownMap)[key] as DraftValue | undefined;
        const value = key === 'affiliations' ? renumber(written) : written;
        if (value !== undefined)
          compare([name, index, key], isMap(entry) ? entry[key] : undefined, value, `${nameIn(entry)}: `);
      }
    }
  }
  return { missingValues, fullerValues, different };
}

/** Keys of authors that may be filled. What marks some of them is not added if the file already marks an author. */
function keysOfAuthors(own: UnknownMap): readonly string[] {
  const authors = own['authors'] as readonly unknown[];
  const unmarked = (key: string): boolean => authors.every((author) => !isMap(author) || isMissing(author[key]));
  return [...['affiliations', 'corresponding', 'equal'].filter(unmarked), 'orcid', 'native'];
}

/**
 * Returns a function that converts numbers of affiliations of the source to those of the same affiliations in the file;
 * undefined if the file lacks one of them. A file without a list gets the list of the source.
 */
export function createRenumbering(
  own: unknown,
  drafted: DraftFields['affiliations'] = [],
): (numbers: DraftValue | undefined) => DraftValue | undefined {
  const names = entriesOf(own).map((entry) => textOf(entry['name']));
  const numberOf = entriesOf(drafted).map(({ name }) => names.findIndex((one) => isSameText(one, name)) + 1);
  return (numbers) => {
    if (!Array.isArray(numbers) || isMissing(own)) return numbers;
    const found = (numbers as readonly unknown[]).map((number) => numberOf[Number(number) - 1] ?? 0);
    return found.includes(0) ? undefined : found;
  };
}

export const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const nameIn = (entry: unknown): string => textOf(entryOf(entry)['name'] ?? entryOf(entry)['group']);

/** Formats a value for the report. */
export const formatValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};

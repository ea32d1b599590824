import type { DraftFields, DraftValue } from '../draft/draft.ts';
import { entryOf, isWrittenMap, textOf, type WrittenMap } from '../draft/written-value.ts';
import type { NestedValue } from './insert-field.ts';
import { isSameText, isSameValue } from './same-value.ts';

export interface NestedFilling {
  /** Values of the source that are missing in a list or a map of the file. */
  readonly missingValues: readonly NestedValue[];
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * Compares values inside lists and maps of a file with the draft: data about the same authors and affiliations, and
 * languages and versions.
 */
export function fillNested(own: WrittenMap, draft: DraftFields): NestedFilling {
  const missingValues: NestedValue[] = [];
  const different: NestedFilling['different'][number][] = [];
  const compare = (path: NestedValue['path'], existing: unknown, value: DraftValue, of = ''): void => {
    if (isMissing(existing)) missingValues.push({ path, value });
    else if (!isSameText(existing, value))
      different.push({ field: fieldName(path), file: `${of}${formatValue(existing)}`, source: formatValue(value) });
  };
  for (const name of ['titles', 'abstracts', 'versions'] as const)
    if (isWrittenMap(own[name]) && isWrittenMap(draft[name]))
      for (const [key, value] of Object.entries(draft[name])) compare([name, key], own[name][key], value);
  for (const name of ['authors', 'affiliations'] as const) {
    const [existing, drafted] = [own[name], draft[name]];
    if (!Array.isArray(existing) || !Array.isArray(drafted) || !isSameValue(name, existing, drafted)) continue;
    const keys = name === 'affiliations' ? ['ror'] : keysOfAuthors(own, draft);
    for (const [index, item] of (drafted as readonly DraftValue[]).entries())
      for (const key of isWrittenMap(item) ? keys : []) {
        const value = (item as WrittenMap)[key] as DraftValue | undefined;
        const entry: unknown = existing[index];
        if (value !== undefined)
          compare([name, index, key], isWrittenMap(entry) ? entry[key] : undefined, value, `${nameIn(entry)}: `);
      }
  }
  return { missingValues, different };
}

/**
 * Keys of authors that may be filled. Affiliation numbers refer to the list of the source, so they are added only if
 * the file has the same list. `corresponding` and `equal` are not added if the file already marks an author.
 */
function keysOfAuthors(own: WrittenMap, draft: DraftFields): readonly string[] {
  const authors = own['authors'] as readonly unknown[];
  const unmarked = (key: string): boolean => authors.every((author) => !isWrittenMap(author) || isMissing(author[key]));
  const sameList =
    isMissing(own['affiliations']) || isSameValue('affiliations', own['affiliations'], draft['affiliations'] ?? []);
  return [
    ...(sameList && unmarked('affiliations') ? ['affiliations'] : []),
    'orcid',
    ...['corresponding', 'equal'].filter(unmarked),
    'native',
  ];
}

/** `authors[2].orcid`, with positions from 1. */
const fieldName = (path: NestedValue['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('');

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

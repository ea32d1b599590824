import type { DraftFields, DraftValue } from '../draft/draft.ts';
import type { NestedValue } from './insert-field.ts';
import { isSameText, isSameValue } from './same-value.ts';

export interface NestedFilling {
  /** What a list or a map of the file lacks, and the source says. */
  readonly missingValues: readonly NestedValue[];
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares what stands inside the fields that a file has already: what a list of the same authors or affiliations does not
 * say of each of them, and the languages and versions that a map lacks.
 */
export function fillNested(own: Fields, draft: DraftFields): NestedFilling {
  const missingValues: NestedValue[] = [];
  const different: NestedFilling['different'][number][] = [];
  const compare = (path: NestedValue['path'], existing: unknown, value: DraftValue, of = ''): void => {
    if (isMissing(existing)) missingValues.push({ path, value });
    else if (!isSameText(existing, value))
      different.push({ field: fieldName(path), file: `${of}${formatValue(existing)}`, source: formatValue(value) });
  };
  for (const name of ['titles', 'abstracts', 'versions'] as const)
    if (isFields(own[name]) && isFields(draft[name]))
      for (const [key, value] of Object.entries(draft[name])) compare([name, key], own[name][key], value);
  for (const name of ['authors', 'affiliations'] as const) {
    const [existing, drafted] = [own[name], draft[name]];
    if (!Array.isArray(existing) || !Array.isArray(drafted) || !isSameValue(name, existing, drafted)) continue;
    const keys = name === 'affiliations' ? ['ror'] : keysOfAuthors(own, draft);
    for (const [index, item] of (drafted as readonly DraftValue[]).entries())
      for (const key of isFields(item) ? keys : []) {
        const value = (item as Fields)[key] as DraftValue | undefined;
        const entry: unknown = existing[index];
        if (value !== undefined)
          compare([name, index, key], isFields(entry) ? entry[key] : undefined, value, `${nameIn(entry)}: `);
      }
  }
  return { missingValues, different };
}

/**
 * Numbers of affiliations mean the source's own list, so that they go in only beside that list; and who is corresponding, or
 * contributed equally, is not added to a list in which a person marked others.
 */
function keysOfAuthors(own: Fields, draft: DraftFields): readonly string[] {
  const authors = own['authors'] as readonly unknown[];
  const unmarked = (key: string): boolean => authors.every((author) => !isFields(author) || isMissing(author[key]));
  const sameList =
    isMissing(own['affiliations']) || isSameValue('affiliations', own['affiliations'], draft['affiliations'] ?? []);
  return [
    ...(sameList && unmarked('affiliations') ? ['affiliations'] : []),
    'orcid',
    ...['corresponding', 'equal'].filter(unmarked),
    'native',
  ];
}

/** `authors[2].orcid`, counted from 1 as people do. */
const fieldName = (path: NestedValue['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('');

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const nameIn = (entry: unknown): string => {
  const name = isFields(entry) ? (entry['name'] ?? entry['group']) : entry;
  return typeof name === 'string' ? name : '';
};

/** A value for the report. */
export const formatValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};

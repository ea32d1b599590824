import type { DraftFields, DraftValue } from '../draft/draft.ts';
import { entryOf, isWrittenMap, textOf, type WrittenMap } from '../draft/written-value.ts';
import type { InnerValue } from './put-field.ts';
import { isSameText, isSameValue } from './same-value.ts';

export interface InnerFilling {
  /** What a list or a map of the file lacks, and the source says. */
  readonly gaps: readonly InnerValue[];
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * Compares what stands inside the fields that a file has already: what a list of the same authors or affiliations does not
 * say of each of them, and the languages and versions that a map lacks.
 */
export function fillInside(own: WrittenMap, draft: DraftFields): InnerFilling {
  const gaps: InnerValue[] = [];
  const different: InnerFilling['different'][number][] = [];
  const compare = (path: InnerValue['path'], have: unknown, value: DraftValue, of = ''): void => {
    if (isMissing(have)) gaps.push({ path, value });
    else if (!isSameText(have, value))
      different.push({ field: fieldName(path), file: `${of}${shown(have)}`, source: shown(value) });
  };
  for (const name of ['titles', 'abstracts', 'versions'] as const)
    if (isWrittenMap(own[name]) && isWrittenMap(draft[name]))
      for (const [key, value] of Object.entries(draft[name])) compare([name, key], own[name][key], value);
  for (const name of ['authors', 'affiliations'] as const) {
    const [mine, theirs] = [own[name], draft[name]];
    if (!Array.isArray(mine) || !Array.isArray(theirs) || !isSameValue(name, mine, theirs)) continue;
    const keys = name === 'affiliations' ? ['ror'] : keysOfAuthors(own, draft);
    for (const [index, item] of (theirs as readonly DraftValue[]).entries())
      for (const key of isWrittenMap(item) ? keys : []) {
        const value = (item as WrittenMap)[key] as DraftValue | undefined;
        const entry: unknown = mine[index];
        if (value !== undefined)
          compare([name, index, key], isWrittenMap(entry) ? entry[key] : undefined, value, `${nameIn(entry)}: `);
      }
  }
  return { gaps, different };
}

/**
 * Numbers of affiliations mean the source's own list, so that they go in only beside that list; and who is corresponding, or
 * contributed equally, is not added to a list in which a person marked others.
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

/** `authors[2].orcid`, counted from 1 as people do. */
const fieldName = (path: InnerValue['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('');

export const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const nameIn = (entry: unknown): string => textOf(entryOf(entry)['name'] ?? entryOf(entry)['group']);

/** A value for the report. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};

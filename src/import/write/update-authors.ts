import type { DraftFields, DraftValue } from '../draft/draft.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { entriesOf, entryOf } from '../draft/written-value.ts';
import { isSamePersonName } from '../../domain/people/same-person.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';
import type { Edit } from './edit.ts';
import { createRenumbering, isMissing, type NestedFilling } from './fill-nested.ts';
import { findFullerName, matchAuthors } from './match-authors.ts';
import { isSameText, isSameValue } from './same-value.ts';

/**
 * Edits that overwrite the authors of a file with those of the source. What only the file says about an author stays, such as
 * `person`, comments and the form of a name that a person wrote. `sameNumbers`: the file has the affiliations of the source.
 */
export function updateAuthors(own: UnknownMap, draft: DraftFields, sameNumbers: boolean): readonly Edit[] {
  const drafted = draft.authors ?? [];
  const existing = own['authors'] as readonly unknown[];
  const renumber = sameNumbers
    ? (numbers: DraftValue | undefined) => numbers
    : createRenumbering(own['affiliations'], draft.affiliations);
  const positions = matchAuthors(existing, drafted);
  const changed = drafted.flatMap((author, index): Edit[] => {
    const position = positions[index];
    if (position === undefined) return [];
    const [before, after] = [entryOf(existing[position]), entryOf(author)];
    return Object.keys(after).flatMap((key) => {
      const written = after[key] as DraftValue;
      const value = key === 'affiliations' ? renumber(written) : key === 'name' ? newName(before, after) : written;
      return value === undefined || isSameText(before[key], value)
        ? []
        : [{ type: 'set', path: ['authors', position, key], value }];
    });
  });
  const order = drafted.map((author, index) => positions[index] ?? { value: withNumbers(author, renumber) });
  const same = order.length === existing.length && order.every((position, index) => position === index);
  return same ? changed : [...changed, { type: 'arrange', path: ['authors'], order }];
}

/**
 * True if `--update authors` changes them: the source has other authors, or says something else about them.
 */
export function findOverwrittenAuthors(
  fields: UnknownMap,
  draft: DraftFields,
  update: ReadonlySet<string>,
  nested: NestedFilling,
): boolean {
  const { authors: own } = fields;
  const { authors } = draft;
  if (!update.has('authors') || authors === undefined || !Array.isArray(own) || own.length === 0) return false;
  return !isSameValue('authors', own, authors) || nested.different.some(({ field }) => field.startsWith('authors['));
}

/** The numbers of authors refer to the affiliations of the file, so these are replaced only together. */
export const mayReplaceAffiliations = (fields: UnknownMap, overwritten: boolean): boolean =>
  overwritten || entriesOf(fields['authors']).every((author) => isMissing(author['affiliations']));

/** The name of the source, if it is another name or says more; a form that differs only in its writing is kept. */
function newName(own: UnknownMap, drafted: UnknownMap): DraftValue | undefined {
  const [before, after] = [own['name'], drafted['name']].map((name) =>
    parsePersonName(typeof name === 'string' ? name : ''),
  );
  const same = before?.ok && after?.ok && isSamePersonName(before.value, after.value);
  return same ? findFullerName(own, drafted) : (drafted['name'] as DraftValue | undefined);
}

function withNumbers(
  author: DraftValue,
  renumber: (numbers: DraftValue | undefined) => DraftValue | undefined,
): DraftValue {
  if (!isMap(author) || author['affiliations'] === undefined) return author;
  const { affiliations, ...rest } = author as Readonly<Record<string, DraftValue>>;
  const numbers = renumber(affiliations);
  return numbers === undefined ? rest : { ...rest, affiliations: numbers };
}

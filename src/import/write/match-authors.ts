import { foldName, parsePersonName, type PersonName } from '../../domain/people/person-name.ts';
import { isFullerName, isSamePersonName } from '../../domain/people/same-person.ts';
import type { UnknownMap } from '../../domain/values/unknown-map.ts';
import { entriesOf, textOf } from '../draft/written-value.ts';

/** True if two lists have the same authors in the same order; initials are no other person. */
export function haveSameAuthors(own: unknown, drafted: unknown): boolean {
  const [first, second] = [entriesOf(own), entriesOf(drafted)];
  return first.length === second.length && first.every((entry, index) => isSameAuthor(entry, second[index]));
}

/**
 * For each author of the source the position of the same author in the file: by ORCID iD, else by name, first at the same
 * position. An author of the file is found once.
 */
export function matchAuthors(own: unknown, drafted: unknown): readonly (number | undefined)[] {
  const entries = entriesOf(own);
  const free = new Set(entries.keys());
  const take = (position: number | undefined): number | undefined => {
    if (position !== undefined) free.delete(position);
    return position;
  };
  const all = entriesOf(drafted);
  const found = all.map(({ orcid }) =>
    take([...free].find((position) => textOf(orcid) !== '' && textOf(entries[position]?.['orcid']) === textOf(orcid))),
  );
  for (const [index, entry] of all.entries())
    if (found[index] === undefined && free.has(index) && isSameAuthor(entries[index], entry))
      found[index] = take(index);
  for (const [index, entry] of all.entries()) {
    if (found[index] !== undefined) continue;
    const same = [...free].filter((position) => isSameAuthor(entries[position], entry));
    if (same.length === 1) found[index] = take(same[0]);
  }
  return found;
}

/** The name of the source, if it says more than the same name in the file. */
export function findFullerName(own: UnknownMap, drafted: UnknownMap): string | undefined {
  if (isWrittenAlike(own, drafted)) return undefined;
  const [written, name] = [nameOf(own), nameOf(drafted)];
  return written && name && isFullerName(name, written) ? textOf(drafted['name']) : undefined;
}

function isSameAuthor(a: UnknownMap | undefined, b: UnknownMap | undefined): boolean {
  if (a && b && isWrittenAlike(a, b)) return true;
  const [first, second] = [a && nameOf(a), b && nameOf(b)];
  if (first && second) return isSamePersonName(first, second);
  return a !== undefined && b !== undefined && !first && !second && foldName(labelOf(a)) === foldName(labelOf(b));
}

const isWrittenAlike = (a: UnknownMap, b: UnknownMap): boolean =>
  labelOf(a) === labelOf(b) && (a['group'] === undefined) === (b['group'] === undefined);

const labelOf = (entry: UnknownMap): string => textOf(entry['group'] ?? entry['name']);

function nameOf(entry: UnknownMap): PersonName | undefined {
  if (entry['group'] !== undefined) return undefined;
  const parsed = parsePersonName(textOf(entry['name']));
  return parsed.ok ? parsed.value : undefined;
}

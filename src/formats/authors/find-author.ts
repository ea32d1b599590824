import { foldName, parsePersonName, type PersonName } from '../../domain/people/person-name.ts';
import { isSamePersonName } from '../../domain/people/same-person.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';

/** The position of the author that a name means; undefined if it means none, or one of several. */
export type AuthorFinder = (name: string) => number | undefined;

/** True if a name may be that of one of the authors. */
export function isNameOfAuthor(authors: readonly ForeignAuthor[], name: string): boolean {
  const parsed = parsePersonName(name);
  return authors.some((author) => {
    if (author.name === name) return true;
    const own = author.group ? undefined : parsePersonName(author.name);
    return parsed.ok && own?.ok === true && isSamePersonName(own.value, parsed.value);
  });
}

/**
 * Finds authors by names as databases print them beside addresses: `Karimi, S` and `S. Karimi` for `Karimi, Sara`, without
 * accents. The given name or its initials must be there.
 */
export function createAuthorFinder(authors: readonly ForeignAuthor[]): AuthorFinder {
  const byFamily = new Map<string, { position: number; name: PersonName; given: string }[]>();
  const groups = new Map<string, number>();
  for (const [position, { name: written, group }] of authors.entries()) {
    const parsed = group ? undefined : parsePersonName(written);
    if (!parsed?.ok) groups.set(foldName(written), position);
    else {
      const { value: name } = parsed;
      const entry = { position, name, given: foldName(name.given ?? '') };
      byFamily.set(foldName(name.family), [...(byFamily.get(foldName(name.family)) ?? []), entry]);
    }
  }
  return (written) => {
    const group = groups.get(foldName(written));
    const parsed = group === undefined ? parsePersonName(written) : undefined;
    if (!parsed?.ok) return group;
    const name = parsed.value;
    const given = foldName(name.given ?? '');
    const found = byFamily.get(foldName(name.family)) ?? [];
    const equal = found.filter((one) => one.given === given);
    const similar = equal.length > 0 ? equal : found.filter((one) => isSamePersonName(one.name, name));
    return similar.length === 1 ? similar[0]?.position : undefined;
  };
}

import {
  foldName,
  givenInitials,
  isGroup,
  nameKey,
  parsePersonName,
  type PersonName,
} from '../../domain/people/person-name.ts';
import type { DraftFields } from '../draft/draft.ts';
import { entriesOf, textOf } from '../draft/written-value.ts';
import type { ExistingPerson, ExistingUnit } from './existing.ts';

/**
 * Returns a function that finds the id of the unit whose name is a part of an affiliation: the lowest unit, if parents
 * match too.
 */
export function createNearestUnitFinder(units: readonly ExistingUnit[]): (affiliation: string) => string | undefined {
  const byName = new Map<string, ExistingUnit[]>();
  for (const unit of units)
    for (const name of unit.names) byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), unit]);
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const isAbove = (id: string, below: string): boolean => {
    for (let at = parents.get(below), steps = 0; at !== undefined && steps < 50; at = parents.get(at), steps += 1)
      if (at === id) return true;
    return false;
  };
  return (affiliation) => {
    const parts = affiliation.split(/[,،;]/).map((part) => foldName(part));
    const found = [...new Set([...parts, foldName(affiliation)].flatMap((part) => byName.get(part) ?? []))];
    const nearest = found.filter(({ id }) => !found.some((other) => isAbove(id, other.id)));
    return nearest.length === 1 ? nearest[0]?.id : undefined;
  };
}

/** A printed name that may belong to a person but is not in the person's file. A user must decide. */
export interface PossibleMatch {
  readonly printed: string;
  readonly person: string;
  readonly known: string;
}

/**
 * Returns a function that finds authors with the family name and initials of a person whose file does not have the
 * printed name.
 */
export function createPossibleMatchFinder(
  people: readonly ExistingPerson[],
): (fields: DraftFields) => readonly PossibleMatch[] {
  if (people.length === 0) return () => [];
  const known = people.flatMap(({ id, names, orcid }) =>
    names.flatMap((name) => {
      const parsed = parsePersonName(name);
      return parsed.ok ? [{ id, name: parsed.value, orcid }] : [];
    }),
  );
  const keys = new Map<string, Set<string>>();
  for (const { id, name } of known) keys.set(nameKey(name), (keys.get(nameKey(name)) ?? new Set<string>()).add(id));
  const byFamily = new Map<string, typeof known>();
  for (const entry of known)
    byFamily.set(foldName(entry.name.family), [...(byFamily.get(foldName(entry.name.family)) ?? []), entry]);
  return (fields) =>
    authorsOf(fields).flatMap(({ name, orcid }) => {
      if (
        isGroup(name) ||
        keys.has(nameKey(name)) ||
        people.some((person) => person.orcid !== undefined && person.orcid === orcid)
      )
        return [];
      const sameFamily = byFamily.get(foldName(name.family)) ?? [];
      const pairs = sameFamily.filter(
        (entry) =>
          haveMatchingInitials(name, entry.name) &&
          !(orcid !== undefined && entry.orcid !== undefined && orcid !== entry.orcid),
      );
      return [
        ...new Map(
          pairs.map((entry) => [entry.id, { printed: name.printed, person: entry.id, known: entry.name.printed }]),
        ).values(),
      ];
    });
}

/** True if the initials of one name start with those of the other. */
function haveMatchingInitials(a: PersonName, b: PersonName): boolean {
  const [first, second] = [givenInitials(a), givenInitials(b)].map((initials) =>
    initials.replace(/[\s.-]/g, '').toLowerCase(),
  );
  return !!first && !!second && (first.startsWith(second) || second.startsWith(first));
}

/** A proposed file of a person. `count` is the number of publications. */
export interface ProposedPerson {
  readonly names: readonly string[];
  readonly orcid?: string;
  readonly count: number;
}

/** People without a file: authors with an ORCID iD, and names in at least three publications. */
export function proposePeople(
  publications: readonly DraftFields[],
  people: readonly ExistingPerson[],
): readonly ProposedPerson[] {
  const orcids = new Set(people.flatMap(({ orcid }) => orcid ?? []));
  const taken = new Set(people.flatMap(({ names }) => names.flatMap((name) => keyOf(name) ?? [])));
  const found = new Map<string, { names: Map<string, string>; orcid?: string; count: number }>();
  for (const fields of publications)
    for (const { name, orcid, written } of authorsOf(fields)) {
      if (isGroup(name) || (orcid !== undefined ? orcids.has(orcid) : taken.has(nameKey(name)))) continue;
      const key = orcid ?? nameKey(name);
      const entry = found.get(key) ?? {
        names: new Map<string, string>(),
        ...(orcid === undefined ? {} : { orcid }),
        count: 0,
      };
      entry.count += 1;
      if (!entry.names.has(nameKey(name))) entry.names.set(nameKey(name), written);
      found.set(key, entry);
    }
  // A name of an author with an ORCID iD gets no separate proposal.
  const owned = new Set(
    [...found.values()].filter(({ orcid }) => orcid !== undefined).flatMap(({ names }) => [...names.keys()]),
  );
  return [...found]
    .filter(([key, { orcid, count }]) => orcid !== undefined || (count >= 3 && !owned.has(key)))
    .map(([, { names, orcid, count }]) => ({
      names: longestFirst([...names.values()]),
      ...(orcid === undefined ? {} : { orcid }),
      count,
    }))
    .sort((a, b) => b.count - a.count || (a.names[0]! < b.names[0]! ? -1 : 1));
}

const longestFirst = (names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const keyOf = (name: string): string | undefined => {
  const parsed = parsePersonName(name);
  return parsed.ok ? nameKey(parsed.value) : undefined;
};

function authorsOf(fields: DraftFields): readonly { name: PersonName; orcid: string | undefined; written: string }[] {
  return entriesOf(fields.authors).flatMap(({ name: written, orcid }) => {
    const parsed = parsePersonName(textOf(written));
    return parsed.ok
      ? [{ name: parsed.value, orcid: typeof orcid === 'string' ? orcid : undefined, written: textOf(written) }]
      : [];
  });
}

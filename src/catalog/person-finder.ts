import type { Person } from '../domain/institute/institute.ts';
import { nameKey } from '../domain/people/person-name.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { SummaryAuthor } from '../domain/publication/publication-summary.ts';

/**
 * Returns a function that finds the id of an author's person, by ORCID iD, or else by a name that the person's file lists.
 * A name that two people list finds neither, and is added to `problems`.
 */
export function createPersonFinder(
  people: ReadonlyMap<string, Person>,
  problems: Problem[],
): (author: SummaryAuthor) => string | undefined {
  const byOrcid = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const person of people.values()) {
    const other = person.orcid && byOrcid.get(person.orcid);
    if (other) {
      problems.push({
        severity: 'error',
        name: 'orcid-twice',
        file: person.file,
        field: 'orcid',
        message: `the ORCID iD ${person.orcid} is also in people/${other}.yaml, and it identifies one person`,
        hint: `keep one of the two files, and add all its names to it`,
      });
    }
    if (person.orcid) byOrcid.set(person.orcid, person.id);
    for (const key of new Set(person.names.map(nameKey))) byName.set(key, [...(byName.get(key) ?? []), person.id]);
  }
  const ambiguous = new Set<string>();
  for (const [key, ids] of byName) {
    if (ids.length < 2) continue;
    ambiguous.add(key);
    const person = people.get(ids[1]!)!;
    const printed = person.names.find((name) => nameKey(name) === key)?.printed;
    problems.push({
      severity: 'warning',
      name: 'person-ambiguous',
      file: person.file,
      field: 'names',
      message: `the name ${printed} is listed for ${ids.join(' and ')}, so publications that print it are shown for neither`,
      hint: `add \`person: ${ids[0]}\` or \`person: ${ids[1]}\` to the author in each publication`,
    });
  }
  return ({ orcid, key }) => {
    const identified = orcid && byOrcid.get(orcid);
    if (identified) return identified;
    const named = key !== undefined && !ambiguous.has(key) ? byName.get(key)?.[0] : undefined;
    // An author and a person with the same name but different ORCID iDs are two people.
    const known = named && people.get(named)?.orcid;
    return orcid && known && known !== orcid ? undefined : named;
  };
}

/** A problem of an author whose `person` has another ORCID iD than the author. */
export function findOrcidConflict(
  file: string,
  position: number,
  { person, orcid }: SummaryAuthor,
  people: ReadonlyMap<string, Person>,
): Problem[] {
  const known = person === undefined ? undefined : people.get(person)?.orcid;
  if (orcid === undefined || known === undefined || known === orcid) return [];
  return [
    {
      severity: 'error',
      name: 'orcid-disagrees',
      file,
      field: `authors[${position + 1}].orcid`,
      message: `the person of this author is ${person} with the ORCID iD ${known}, but the author has the ORCID iD ${orcid}`,
      hint: `write orcid: ${known} or delete \`orcid\` if the person is right, else correct \`person\``,
    },
  ];
}

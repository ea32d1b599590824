import type { Person } from '../domain/institute/institute.ts';
import { nameKey } from '../domain/people/person-name.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { SummaryAuthor } from '../domain/publication/publication-summary.ts';

/** A person by ORCID, else by a name that their own file lists. Two people with the same listed name match nobody. */
export function personFinder(
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
        message: `the ORCID iD ${person.orcid} stands in people/${other}.yaml as well, and it identifies one person`,
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
      message: `the name ${printed} is listed for ${ids.join(' and ')}, so publications that print it are given to neither`,
      hint: `add \`person: ${ids[0]}\` or \`person: ${ids[1]}\` to the author in each publication`,
    });
  }
  return ({ orcid, key }) => {
    const identified = orcid && byOrcid.get(orcid);
    if (identified) return identified;
    const named = key !== undefined && !ambiguous.has(key) ? byName.get(key)?.[0] : undefined;
    // An author with an ORCID iD of their own is not the person who is known by another.
    const known = named && people.get(named)?.orcid;
    return orcid && known && known !== orcid ? undefined : named;
  };
}

/** An author who is said to be one person, and has the ORCID iD of another. */
export function orcidConflict(
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
      message: `the author is said to be ${person}, whose ORCID iD is ${known}, and has the ORCID iD ${orcid}`,
      hint: `write orcid: ${known} or leave it out if the person is right, else correct \`person\``,
    },
  ];
}

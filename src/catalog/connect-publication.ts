import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { Institute } from './institute.ts';
import { createPersonFinder, findOrcidConflict } from './person-finder.ts';
import { createUnitFinder } from './unit-finder.ts';
import { unknownReference } from './unknown-reference.ts';

/**
 * A publication as the catalog holds it: without its authors and affiliations, which take most of the memory, and with the people
 * and units that they refer to.
 */
export interface ConnectedPublication extends Omit<PublicationSummary, 'authors' | 'affiliations'> {
  /** `nameKey` of the first author; absent for a group. */
  readonly firstAuthor?: string;
  /** 0-based position of an author → id of the person; without private people. */
  readonly people: ReadonlyMap<number, string>;
  /** Ids of the units that its affiliations name, each once. */
  readonly units: readonly string[];
}

/** Returns a function that connects publications with people, units and topics. What is wrong is added to `problems`. */
export function createConnector(
  institute: Institute,
  problems: Problem[],
): (publication: PublicationSummary) => ConnectedPublication {
  const findPerson = createPersonFinder(institute.people, problems);
  const findUnit = createUnitFinder(institute.units);
  return ({ authors, affiliations, ...publication }) => {
    const report = (field: string, kind: 'person' | 'unit' | 'topic', id: string, known: Iterable<string>) =>
      problems.push(...unknownReference(publication.file, field, kind, id, known, institute));
    const people = new Map<number, string>();
    for (const [position, author] of authors.entries()) {
      if (author.person !== undefined && !institute.people.has(author.person)) {
        report(`authors[${position + 1}].person`, 'person', author.person, institute.people.keys());
        continue;
      }
      const id = author.person ?? findPerson(author);
      problems.push(...findOrcidConflict(publication.file, position, author, institute.people));
      if (id !== undefined && !institute.people.get(id)?.private) people.set(position, id);
    }
    const units = new Set<string>();
    for (const [index, { name, unit }] of affiliations.entries()) {
      if (unit !== undefined && !institute.units.has(unit))
        report(`affiliations[${index + 1}].unit`, 'unit', unit, institute.units.keys());
      const id = unit !== undefined ? (institute.units.has(unit) ? unit : undefined) : findUnit(name);
      if (id !== undefined) units.add(id);
    }
    for (const [index, topic] of publication.topics.entries())
      if (!institute.topics.has(topic)) report(`topics[${index + 1}]`, 'topic', topic, institute.topics.keys());
    const firstAuthor = authors[0]?.key;
    const { slug, citekey, countries, keywords, aliases, assets, versions } = publication;
    return {
      ...publication,
      ...(firstAuthor === undefined ? {} : { firstAuthor }),
      people: people.size === 0 ? nobody : people,
      units: shared([...units]),
      topics: shared(publication.topics.filter((topic) => institute.topics.has(topic))),
      countries: shared(countries),
      keywords: shared(keywords),
      aliases: shared(aliases),
      assets: shared(assets),
      versions: versions.preprint === undefined && versions.published === undefined ? noVersions : versions,
      citekey: citekey === slug ? slug : citekey,
    };
  };
}

// Most publications share these: empty lists of their own would take a fourth of the memory.
const nobody: ReadonlyMap<number, string> = new Map();
const noVersions: PublicationSummary['versions'] = {};
const none: readonly never[] = [];
const shared = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list);

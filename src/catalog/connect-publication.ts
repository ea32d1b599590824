import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { Institute } from './institute.ts';
import { createPersonFinder, findOrcidConflict } from './person-finder.ts';
import { createUnitFinder } from './unit-finder.ts';
import { unknownReference } from './unknown-reference.ts';

/**
 * A publication as the catalog holds it: with the people and units that it refers to, and without what takes most of the memory,
 * which `Content.requireSummary` reads again.
 */
export interface ConnectedPublication extends Omit<
  PublicationSummary,
  'authors' | 'affiliations' | 'title' | 'titleKey' | 'keywords' | 'citekey' | 'pmid' | 'pmcid'
> {
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
  const once = createPool();
  return (publication) => {
    const {
      authors,
      affiliations,
      title: _t,
      titleKey: _k,
      keywords: _w,
      citekey: _c,
      pmid: _p,
      pmcid: _m,
      ...kept
    } = publication;
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
    return {
      ...kept,
      type: once(kept.type),
      status: once(kept.status),
      published: once(kept.published),
      people: people.size === 0 ? nobody : people,
      units: once([...units]),
      topics: once(kept.topics.filter((topic) => institute.topics.has(topic))),
      countries: once(kept.countries),
      aliases: once(kept.aliases),
      assets: once(kept.assets),
      versions: once(kept.versions),
      ...(kept.journal === undefined ? {} : { journal: once(kept.journal) }),
    };
  };
}

const nobody: ReadonlyMap<number, string> = new Map();

/** A function that returns the same object for equal values, which many publications share: copies would take half of the memory. */
function createPool(): <Value>(value: Value) => Value {
  const known = new Map<string, unknown>();
  return <Value>(value: Value): Value => {
    const key = JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as Value;
  };
}

import { doiKey } from '../domain/identifiers/doi.ts';
import type { InstituteMember } from '../domain/institute/institute-kinds.ts';
import type { Journal } from '../domain/institute/institute.ts';
import type { VersionReference } from '../domain/publication/publication-context.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checkParents } from './check-parents.ts';
import type { Institute } from './institute.ts';
import { createJournalFinder } from './journal-finder.ts';
import { createPersonFinder, findOrcidConflict } from './person-finder.ts';
import { createUnitFinder } from './unit-finder.ts';
import { unknownReference } from './unknown-reference.ts';

/** The people, units, journal, topics and other versions of a publication. */
export interface References {
  /** 0-based position of an author → id of the person; without private people. */
  readonly people: ReadonlyMap<number, string>;
  /** Ids of the units that its affiliations name, each once. */
  readonly units: readonly string[];
  readonly journal?: Journal;
  readonly topics: readonly string[];
  readonly preprint?: VersionReference;
  readonly publishedVersion?: VersionReference;
  readonly preferred?: VersionReference;
}

export interface Resolution {
  readonly references: ReadonlyMap<string, References>;
  /** Journals with a file, and journals that only publications name. */
  readonly journals: ReadonlyMap<string, Journal>;
  readonly problems: readonly Problem[];
}

/** Resolves the references of publications to people, units, journals, topics and other versions. */
export function resolveReferences(publications: readonly PublicationSummary[], institute: Institute): Resolution {
  const problems: Problem[] = [];
  const bySlug = new Map(
    publications.flatMap((publication) => [
      [publication.slug, publication.slug] as const,
      ...publication.aliases.map((alias) => [alias, publication.slug] as const),
    ]),
  );
  const byDoi = new Map(publications.flatMap(({ doi, slug }) => (doi ? [[doiKey(doi), slug] as const] : [])));
  const findPerson = createPersonFinder(institute.people, problems);
  const findUnit = createUnitFinder(institute.units);
  const journals = createJournalFinder(institute.journals, problems);
  const references = new Map<string, References>();
  for (const publication of publications) {
    const report = (field: string, kind: InstituteMember | 'publication', id: string, known: Iterable<string>) =>
      problems.push(...unknownReference(publication.file, field, kind, id, known, institute));
    const version = (field: string, value: string | undefined): VersionReference | undefined => {
      if (value === undefined) return undefined;
      if (value.startsWith('10.')) {
        const slug = byDoi.get(doiKey(value));
        return slug ? { slug, doi: value } : { doi: value };
      }
      const slug = bySlug.get(value);
      if (slug === undefined) report(field, 'publication', value, bySlug.keys());
      return slug ? { slug } : undefined;
    };
    const people = new Map<number, string>();
    for (const [position, author] of publication.authors.entries()) {
      if (author.person !== undefined && !institute.people.has(author.person)) {
        report(`authors[${position + 1}].person`, 'person', author.person, institute.people.keys());
        continue;
      }
      const id = author.person ?? findPerson(author);
      problems.push(...findOrcidConflict(publication.file, position, author, institute.people));
      if (id !== undefined && !institute.people.get(id)?.private) people.set(position, id);
    }
    const units = new Set<string>();
    for (const [index, { name, unit }] of publication.affiliations.entries()) {
      if (unit !== undefined && !institute.units.has(unit))
        report(`affiliations[${index + 1}].unit`, 'unit', unit, institute.units.keys());
      const id = unit !== undefined ? (institute.units.has(unit) ? unit : undefined) : findUnit(name);
      if (id !== undefined) units.add(id);
    }
    for (const [index, topic] of publication.topics.entries())
      if (!institute.topics.has(topic)) report(`topics[${index + 1}]`, 'topic', topic, institute.topics.keys());
    const journal =
      publication.journal === undefined ? undefined : journals.find(publication.journal, publication.file);
    const preprint = version('versions.preprint', publication.versions.preprint);
    const publishedVersion = version('versions.published', publication.versions.published);
    const preferred = version('preferred', publication.preferred);
    references.set(publication.slug, {
      people,
      units: [...units],
      topics: publication.topics.filter((topic) => institute.topics.has(topic)),
      ...(journal ? { journal } : {}),
      ...(preprint ? { preprint } : {}),
      ...(publishedVersion ? { publishedVersion } : {}),
      ...(preferred ? { preferred } : {}),
    });
  }
  problems.push(...checkParents(institute));
  return { references, journals: journals.all, problems };
}

import { doiKey } from '../domain/identifiers/doi.ts';
import type { Journal, Person, Topic, Unit } from '../domain/institute.ts';
import type { VersionReference } from '../domain/page-data.ts';
import { nameKey } from '../domain/person-name.ts';
import type { Problem } from '../domain/problem.ts';
import { slugify } from '../domain/slug.ts';
import { closest } from '../domain/suggestion.ts';
import type { Brief } from './brief.ts';
import { titleKey } from './check-publication.ts';

/** The content files besides publications, by id. */
export interface Institute {
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly journals: ReadonlyMap<string, Journal>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Files that are there and not in the tables, as `people/x`: those with errors, and drafts that are left out. */
  readonly absent: ReadonlySet<string>;
}

/** What a publication refers to, once everything else is known. */
export interface References {
  /** 0-based position of an author → id of the person; nobody private is among them. */
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
  /** Journals with a file, and those known from their publications alone. */
  readonly journals: ReadonlyMap<string, Journal>;
  readonly problems: readonly Problem[];
}

/** Connects publications with people, units, journals, topics and their other versions. */
export function resolveReferences(briefs: readonly Brief[], institute: Institute): Resolution {
  const problems: Problem[] = [];
  const bySlug = new Map(
    briefs.flatMap((brief) => [
      [brief.slug, brief.slug] as const,
      ...brief.aliases.map((alias) => [alias, brief.slug] as const),
    ]),
  );
  const byDoi = new Map(briefs.flatMap(({ doi, slug }) => (doi ? [[doiKey(doi), slug] as const] : [])));
  const findPerson = personFinder(institute.people, problems);
  const findUnit = unitFinder(institute.units);
  const journals = journalFinder(institute.journals, problems);
  const references = new Map<string, References>();
  for (const brief of briefs) {
    const report = (field: string, kind: string, id: string, known: Iterable<string>) =>
      problems.push(...unknownReference(brief.file, field, kind, id, known, institute));
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
    for (const [position, author] of brief.authors.entries()) {
      if (author.person !== undefined && !institute.people.has(author.person)) {
        report(`authors[${position + 1}].person`, 'person', author.person, institute.people.keys());
        continue;
      }
      const id = author.person ?? findPerson(author);
      problems.push(...orcidConflict(brief.file, position, author, institute.people));
      if (id !== undefined && !institute.people.get(id)?.private) people.set(position, id);
    }
    const units = new Set<string>();
    for (const [index, { name, unit }] of brief.affiliations.entries()) {
      if (unit !== undefined && !institute.units.has(unit))
        report(`affiliations[${index + 1}].unit`, 'unit', unit, institute.units.keys());
      const id = unit !== undefined ? (institute.units.has(unit) ? unit : undefined) : findUnit(name);
      if (id !== undefined) units.add(id);
    }
    for (const [index, topic] of brief.topics.entries())
      if (!institute.topics.has(topic)) report(`topics[${index + 1}]`, 'topic', topic, institute.topics.keys());
    const journal = brief.journal === undefined ? undefined : journals.find(brief.journal, brief.file);
    const preprint = version('versions.preprint', brief.versions.preprint);
    const publishedVersion = version('versions.published', brief.versions.published);
    const preferred = version('preferred', brief.preferred);
    references.set(brief.slug, {
      people,
      units: [...units],
      topics: brief.topics.filter((topic) => institute.topics.has(topic)),
      ...(journal ? { journal } : {}),
      ...(preprint ? { preprint } : {}),
      ...(publishedVersion ? { publishedVersion } : {}),
      ...(preferred ? { preferred } : {}),
    });
  }
  problems.push(...checkParents(institute));
  return { references, journals: journals.all, problems };
}

/** A person by ORCID, else by a name that their own file lists. Two people with the same listed name match nobody. */
function personFinder(
  people: ReadonlyMap<string, Person>,
  problems: Problem[],
): (author: Brief['authors'][number]) => string | undefined {
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

/** A unit whose name opens the printed affiliation: whole parts between commas, the longest name first. */
function unitFinder(units: ReadonlyMap<string, Unit>): (affiliation: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const unit of units.values())
    for (const name of [...Object.values(unit.name), ...unit.names]) byName.set(foldParts(name).join(','), unit.id);
  const memory = new Map<string, string | undefined>();
  return (affiliation) => {
    if (byName.size === 0) return undefined;
    if (memory.has(affiliation)) return memory.get(affiliation);
    const parts = foldParts(affiliation);
    let found: string | undefined;
    for (let length = parts.length; length > 0 && !found; length -= 1)
      found = byName.get(parts.slice(0, length).join(','));
    memory.set(affiliation, found);
    return found;
  };
}

const foldParts = (name: string): string[] => name.split(/[,،]/).map(titleKey).filter(Boolean);

/**
 * A journal by id, title or abbreviation; one without a file gets an id made from its title. Titles that give the same
 * id are one journal, called as its newest publication calls it: said once for each, since it is a guess.
 */
function journalFinder(
  files: ReadonlyMap<string, Journal>,
  problems: Problem[],
): {
  find: (text: string, file: string) => Journal;
  all: Map<string, Journal>;
} {
  const byName = new Map<string, Journal>();
  for (const journal of files.values())
    for (const name of [journal.abbreviation, journal.title]) if (name) byName.set(titleKey(name), journal);
  const all = new Map(files);
  const memory = new Map<string, Journal>();
  const merged = new Set<string>();
  const find = (text: string, file: string): Journal => {
    const known = files.get(text) ?? byName.get(titleKey(text));
    if (known) return known;
    const id = slugify(text).slice(0, 120).replace(/-$/, '');
    const made = all.get(id);
    if (made) {
      if (!files.has(id) && !merged.has(id)) {
        merged.add(id);
        problems.push({
          severity: 'warning',
          name: 'journal-merged',
          file,
          field: 'journal',
          message: `"${text}" and "${made.title}" would both have the address /journals/${id}/, so they are shown as one journal, "${made.title}"`,
          hint: `write the title in the same way everywhere, or add journals/${id}.yaml with the right \`title\`; if they are two journals, add a file for each`,
        });
      }
      return made;
    }
    const journal = { id, title: text };
    all.set(id, journal);
    return journal;
  };
  return {
    all,
    find: (text, file) => {
      const journal = memory.get(text) ?? find(text, file);
      memory.set(text, journal);
      return journal;
    },
  };
}

/** Parents of units and topics, and units of people, that do not exist or go round in a circle. */
function checkParents(institute: Institute): Problem[] {
  const { people, units, topics } = institute;
  const problems: Problem[] = [];
  for (const [kind, rows] of [
    ['unit', units],
    ['topic', topics],
  ] as const) {
    for (const row of rows.values()) {
      if (row.parent === undefined) continue;
      if (!rows.has(row.parent))
        problems.push(...unknownReference(row.file, 'parent', kind, row.parent, rows.keys(), institute));
      const seen = new Set([row.id]);
      for (
        let above = rows.get(row.parent);
        above;
        above = above.parent === undefined ? undefined : rows.get(above.parent)
      ) {
        if (above.id === row.id)
          problems.push({
            severity: 'error',
            name: 'parent-circle',
            file: row.file,
            field: 'parent',
            message: `${row.id} is its own parent, by way of ${[...seen].slice(1).join(', ') || 'itself'}`,
            hint: 'delete one `parent:` of the circle',
          });
        if (seen.has(above.id)) break;
        seen.add(above.id);
      }
    }
  }
  for (const person of people.values()) {
    if (person.unit !== undefined && !units.has(person.unit))
      problems.push(...unknownReference(person.file, 'unit', 'unit', person.unit, units.keys(), institute));
  }
  return problems;
}

/** An author who is said to be one person, and has the ORCID iD of another. */
function orcidConflict(
  file: string,
  position: number,
  { person, orcid }: Brief['authors'][number],
  people: Institute['people'],
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

/** Nothing where the file is there but not in the site: what is wrong with it is said where it stands. */
function unknownReference(
  file: string,
  field: string,
  kind: string,
  id: string,
  known: Iterable<string>,
  { absent }: Institute,
): Problem[] {
  const near = closest(id, [...known]);
  const folder =
    { person: 'people', unit: 'units', topic: 'topics', journal: 'journals', publication: 'publications' }[kind] ??
    kind;
  if (absent.has(`${folder}/${id}`)) return [];
  return [
    {
      severity: 'error',
      name: `unknown-${kind}`,
      file,
      field,
      message: `there is no ${kind} "${id}"`,
      hint: near
        ? `did you mean ${near}?`
        : `add ${folder}/${id}.${kind === 'publication' ? 'mdx' : 'yaml'}, or take the id of a file that is there`,
    },
  ];
}

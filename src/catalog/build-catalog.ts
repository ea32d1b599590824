import type { Journal, Person, TextPage } from '../domain/institute/institute.ts';
import type { Entry, EntryAuthor } from '../domain/publication/entry.ts';
import type { Counted } from '../domain/institute/named.ts';
import { compareText, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checkCatalog } from './check-catalog.ts';
import { comparePublications } from './publication-order.ts';
import { findRelated, type Related } from './related-publications.ts';
import type { Institute } from './institute.ts';
import { resolveReferences, type References } from './resolve-references.ts';

/** Everything that one content folder says, before it is connected. */
export interface Content extends Institute {
  readonly site: Site;
  readonly publications: readonly PublicationSummary[];
  readonly pages: readonly TextPage[];
}

/** The content as one connected whole: the only place where facts are derived. Drafts are in it only while editing. */
export interface Catalog {
  readonly site: Site;
  readonly institute: Institute;
  readonly pages: readonly TextPage[];
  /** In site order. */
  readonly publications: readonly PublicationSummary[];
  readonly references: ReadonlyMap<string, References>;
  /** Found on the first call: a check of the content does not need them. */
  readonly related: () => Related;
  /** Publications by id, in site order; units and topics hold those of their descendants as well. */
  readonly byPerson: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byUnit: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byJournal: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byTopic: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byYear: ReadonlyMap<number, readonly PublicationSummary[]>;
  readonly journals: ReadonlyMap<string, { readonly id: string; readonly title: string }>;
  readonly drafts: number;
  readonly problems: readonly Problem[];
}

/** Connects the content. Pure: the same content gives the same catalog, in whatever order its files were read. */
export function buildCatalog(content: Content, options: { readonly drafts: boolean }): Catalog {
  const institute: Institute = content;
  const all = [...content.publications].sort((a, b) => comparePublications(a, b) || compareText(a.file, b.file));
  const publications = options.drafts ? all : all.filter(({ draft }) => !draft);
  const drafts = options.drafts ? [] : all.filter(({ draft }) => draft);
  const absent = new Set([
    ...content.absent,
    ...drafts.flatMap(({ slug, aliases }) => [slug, ...aliases].map((id) => `publications/${id}`)),
  ]);
  const { references, journals, problems } = resolveReferences(publications, { ...institute, absent });
  const peopleOf = (slug: string) => references.get(slug)?.people.values() ?? [];
  const collect = (idsOf: (references: References) => Iterable<string>) => {
    const groups = new Map<string, PublicationSummary[]>();
    for (const publication of publications) {
      for (const id of new Set(idsOf(references.get(publication.slug)!))) {
        const group = groups.get(id);
        if (group) group.push(publication);
        else groups.set(id, [publication]);
      }
    }
    return groups;
  };
  return {
    site: content.site,
    institute,
    pages: content.pages,
    publications,
    references,
    related: once(() => (content.site.features.related ? findRelated(publications, peopleOf) : new Map())),
    byPerson: collect(({ people }) => people.values()),
    byUnit: collect(({ units }) => units.flatMap((id) => withAncestors(id, content.units))),
    byJournal: collect(({ journal }) => (journal ? [journal.id] : [])),
    byTopic: collect(({ topics }) => topics.flatMap((id) => withAncestors(id, content.topics))),
    byYear: Map.groupBy(publications, ({ published }) => published.year),
    journals,
    drafts: all.length - publications.length,
    problems: [...problems, ...checkCatalog(publications, references), ...(isEmpty(content) ? [emptyFolder] : [])],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Publications that have errors are publications as well. */
const isEmpty = ({ publications, absent }: Content): boolean =>
  publications.length === 0 && ![...absent].some((id) => id.startsWith('publications/'));

const emptyFolder: Problem = {
  severity: 'warning',
  name: 'no-publications',
  file: 'publications',
  message: 'there is no publication yet, so the site is empty',
  hint: 'run npm run new -- "Title of the first publication"',
};

/** An id with those of its parents, itself first; a circle of parents ends where it closes. */
export function withAncestors(id: string, rows: ReadonlyMap<string, { readonly parent?: string }>): string[] {
  const chain: string[] = [];
  for (
    let current: string | undefined = id;
    current !== undefined && rows.has(current) && !chain.includes(current);
    current = rows.get(current)?.parent
  )
    chain.push(current);
  return chain;
}

/** A publication as a line in a list. */
export function entryOf(publication: PublicationSummary, catalog: Catalog): Entry {
  const references = catalog.references.get(publication.slug)!;
  const author = (position: number): EntryAuthor => {
    const id = references.people.get(position);
    const name = publication.authors[position]!.name;
    return id !== undefined && hasPage(catalog.institute.people.get(id)) ? { name, person: id } : { name };
  };
  const container = references.journal?.title ?? publication.container;
  return {
    slug: publication.slug,
    type: publication.type,
    lang: publication.lang,
    title: publication.title,
    titles: publication.titles,
    authors: publication.authors.slice(0, 6).map((_, position) => author(position)),
    laterPeople: [...references.people.keys()]
      .filter((position) => position >= 6)
      .map(author)
      .filter(({ person }) => person !== undefined),
    authorCount: publication.authors.length,
    ...(container ? { container } : {}),
    published: publication.published,
    ...(publication.openAccess ? { openAccess: publication.openAccess } : {}),
    status: publication.status,
    ...(publication.doi ? { doi: publication.doi } : {}),
    cited: { ...publication.cited, ...journalOf(references.journal) },
    ...(publication.summary ? { summary: publication.summary, summaryMinutes: publication.summaryMinutes ?? 1 } : {}),
  };
}

function journalOf(journal: Journal | undefined): Partial<Entry['cited']> {
  if (!journal) return {};
  const issn = journal.issn ?? journal.eissn;
  return {
    journal: true,
    ...(journal.abbreviation ? { abbreviation: journal.abbreviation } : {}),
    ...(issn ? { issn } : {}),
  };
}

/** Publications with a summary in plain language, in site order. */
export const withPlainSummary = ({ publications }: Pick<Catalog, 'publications'>): readonly PublicationSummary[] =>
  publications.filter(({ summary }) => summary !== undefined);

export const hasPage = (person: Person | undefined): boolean => person?.page === true;

export function countedPerson(person: Person, catalog: Catalog): Counted {
  return {
    id: person.id,
    name: { und: person.names[0]!.printed },
    count: catalog.byPerson.get(person.id)?.length ?? 0,
    ...(person.native ? { native: person.native } : {}),
  };
}

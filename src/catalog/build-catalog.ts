import type { Person, TextPage } from '../domain/institute/institute.ts';
import type { Counted } from '../domain/institute/named.ts';
import { compareText, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkParents } from './check-parents.ts';
import { comparePublications } from './publication-order.ts';
import { findRelated, type Related } from './related-publications.ts';
import type { Institute } from './institute.ts';
import { resolveReferences, type References } from './resolve-references.ts';

/** The records of one content folder, before their references are resolved. */
export interface Content extends Institute {
  readonly site: Site;
  readonly publications: readonly PublicationSummary[];
  readonly pages: readonly TextPage[];
  /** What can be read of files with errors. It is checked like the rest, and is not in the catalog. */
  readonly readable: ReadableContent;
}

export interface ReadableContent extends Omit<Institute, 'journals' | 'excluded'> {
  readonly publications: readonly PublicationSummary[];
  readonly pages: readonly TextPage[];
}

/**
 * The content with its references resolved. All derived facts come from here. It holds drafts only in the development
 * server.
 */
export interface Catalog {
  readonly site: Site;
  readonly institute: Institute;
  readonly pages: readonly TextPage[];
  /** In site order. */
  readonly publications: readonly PublicationSummary[];
  /** By slug. */
  readonly references: ReadonlyMap<string, References>;
  /** Computed on the first call, because a check of the content does not need it. */
  readonly related: () => Related;
  /** Publications by id, in site order; units and topics also hold the publications of their descendants. */
  readonly byPerson: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byUnit: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byJournal: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byTopic: ReadonlyMap<string, readonly PublicationSummary[]>;
  readonly byYear: ReadonlyMap<number, readonly PublicationSummary[]>;
  /** Journals with a file, and journals that only publications name. */
  readonly journals: ReadonlyMap<string, { readonly id: string; readonly title: string }>;
  /** Number of drafts that are not in the catalog. */
  readonly drafts: number;
  readonly problems: readonly Problem[];
}

/** Builds the catalog. Pure: the same content returns the same catalog, in any order of files. */
export function buildCatalog(content: Content, options: { readonly drafts: boolean }): Catalog {
  const institute: Institute = content;
  const all = [...content.publications].sort((a, b) => comparePublications(a, b) || compareText(a.file, b.file));
  const publications = options.drafts ? all : all.filter(({ draft }) => !draft);
  const drafts = options.drafts ? [] : all.filter(({ draft }) => draft);
  const excluded = new Set([
    ...content.excluded,
    ...drafts.flatMap(({ slug, aliases }) => [slug, ...aliases].map((id) => `publications/${id}`)),
  ]);
  const known = { ...institute, excluded };
  const { references, journals, problems } = resolveReferences(publications, known);
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
    problems: [
      ...(content.readable.publications.length > 0
        ? checkAll([...publications, ...content.readable.publications], known)
        : [...problems, ...checkCatalog(publications, references)]),
      ...checkParents(known, content.readable),
      ...(isEmpty(content) ? [emptyFolder] : []),
    ],
  };
}

/** The problems of all publications, with those of which only a part can be read. */
function checkAll(publications: readonly PublicationSummary[], institute: Institute): readonly Problem[] {
  const sorted = publications.toSorted((a, b) => comparePublications(a, b) || compareText(a.file, b.file));
  const { references, problems } = resolveReferences(sorted, institute);
  return [...problems, ...checkCatalog(sorted, references)];
}

/** A function that computes a value on its first call, and returns the same value on every call. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => (computed ??= { value: compute() }).value;
}

/** Whether the folder has no publication. A draft and a file with errors are publications here. */
const isEmpty = ({ publications, excluded }: Content): boolean =>
  publications.length === 0 && ![...excluded].some((id) => id.startsWith('publications/'));

const emptyFolder: Problem = {
  severity: 'warning',
  name: 'no-publications',
  file: 'publications',
  message: 'there is no publication yet, so the site is empty',
  hint: 'run npm run new -- "Title of the first publication"',
};

/** An id and the ids of its ancestors, the nearest first. Each appears once, also where parents form a circle. */
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

/** Publications with a plain-language summary, in site order. */
export const withPlainSummary = ({ publications }: Pick<Catalog, 'publications'>): readonly PublicationSummary[] =>
  publications.filter(({ summary, keyMessages }) => summary !== undefined || keyMessages !== undefined);

/** Whether a person has a page of their own. */
export const hasPage = (person: Person | undefined): boolean => person?.page === true;

/** A person with the number of their publications. */
export function countedPerson(person: Person, catalog: Catalog): Counted {
  return {
    id: person.id,
    name: { und: person.names[0]!.printed },
    count: catalog.byPerson.get(person.id)?.length ?? 0,
    ...(person.native ? { native: person.native } : {}),
  };
}

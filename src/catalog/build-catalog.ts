import type { Journal, Person, TextPage } from '../domain/institute/institute.ts';
import type { Counted } from '../domain/institute/named.ts';
import { compareText, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { createConnector, type ConnectedPublication } from './connect-publication.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkFormerPeople } from './check-former-people.ts';
import { checkParents } from './check-parents.ts';
import { comparePublications } from './publication-order.ts';
import { findRelated, type Related } from './related-publications.ts';
import type { Institute } from './institute.ts';
import { RepeatedTraits } from './repeated-traits.ts';
import { resolveReferences, type Versions } from './resolve-references.ts';

/** The records of one content folder, before their references are resolved. */
export interface Content extends Institute {
  readonly site: Site;
  /** Read one after the other, because all of them need much memory. They may be read again. */
  readonly publications: Iterable<PublicationSummary>;
  /** One of `publications`, by its file. */
  readonly requireSummary: (file: string) => PublicationSummary;
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
  readonly publications: readonly ConnectedPublication[];
  /** By what publications print as `journal`. */
  readonly journalNamed: ReadonlyMap<string, Journal>;
  /** By slug, of publications that have other versions. */
  readonly versions: ReadonlyMap<string, Versions>;
  /** Computed on the first call, because a check of the content does not need it. */
  readonly related: () => Related;
  /** Publications by id, in site order; units and topics also hold the publications of their descendants. */
  readonly byPerson: ReadonlyMap<string, readonly ConnectedPublication[]>;
  readonly byUnit: ReadonlyMap<string, readonly ConnectedPublication[]>;
  readonly byJournal: ReadonlyMap<string, readonly ConnectedPublication[]>;
  readonly byTopic: ReadonlyMap<string, readonly ConnectedPublication[]>;
  readonly byYear: ReadonlyMap<number, readonly ConnectedPublication[]>;
  /** Journals with a file, and journals that only publications name. */
  readonly journals: ReadonlyMap<string, { readonly id: string; readonly title: string }>;
  /** Drafts that are not in the catalog. */
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** What is known of a draft that is not in the catalog. */
export type Draft = Pick<PublicationSummary, 'slug' | 'file' | 'draft' | 'aliases' | 'assets'>;

/** Builds the catalog. Pure: the same content returns the same catalog, in any order of files. */
export function buildCatalog(content: Content, options: { readonly drafts: boolean }): Catalog {
  const institute: Institute = content;
  const ofMembers: Problem[] = [];
  const { publications, drafts, readable, findRepeats } = connectAll(content, options, ofMembers);
  const excluded = new Set([
    ...content.excluded,
    ...drafts.flatMap(({ slug, aliases }) => [slug, ...aliases].map((id) => `publications/${id}`)),
  ]);
  const known = { ...institute, excluded };
  const { problems: ofOthers, ...resolved } = resolveReferences(publications, known);
  const { journalNamed } = resolved;
  const references =
    readable.length > 0
      ? resolveReferences([...publications, ...readable].sort(inSiteOrder), known)
      : { ...resolved, problems: ofOthers };
  const collect = (idsOf: (publication: ConnectedPublication) => Iterable<string>) => {
    const groups = new Map<string, ConnectedPublication[]>();
    for (const publication of publications) {
      for (const id of new Set(idsOf(publication))) {
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
    ...resolved,
    related: once(() => (content.site.features.related ? findRelated(publications, content.publications) : new Map())),
    byPerson: collect(({ people }) => people.values()),
    byUnit: collect(({ units }) => units.flatMap((id) => withAncestors(id, content.units))),
    byJournal: collect(({ journal }) => (journal === undefined ? [] : [journalNamed.get(journal)!.id])),
    byTopic: collect(({ topics }) => topics.flatMap((id) => withAncestors(id, content.topics))),
    byYear: Map.groupBy(publications, ({ published }) => published.year),
    drafts,
    problems: [
      ...ofMembers,
      ...references.problems,
      ...findRepeats(references.versions),
      ...checkParents(known),
      ...checkParents(known, content.readable),
      ...checkFormerPeople(known),
      ...(publications.length + drafts.length === 0 && !hasFaulty(content) ? [emptyFolder] : []),
    ],
  };
}

/** Reads and connects the publications. `readable`: those with errors; `findRepeats` finds the problems between all of these. */
function connectAll(content: Content, options: { readonly drafts: boolean }, problems: Problem[]) {
  const connect = createConnector(content, problems);
  const publications: ConnectedPublication[] = [];
  const drafts: Draft[] = [];
  const repeats = new RepeatedTraits();
  for (const publication of content.publications) {
    if (options.drafts || !publication.draft) {
      publications.push(connect(publication));
      repeats.add(publication);
    } else drafts.push(publication);
  }
  const readable = content.readable.publications.map(connect);
  for (const publication of content.readable.publications) repeats.add(publication);
  const read = [...publications, ...readable];
  const summaryOf = (index: number): PublicationSummary =>
    content.readable.publications[index - publications.length] ?? content.requireSummary(read[index]!.file);
  return {
    publications: publications.sort(inSiteOrder),
    drafts,
    readable,
    findRepeats: (versions: ReadonlyMap<string, Versions>) =>
      checkCatalog(
        repeats.find((one, other) => inSiteOrder(read[one]!, read[other]!)),
        summaryOf,
        versions,
      ),
  };
}

const inSiteOrder = (a: ConnectedPublication, b: ConnectedPublication): number =>
  comparePublications(a, b) || compareText(a.file, b.file);

/** A function that computes a value on its first call, and returns the same value on every call. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => (computed ??= { value: compute() }).value;
}

/** Whether there is a publication with errors. */
const hasFaulty = ({ excluded }: Content): boolean => [...excluded].some((id) => id.startsWith('publications/'));

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
export const withPlainSummary = ({ publications }: Pick<Catalog, 'publications'>): readonly ConnectedPublication[] =>
  publications.filter(isExplained);

/** Whether a publication has a summary or key messages in plain language. */
export const isExplained = ({ plain = [] }: Pick<ConnectedPublication, 'plain'>): boolean =>
  plain.includes('summary') || plain.includes('messages');

/** The journal of a publication. */
export const journalOf = (
  { journal }: Pick<ConnectedPublication, 'journal'>,
  { journalNamed }: Pick<Catalog, 'journalNamed'>,
): Journal | undefined => (journal === undefined ? undefined : journalNamed.get(journal));

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

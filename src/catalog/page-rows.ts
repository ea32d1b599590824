import type { PublicationContext, PublicationList, Counted, Named, PageData } from '../domain/page-data.ts';
import type { Site } from '../domain/site.ts';
import type { SiteFileData } from '../domain/site-file.ts';
import type { Brief } from './brief.ts';
import {
  countedPerson,
  entryOf,
  foldForOrder,
  hasPage,
  indexRows,
  withAncestors,
  type Catalog,
} from './build-catalog.ts';
import type { PageRow } from './catalog-store.ts';
import { cardSlugs, siteFileRows, type ListedPage } from './site-file-rows.ts';
import { paginate, type ListPage } from './publication-lists.ts';
import { countStatistics, largest } from './statistics.ts';
import { compareText } from '../domain/problem.ts';

/** Size in pixels of each picture that a page shows, by its path as written. */
export type ImageSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>;

export interface PageSources {
  /** Digest of a record's file. */
  readonly digestOf: (file: string) => string;
  /** Sizes of the pictures of a file. */
  readonly imagesOf: (file: string) => ImageSizes | undefined;
  readonly digest: (text: string) => string;
}

export interface Pages {
  readonly entries: ReadonlyMap<string, { readonly digest: string; readonly json: string }>;
  readonly rows: readonly PageRow[];
}

/** What is stored of a page; records and entries are added when the page is opened. */
type StoredData = PageData extends infer Data
  ? Data extends { kind: 'publication' }
    ? Omit<Data, 'publication'> & { images?: ImageSizes }
    : Data
  : never;

/**
 * Every page of the site, as data, with a key that changes exactly when something that the page shows changes: its
 * own data, the record that it shows whole, or an entry that it lists. And every other file, with a key that changes
 * when its data or the page of a publication that it names does.
 */
export function buildPages(catalog: Catalog, sources: PageSources): Pages {
  const entries = new Map(
    catalog.publications.map((brief) => {
      const json = JSON.stringify(entryOf(brief, catalog));
      return [brief.slug, { json, digest: sources.digest(json) }] as const;
    }),
  );
  const rows: PageRow[] = [];
  const listed: ListedPage[] = [];
  const cards = cardSlugs(catalog);
  const add = (
    address: string,
    data: StoredData,
    slugs: readonly string[] = [],
    extra: { locale?: string; slug?: string; source?: string } = {},
  ) => {
    const shown = [...new Set(slugs)].filter((slug) => entries.has(slug));
    const json = JSON.stringify(data);
    listed.push({
      address,
      locale: extra.locale ?? '',
      kind: data.kind,
      shown,
      ...(extra.slug === undefined ? {} : { slug: extra.slug }),
    });
    rows.push({
      address,
      locale: extra.locale ?? '',
      kind: data.kind,
      slug: extra.slug ?? null,
      key: sources.digest([json, extra.source ?? '', ...shown.map((slug) => entries.get(slug)!.digest)].join('\n')),
      data: json,
      entries: JSON.stringify(shown),
    });
  };
  const addList = (pages: readonly ListPage[], dataOf: (list: PublicationList, page: ListPage) => StoredData) => {
    for (const page of pages)
      add(
        page.address,
        dataOf(page.list, page),
        page.list.groups.flatMap(({ slugs }) => slugs),
      );
  };

  addHome(catalog, add);
  for (const brief of catalog.publications) addPublication(brief, catalog, sources, cards.has(brief.slug), add);
  addLists(catalog, addList);
  for (const kind of ['people', 'units', 'journals', 'topics'] as const)
    add(`/${kind}/`, { kind: 'index', of: kind, rows: indexRows(kind, catalog) });
  const total = catalog.publications.length;
  const years = yearCounts(catalog);
  if (catalog.site.features.statistics) add('/statistics/', { kind: 'statistics', statistics: statisticsOf(catalog) });
  if (catalog.site.features.search) add('/search/', { kind: 'search', total, years });
  for (const page of catalog.pages) {
    const images = sources.imagesOf(page.file);
    add(`/${page.id}/`, { kind: 'text', page }, [], {
      locale: page.locale,
      source: sources.digestOf(page.file) + JSON.stringify(images ?? ''),
    });
  }
  add('/404/', { kind: 'not-found' });
  const pageKeys = new Map(rows.flatMap(({ slug, key }) => (slug === null ? [] : [[slug, key] as const])));
  const addFile = (address: string, data: SiteFileData, slugs: readonly string[] = []) => {
    const json = JSON.stringify(data);
    rows.push({
      address,
      locale: '',
      kind: data.kind,
      slug: null,
      key: sources.digest([json, ...slugs.map((slug) => pageKeys.get(slug) ?? '')].join('\n')),
      data: json,
      entries: JSON.stringify(slugs),
    });
  };
  for (const { address, data, slugs } of siteFileRows(catalog, listed)) addFile(address, data, slugs);
  return { entries, rows };
}

type Add = (
  address: string,
  data: StoredData,
  slugs?: readonly string[],
  extra?: { locale?: string; slug?: string; source?: string },
) => void;

function addHome(catalog: Catalog, add: Add): void {
  const latest = catalog.publications.slice(0, 6).map(({ slug }) => slug);
  const told = catalog.publications.filter(({ summary }) => summary !== undefined);
  const plain = [...told.filter(({ featured }) => featured), ...told.filter(({ featured }) => !featured)]
    .slice(0, 3)
    .map(({ slug }) => slug);
  // Without `depth`: the home page shows the largest, not the tree.
  const withPublications = (kind: 'topics' | 'units') =>
    indexRows(kind, catalog).flatMap(({ id, name, count }) => (count > 0 ? [{ id, name, count }] : []));
  const topics = withPublications('topics');
  const units = withPublications('units');
  const countedUnits = units.map((row) => ({ ...row, ...noteOf(row.id, catalog) }));
  add(
    '/',
    {
      kind: 'home',
      total: catalog.publications.length,
      unitCount: units.length,
      years: yearCounts(catalog),
      latest,
      plain,
      topics: largest(topics, 24).sort((a, b) =>
        compareText(foldForOrder(Object.values(a.name)[0] ?? ''), foldForOrder(Object.values(b.name)[0] ?? '')),
      ),
      units: largest(countedUnits, 8),
      has: { people: [...catalog.institute.people.values()].some(hasPage), journals: catalog.byJournal.size > 0 },
    },
    [...latest, ...plain],
  );
}

/** The faculty or university that a unit belongs to, as its second line. */
function noteOf(id: string, catalog: Catalog): { note?: Named['name'] } {
  const parent = catalog.institute.units.get(id)?.parent;
  const unit = parent === undefined ? undefined : catalog.institute.units.get(parent);
  return unit ? { note: unit.name } : {};
}

function addPublication(brief: Brief, catalog: Catalog, sources: PageSources, card: boolean, add: Add): void {
  const { people, units, topics, journal, preprint, publishedVersion, preferred } = catalog.references.get(brief.slug)!;
  const related = catalog.related().get(brief.slug) ?? [];
  const context: PublicationContext = {
    url: `${catalog.site.url}/publications/${brief.slug}/`,
    ...(journal ? { journal } : {}),
    people: Object.fromEntries([...people].filter(([, id]) => hasPage(catalog.institute.people.get(id)))),
    units: units.map((id) => ({ id, name: catalog.institute.units.get(id)!.name })),
    topics: topics.map((id) => ({ id, name: catalog.institute.topics.get(id)!.label })),
    related,
    ...(preprint ? { preprint } : {}),
    ...(publishedVersion ? { publishedVersion } : {}),
    ...(preferred ? { preferred } : {}),
    ...(card ? { card } : {}),
  };
  const images = sources.imagesOf(brief.file);
  const others = [preprint?.slug, publishedVersion?.slug, preferred?.slug].filter((slug) => slug !== undefined);
  add(
    `/publications/${brief.slug}/`,
    { kind: 'publication', context, ...(images ? { images } : {}) },
    [...related, ...others],
    { slug: brief.slug, source: sources.digestOf(brief.file) },
  );
  for (const alias of brief.aliases) add(`/publications/${alias}/`, { kind: 'alias', slug: brief.slug }, [brief.slug]);
}

function addLists(
  catalog: Catalog,
  addList: (pages: readonly ListPage[], dataOf: (list: PublicationList, page: ListPage) => StoredData) => void,
): void {
  const total = catalog.publications.length;
  const counts = yearCounts(catalog);
  // Years have pages of their own, so the list of everything shows the newest and links to them.
  const newest = total <= 100 ? catalog.publications : catalog.publications.slice(0, 50);
  addList(paginate(newest, '/publications/'), (list) => ({
    kind: 'publications',
    total,
    years: counts,
    list: { ...list, total },
  }));
  const years = [...catalog.byYear.keys()].sort((a, b) => b - a);
  for (const [index, year] of years.entries()) {
    const newer = years[index - 1];
    const older = years[index + 1];
    addList(paginate(catalog.byYear.get(year)!, `/years/${year}/`, 'month'), (list, { month }) => ({
      kind: 'year',
      year,
      ...(month === undefined ? {} : { month }),
      ...(newer === undefined ? {} : { newer }),
      ...(older === undefined ? {} : { older }),
      list,
    }));
  }
  const { people, units, topics } = catalog.institute;
  for (const person of people.values()) {
    if (!hasPage(person)) continue;
    const own = catalog.byPerson.get(person.id) ?? [];
    const unit = person.unit === undefined ? undefined : units.get(person.unit);
    const shared = {
      kind: 'person' as const,
      person,
      ...(unit ? { unit: { id: unit.id, name: unit.name } } : {}),
      ...(own.length > 0 ? { firstYear: own.at(-1)!.published.year, lastYear: own[0]!.published.year } : {}),
      topics: countTopics(own, catalog).slice(0, 8),
      coauthors: countPeople(own, catalog)
        .filter(({ id }) => id !== person.id)
        .slice(0, 10),
    };
    addList(paginate(own, `/people/${person.id}/`), (list) => ({ ...shared, list: withFeeds(list) }));
  }
  for (const unit of units.values()) {
    const own = catalog.byUnit.get(unit.id) ?? [];
    const shared = {
      kind: 'unit' as const,
      unit,
      parents: withAncestors(unit.id, units)
        .slice(1)
        .map((id) => ({ id, name: units.get(id)!.name })),
      children: indexRows('units', catalog).filter(({ id }) => units.get(id)?.parent === unit.id),
      people: [...people.values()]
        .filter((person) => hasPage(person) && person.unit === unit.id && !person.alumni)
        .map((person) => countedPerson(person, catalog))
        .sort((a, b) => b.count - a.count || compareText(a.id, b.id)),
    };
    addList(paginate(own, `/units/${unit.id}/`), (list) => ({ ...shared, list: withFeeds(list) }));
  }
  for (const journal of catalog.journals.values())
    addList(paginate(catalog.byJournal.get(journal.id) ?? [], `/journals/${journal.id}/`), (list) => ({
      kind: 'journal',
      journal,
      list,
    }));
  for (const topic of topics.values()) {
    const shared = {
      kind: 'topic' as const,
      topic,
      parents: withAncestors(topic.id, topics)
        .slice(1)
        .map((id) => ({ id, name: topics.get(id)!.label })),
      children: indexRows('topics', catalog).filter(({ id }) => topics.get(id)?.parent === topic.id),
    };
    addList(paginate(catalog.byTopic.get(topic.id) ?? [], `/topics/${topic.id}/`), (list) => ({
      ...shared,
      list: withFeeds(list),
    }));
  }
}

/** People, units and topics have feeds, where they have a publication. */
const withFeeds = (list: PublicationList): PublicationList => (list.total > 0 ? { ...list, feeds: true } : list);

function countTopics(briefs: readonly Brief[], catalog: Catalog): Counted[] {
  const counts = new Map<string, number>();
  for (const { slug } of briefs)
    for (const topic of catalog.references.get(slug)!.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, name: catalog.institute.topics.get(id)!.label, count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

function countPeople(briefs: readonly Brief[], catalog: Catalog): Counted[] {
  const counts = new Map<string, number>();
  for (const { slug } of briefs)
    for (const person of new Set(catalog.references.get(slug)!.people.values()))
      counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts]
    .filter(([id]) => hasPage(catalog.institute.people.get(id)))
    .map(([id, count]) => ({ ...countedPerson(catalog.institute.people.get(id)!, catalog), count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

const yearCounts = (catalog: Catalog) =>
  [...catalog.byYear].map(([year, own]) => ({ year, count: own.length })).sort((a, b) => b.year - a.year);

const statisticsOf = (catalog: Catalog) =>
  countStatistics(catalog.publications, {
    journals: indexRows('journals', catalog).filter(({ count }) => count > 0),
    units: indexRows('units', catalog).filter(({ count }) => count > 0),
    topics: indexRows('topics', catalog).filter(({ count }) => count > 0),
  });

/** Parts of the site that no author may take as the name of a text page. */
export const reservedAddresses = (site: Site): readonly string[] => [
  'publications',
  'years',
  'people',
  'units',
  'journals',
  'topics',
  'search',
  'statistics',
  '404',
  'pagefind',
  '_astro',
  'feed',
  ...site.locales,
];

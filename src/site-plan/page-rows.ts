import type { Named } from '../domain/institute/named.ts';
import type { Site } from '../domain/institute/site.ts';
import { countedPerson, hasPage, withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import type { PageRow } from '../domain/pages/page-row.ts';
import { buildCoauthorNetwork } from './coauthor-network.ts';
import { indexRows, sortNamed } from './index-rows.ts';
import { addLists, yearCounts } from './list-rows.ts';
import { entityLists } from './entity-lists.ts';
import { addPublications } from './publication-rows.ts';
import { createRowWriter, type AddPage, type Entries, type PageSources } from './row-writer.ts';
import { cardSlugs, siteFileRows } from './site-file-rows.ts';
import { countStatistics, largest } from './count-statistics.ts';

export interface Pages {
  readonly entries: Entries;
  readonly rows: readonly PageRow[];
}

/**
 * Every page of the site, as data, with a key that changes exactly when something that the page shows changes: its
 * own data, the record that it shows whole, or an entry that it lists. And every other file, with a key that changes
 * when its data or the page of a publication that it names does.
 */
export function buildPages(catalog: Catalog, sources: PageSources): Pages {
  const { addPage, addList, addFile, entries, rows, pages } = createRowWriter(catalog, sources);
  // What is listed by name is in the order of each language.
  for (const locale of catalog.site.locales) {
    addHome(catalog, locale, addPage);
    for (const kind of ['people', 'units', 'journals', 'topics'] as const)
      addPage(`/${kind}/`, { kind: 'index', of: kind, rows: indexRows(kind, catalog, locale) }, [], { locale });
  }
  addPublications(catalog, { ...sources, cards: cardSlugs(catalog) }, addPage);
  addLists(catalog, addList);
  const { features } = catalog.site;
  if (features.embeds) addEmbeds(catalog, addPage);
  if (features.statistics) addPage('/statistics/', { kind: 'statistics', statistics: statisticsOf(catalog) });
  if (features.search)
    addPage('/search/', { kind: 'search', total: catalog.publications.length, years: yearCounts(catalog) });
  addPage('/reading-list/', { kind: 'reading-list' });
  for (const page of catalog.pages)
    addPage(`/${page.id}/`, { kind: 'text', page }, [], {
      locale: page.locale,
      source: sources.digestOf(page.file) + JSON.stringify(sources.imagesOf(page.file) ?? ''),
    });
  addPage('/404/', { kind: 'not-found' });
  for (const { address, data, slugs } of siteFileRows(catalog, pages)) addFile(address, data, slugs);
  return { entries, rows };
}

/** Publications on a page for other sites: enough to show what somebody works on, and few to load. */
const embedded = 10;

function addEmbeds(catalog: Catalog, add: AddPage): void {
  for (const { root, publications, ...of } of entityLists(catalog)) {
    const slugs = publications.slice(0, embedded).map(({ slug }) => slug);
    add(`${root}embed/`, { kind: 'embed', root, ...of, total: publications.length, slugs }, slugs);
  }
}

function addHome(catalog: Catalog, locale: string, add: AddPage): void {
  const latest = catalog.publications.slice(0, 6).map(({ slug }) => slug);
  const told = withPlainSummary(catalog);
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
      topics: sortNamed(largest(topics, 24), catalog, locale),
      units: largest(countedUnits, 8),
      has: { people: [...catalog.institute.people.values()].some(hasPage), journals: catalog.byJournal.size > 0 },
    },
    [...latest, ...plain],
    { locale },
  );
}

/** The faculty or university that a unit belongs to, as its second line. */
function noteOf(id: string, catalog: Catalog): { note?: Named['name'] } {
  const parent = catalog.institute.units.get(id)?.parent;
  const unit = parent === undefined ? undefined : catalog.institute.units.get(parent);
  return unit ? { note: unit.name } : {};
}

const statisticsOf = (catalog: Catalog) =>
  countStatistics(catalog.publications, {
    journals: indexRows('journals', catalog).filter(({ count }) => count > 0),
    units: indexRows('units', catalog).filter(({ count }) => count > 0),
    topics: indexRows('topics', catalog).filter(({ count }) => count > 0),
    network: buildCoauthorNetwork(
      catalog.publications.map(({ slug }) =>
        [...new Set(catalog.references.get(slug)!.people.values())].filter((id) =>
          hasPage(catalog.institute.people.get(id)),
        ),
      ),
      (id) => countedPerson(catalog.institute.people.get(id)!, catalog),
    ),
  });

/** Parts of the site that no author may take as the name of a text page. */
export const reservedAddresses = (site: Site): readonly string[] => [
  'publications',
  'years',
  'people',
  'units',
  'journals',
  'topics',
  'plain-language',
  'search',
  'reading-list',
  'statistics',
  '404',
  'pagefind',
  '_astro',
  'feed',
  ...site.locales,
];

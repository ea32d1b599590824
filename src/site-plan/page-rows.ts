import { instituteKinds } from '../domain/institute/institute-kinds.ts';
import type { Named } from '../domain/institute/named.ts';
import type { Site } from '../domain/institute/site.ts';
import { countedPerson, hasPage, withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import type { PlanSink } from '../domain/pages/page-row.ts';
import type { Statistics } from '../domain/pages/statistics.ts';
import type { PublicationImage } from '../domain/publication/publication.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { chooseFeatured, findNewestMonth } from './choose-publications.ts';
import { buildCoauthorNetwork } from './coauthor-network.ts';
import { indexRows } from './index-rows.ts';
import { addLists, yearCounts, yearsOf } from './list-rows.ts';
import { entityLists } from './entity-lists.ts';
import { addPublications } from './publication-rows.ts';
import { createRowWriter, type AddPage, type PageSources } from './row-writer.ts';
import { cardSlugs, siteFileRows } from './site-file-rows.ts';
import { countStatistics, largest } from './count-statistics.ts';

/**
 * Plans every page and every file of the site, as data, into `sink`. The key of a page changes exactly when the page changes: its own
 * data, the record of its publication, or an entry that it lists. The key of a file changes when its data or the page of one
 * of its publications changes.
 */
export function buildPages(catalog: Catalog, sources: PageSources, sink: PlanSink): void {
  const { addPage, addList, addFile, divided, pages } = createRowWriter(catalog, sources, sink);
  // Indexes differ by locale: names are sorted in the order of each language.
  for (const locale of catalog.site.locales) {
    for (const kind of instituteKinds)
      addPage(`/${kind}/`, { kind: 'index', of: kind, rows: indexRows(kind, catalog, locale) }, [], { locale });
  }
  addHome(catalog, sources, addPage);
  addPublications(catalog, { ...sources, cards: cardSlugs(catalog) }, addPage);
  addLists(catalog, sources, addList);
  addFormerPeople(catalog, addPage);
  const { features } = catalog.site;
  if (features.embeds) addEmbeds(catalog, addPage);
  // These pages link to the files of all citations.
  const source = divided ? 'divided' : '';
  if (features.statistics)
    addPage('/statistics/', { kind: 'statistics', statistics: statisticsOf(catalog) }, [], { source });
  if (features.search)
    addPage('/search/', { kind: 'search', total: catalog.publications.length, years: yearCounts(catalog) }, [], {
      source,
    });
  if (features.search) addPage('/search/help/', { kind: 'search-help' });
  addPage('/reading-list/', { kind: 'reading-list' });
  for (const page of catalog.pages)
    addPage(`/${page.id}/`, { kind: 'text', page }, [], {
      locale: page.locale,
      source: sources.digestOf(page.file) + JSON.stringify(sources.imagesOf(page.file) ?? ''),
    });
  addPage('/404/', { kind: 'not-found' });
  for (const { address, data, slugs } of siteFileRows(catalog, pages)) addFile(address, data, slugs);
}

/** Publications on a page that other sites embed: enough to show the subject, and few enough to load fast. */
const embedLimit = 10;

function addEmbeds(catalog: Catalog, add: AddPage): void {
  for (const { root, publications, ...of } of entityLists(catalog)) {
    const slugs = publications.slice(0, embedLimit).map(({ slug }) => slug);
    add(`${root}embed/`, { kind: 'embed', root, ...of, total: publications.length, slugs }, slugs);
  }
}

/** Adds pages at the old addresses of people, which redirect. One that belongs to somebody else is reported by the check. */
function addFormerPeople({ institute: { people } }: Catalog, add: AddPage): void {
  const taken = new Set(people.keys());
  for (const person of people.values())
    for (const alias of hasPage(person) ? (person.aliases ?? []) : []) {
      if (taken.has(alias)) continue;
      taken.add(alias);
      add(
        `/people/${alias}/`,
        { kind: 'alias', to: { person: person.id, name: person.names[0]?.printed ?? person.id } },
        [],
      );
    }
}

/** Publications in the list of the home page. */
const homeLimit = 6;

function addHome(catalog: Catalog, sources: PageSources, add: AddPage): void {
  const slugsOf = (publications: readonly ConnectedPublication[]) => publications.map(({ slug }) => slug);
  const featured = chooseFeatured(catalog.publications);
  const newest = findNewestMonth(catalog.publications);
  const fresh = newest?.publications.slice(0, homeLimit) ?? [];
  const latest = catalog.publications.filter((each) => !fresh.includes(each)).slice(0, homeLimit - fresh.length);
  const summarized = withPlainSummary(catalog);
  const others = summarized.filter((each) => each !== featured);
  const plain = [...others.filter((each) => each.featured), ...others.filter((each) => !each.featured)].slice(0, 3);
  // Without `depth`: the home page shows the largest rows, and not the tree.
  const withPublications = (kind: 'topics' | 'units') =>
    indexRows(kind, catalog).flatMap(({ id, name, count }) => (count > 0 ? [{ id, name, count }] : []));
  const units = withPublications('units');
  const people = [...catalog.institute.people.values()]
    .filter((person) => hasPage(person) && !person.alumni)
    .map((person) => countedPerson(person, catalog))
    .filter(({ count }) => count > 0);
  const countedUnits = units.map((row) => ({ ...row, ...noteOf(row.id, catalog) }));
  add(
    '/',
    {
      kind: 'home',
      total: catalog.publications.length,
      unitCount: units.length,
      allFromUnits: new Set([...catalog.byUnit.values()].flat()).size === catalog.publications.length,
      years: yearCounts(catalog),
      ...(featured ? { featured: { slug: featured.slug, ...imageOf(featured, sources) } } : {}),
      ...(newest ? { newest: { month: newest.month, slugs: slugsOf(fresh), count: newest.publications.length } } : {}),
      latest: slugsOf(latest),
      plain: slugsOf(plain),
      plainCount: summarized.length,
      topics: largest(withPublications('topics'), 24),
      units: largest(countedUnits, 8),
      people: largest(people, 12),
      has: { people: [...catalog.institute.people.values()].some(hasPage), journals: catalog.byJournal.size > 0 },
    },
    slugsOf([...(featured ? [featured] : []), ...fresh, ...latest, ...plain]),
  );
}

function imageOf({ image, file }: ConnectedPublication, sources: PageSources): { image?: PublicationImage } {
  return image === undefined ? {} : { image: { ...image, ...sources.imagesOf(file)?.[image.src] } };
}

/** The name of a unit's parent, which the home page shows as the second line of the unit. */
function noteOf(id: string, catalog: Catalog): { note?: Named['name'] } {
  const parent = catalog.institute.units.get(id)?.parent;
  const unit = parent === undefined ? undefined : catalog.institute.units.get(parent);
  return unit ? { note: unit.name } : {};
}

function statisticsOf(catalog: Catalog): Statistics {
  const topics = indexRows('topics', catalog).flatMap(({ id, name, count }) =>
    count > 0 ? [{ id, name, count }] : [],
  );
  return countStatistics(catalog.publications, {
    journals: indexRows('journals', catalog).filter(({ count }) => count > 0),
    units: indexRows('units', catalog).filter(({ count }) => count > 0),
    topics,
    topicYears: largest(topics, 6).map((topic) => ({ ...topic, years: yearsOf(catalog.byTopic.get(topic.id) ?? []) })),
    network: buildCoauthorNetwork(
      catalog.publications.map(({ people }) =>
        [...new Set(people.values())].filter((id) => hasPage(catalog.institute.people.get(id))),
      ),
      (id) => countedPerson(catalog.institute.people.get(id)!, catalog),
    ),
  });
}

/** First parts of addresses that the site uses, and that no text page may use as its id. */
export const reservedAddresses = (site: Site): readonly string[] => [
  'publications',
  'years',
  ...instituteKinds,
  'plain-language',
  'search',
  'reading-list',
  'statistics',
  '404',
  'pagefind',
  '_astro',
  'feed',
  ...(site.features.editor ? ['edit'] : []),
  ...site.locales,
];

import type { Counted } from '../domain/institute/named.ts';
import type { PublicationList } from '../domain/pages/page-data.ts';
import type { YearCount } from '../domain/pages/statistics.ts';
import { compareText } from '../domain/problems/problem.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { countedPerson, hasPage, withPlainSummary, withAncestors, type Catalog } from '../catalog/build-catalog.ts';
import { chooseStart } from './choose-publications.ts';
import { indexRows } from './index-rows.ts';
import { newestPage, paginate, type ListPage } from './publication-lists.ts';
import type { AddList, PageSources } from './row-writer.ts';

/** Adds the list of all publications, and the lists of years, people, units, journals, topics and summaries. */
export function addLists(catalog: Catalog, { imagesOf }: Pick<PageSources, 'imagesOf'>, addList: AddList): void {
  const counts = yearCounts(catalog);
  const all = newestPage(catalog.publications, '/publications/', (year) => `/years/${year}/`);
  addList('/publications/', catalog.publications, [all], (list) => ({
    kind: 'publications',
    total: catalog.publications.length,
    years: counts,
    list,
  }));
  const years = [...catalog.byYear.keys()].sort((a, b) => b - a);
  for (const [index, year] of years.entries()) {
    const newer = years[index - 1];
    const older = years[index + 1];
    const root = `/years/${year}/`;
    const own = catalog.byYear.get(year)!;
    addList(root, own, paginate(own, root, 'month'), (list, { month }) => ({
      kind: 'year',
      year,
      ...(month === undefined ? {} : { month }),
      ...(newer === undefined ? {} : { newer }),
      ...(older === undefined ? {} : { older }),
      list,
    }));
  }
  const summarized = withPlainSummary(catalog);
  const summaryRoot = '/plain-language/';
  if (summarized.length > 0)
    addList(summaryRoot, summarized, paginate(summarized, summaryRoot), (list) => ({
      kind: 'plain-language',
      list: { ...list, feeds: 'each' },
    }));
  const withFeeds = addFeeds(catalog);
  const { people, units, topics } = catalog.institute;
  for (const person of people.values()) {
    if (!hasPage(person)) continue;
    const { image } = person;
    const own = catalog.byPerson.get(person.id) ?? [];
    const unit = person.unit === undefined ? undefined : units.get(person.unit);
    const shared = {
      kind: 'person' as const,
      person: image ? { ...person, image: { ...image, ...imagesOf(person.file)?.[image.src] } } : person,
      ...(unit ? { unit: { id: unit.id, name: unit.name } } : {}),
      ...(own.length > 0 ? { firstYear: own.at(-1)!.published.year, lastYear: own[0]!.published.year } : {}),
      years: yearsOf(own),
      topics: countTopics(own, catalog).slice(0, 8),
      coauthors: countPeople(own, catalog)
        .filter(({ id }) => id !== person.id)
        .slice(0, 10),
    };
    const root = `/people/${person.id}/`;
    addList(root, own, paginate(own, root), (list) => ({ ...shared, list: withFeeds(list) }));
  }
  for (const unit of units.values()) {
    const own = catalog.byUnit.get(unit.id) ?? [];
    const shared = {
      kind: 'unit' as const,
      unit,
      years: yearsOf(own),
      topics: countTopics(own, catalog).slice(0, 8),
      parents: withAncestors(unit.id, units)
        .slice(1)
        .map((id) => ({ id, name: units.get(id)!.name })),
      children: indexRows('units', catalog).filter(({ id }) => units.get(id)?.parent === unit.id),
      people: [...people.values()]
        .filter((person) => hasPage(person) && person.unit === unit.id && !person.alumni)
        .map((person) => countedPerson(person, catalog))
        .sort((a, b) => b.count - a.count || compareText(a.id, b.id)),
    };
    const root = `/units/${unit.id}/`;
    const start = startOf(root, own);
    addList(root, own, paginate(own, root), (list, page) => ({ ...shared, ...start(page), list: withFeeds(list) }));
  }
  for (const journal of catalog.journals.values()) {
    const root = `/journals/${journal.id}/`;
    const own = catalog.byJournal.get(journal.id) ?? [];
    addList(root, own, paginate(own, root), (list) => ({ kind: 'journal', journal, list }));
  }
  for (const topic of topics.values()) {
    const own = catalog.byTopic.get(topic.id) ?? [];
    const ancestors = withAncestors(topic.id, topics);
    const shared = {
      kind: 'topic' as const,
      topic,
      years: yearsOf(own),
      people: countPeople(own, catalog).slice(0, 10),
      related: countTopics(own, catalog)
        .filter(({ id }) => !ancestors.includes(id) && !withAncestors(id, topics).includes(topic.id))
        .slice(0, 8),
      parents: ancestors.slice(1).map((id) => ({ id, name: topics.get(id)!.label })),
      children: indexRows('topics', catalog).filter(({ id }) => topics.get(id)?.parent === topic.id),
    };
    const root = `/topics/${topic.id}/`;
    const start = startOf(root, own);
    addList(root, own, paginate(own, root), (list, page) => ({ ...shared, ...start(page), list: withFeeds(list) }));
  }
}

/** The publications to begin with, for the first page of a list. */
function startOf(root: string, own: readonly ConnectedPublication[]) {
  const start = chooseStart(own).map(({ slug }) => slug);
  return ({ address }: ListPage): { start?: readonly string[] } =>
    address === root && start.length > 0 ? { start } : {};
}

/** Adds feeds, and a page to embed, to a list of a person, unit or topic that is not empty. */
const addFeeds =
  ({ site: { features } }: Catalog) =>
  (list: PublicationList): PublicationList =>
    list.total === 0 ? list : { ...list, feeds: 'first', ...(features.embeds ? { embed: true } : {}) };

function countTopics(publications: readonly ConnectedPublication[], catalog: Catalog): Counted[] {
  const counts = new Map<string, number>();
  for (const { topics } of publications) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, name: catalog.institute.topics.get(id)!.label, count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

function countPeople(publications: readonly ConnectedPublication[], catalog: Catalog): Counted[] {
  const counts = new Map<string, number>();
  for (const { people } of publications)
    for (const person of new Set(people.values())) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts]
    .filter(([id]) => hasPage(catalog.institute.people.get(id)))
    .map(([id, count]) => ({ ...countedPerson(catalog.institute.people.get(id)!, catalog), count }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

/** Number of publications of each year, newest first. */
export const yearsOf = (publications: readonly ConnectedPublication[]): YearCount[] =>
  [...Map.groupBy(publications, ({ published }) => published.year)]
    .map(([year, own]) => ({ year, count: own.length }))
    .sort((a, b) => b.year - a.year);

/** Number of publications of each year, newest first. */
export const yearCounts = (catalog: Catalog): YearCount[] =>
  [...catalog.byYear].map(([year, own]) => ({ year, count: own.length })).sort((a, b) => b.year - a.year);

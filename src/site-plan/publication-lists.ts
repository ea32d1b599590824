import type { ListPart, PublicationGroup, PublicationList } from '../domain/pages/page-data.ts';
import { listedDate, type PartialDate } from '../domain/dates/partial-date.ts';

/**
 * Publications on one page. A longer list is split by year, a longer year by month, and a longer month into numbered
 * pages.
 */
const pageLimit = 200;

interface Listed {
  readonly slug: string;
  readonly published: PartialDate;
}

/** One page of a list: its address without locale, and what it shows. */
export interface ListPage {
  readonly address: string;
  readonly year?: number;
  readonly month?: number;
  readonly list: PublicationList;
}

/**
 * The pages of a list. `publications` are in site order. The first page is at `root`; when the list is split, it shows the
 * newest publications and links to every part. `grouping`: the headings that readers see.
 */
export function paginate(
  publications: readonly Listed[],
  root: string,
  grouping: 'year' | 'month' = 'year',
  limit = pageLimit,
): ListPage[] {
  if (publications.length <= limit) {
    return [
      { address: root, list: { total: publications.length, groups: group(publications, grouping), parts: [], root } },
    ];
  }
  const parts = grouping === 'year' ? splitByYear(publications, root, limit) : splitByMonth(publications, root, limit);
  const links = (current?: Part): ListPart[] =>
    parts.map(({ publications: own, ...part }) => ({
      ...part,
      count: own.length,
      current: part.address === current?.address,
    }));
  const newest = publications.slice(0, 50);
  return [
    { address: root, list: { total: publications.length, groups: group(newest, grouping), parts: links(), root } },
    ...parts.map((part) => ({
      address: part.address,
      year: part.year,
      ...(part.month === undefined ? {} : { month: part.month }),
      list: { total: publications.length, groups: group(part.publications, 'month'), parts: links(part), root },
    })),
  ];
}

interface Part {
  readonly address: string;
  readonly year: number;
  readonly month?: number;
  readonly number?: number;
  readonly publications: readonly Listed[];
}

function splitByYear(publications: readonly Listed[], root: string, limit: number): Part[] {
  return [...Map.groupBy(publications, ({ published }) => published.year)].flatMap(([year, own]) =>
    own.length <= limit
      ? [{ address: `${root}${year}/`, year, publications: own }]
      : splitByMonth(own, `${root}${year}/`, limit),
  );
}

function splitByMonth(publications: readonly Listed[], root: string, limit: number): Part[] {
  return [...Map.groupBy(publications, ({ published }) => listedDate(published).month ?? 0)].flatMap(([month, own]) => {
    const year = own[0]!.published.year;
    const address = month === 0 ? `${root}undated/` : `${root}${String(month).padStart(2, '0')}/`;
    const pages = Math.ceil(own.length / limit);
    return Array.from({ length: pages }, (_, index) => ({
      address: index === 0 ? address : `${address}${index + 1}/`,
      year,
      ...(month === 0 ? {} : { month }),
      ...(pages > 1 ? { number: index + 1 } : {}),
      publications: own.slice(index * limit, (index + 1) * limit),
    }));
  });
}

function group(publications: readonly Listed[], grouping: 'year' | 'month'): PublicationGroup[] {
  if (grouping === 'year') {
    return [...Map.groupBy(publications, ({ published }) => published.year)].map(([year, own]) => ({
      year,
      slugs: own.map(({ slug }) => slug),
    }));
  }
  return [
    ...Map.groupBy(publications, ({ published }) => published.year * 100 + (listedDate(published).month ?? 0)),
  ].map(([key, own]) => ({
    year: Math.floor(key / 100),
    ...(key % 100 === 0 ? {} : { month: key % 100 }),
    slugs: own.map(({ slug }) => slug),
  }));
}

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
  const total = publications.length;
  const groups = (own: readonly Listed[], by: 'year' | 'month') => group(own, publications, by);
  if (total <= limit)
    return [{ address: root, list: { total, groups: groups(publications, grouping), parts: [], root } }];
  const parts = grouping === 'year' ? splitByYear(publications, root, limit) : splitByMonth(publications, root, limit);
  const links = (current?: Part): ListPart[] =>
    parts.map(({ publications: own, ...part }) => ({
      ...part,
      count: own.length,
      current: part.address === current?.address,
    }));
  /** Where a list continues: the part with the first publication that the page does not show. */
  const next = (first: Listed | undefined) => {
    const part = first && parts.find(({ publications: own }) => own.includes(first));
    return part === undefined ? {} : { next: toNext(part) };
  };
  const newest = publications.slice(0, newestLimit);
  return [
    {
      address: root,
      list: { total, groups: groups(newest, grouping), parts: links(), root, ...next(publications[newestLimit]) },
    },
    ...parts.map((part, index) => ({
      address: part.address,
      year: part.year,
      ...(part.month === undefined ? {} : { month: part.month }),
      list: {
        total,
        groups: groups(part.publications, 'month'),
        parts: links(part),
        root,
        ...next(parts[index + 1]?.publications[0]),
      },
    })),
  ];
}

/** Publications on the first page of a list that is split. */
const newestLimit = 50;

/** The page at `root` of a list whose years have pages of their own: the newest publications, or all if there are few. */
export function newestPage(
  publications: readonly Listed[],
  root: string,
  addressOf: (year: number) => string,
): ListPage {
  const total = publications.length;
  const shown = total <= 2 * newestLimit ? publications : publications.slice(0, newestLimit);
  const year = publications[shown.length]?.published.year;
  const count = publications.filter(({ published }) => published.year === year).length;
  const next = year === undefined ? {} : { next: { address: addressOf(year), year, count } };
  return { address: root, list: { total, groups: group(shown, publications, 'year'), parts: [], root, ...next } };
}

const toNext = ({ publications, ...part }: Part): NonNullable<PublicationList['next']> => ({
  ...part,
  count: publications.length,
});

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

/** Groups `shown` by date. A group that is not shown completely has `of`, the number of its publications in `all`. */
function group(shown: readonly Listed[], all: readonly Listed[], grouping: 'year' | 'month'): PublicationGroup[] {
  const keyOf = ({ published }: Listed): number =>
    grouping === 'year' ? published.year * 100 : published.year * 100 + (listedDate(published).month ?? 0);
  const counts = new Map<number, number>();
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return [...Map.groupBy(shown, keyOf)].map(([key, own]) => ({
    year: Math.floor(key / 100),
    ...(key % 100 === 0 ? {} : { month: key % 100 }),
    slugs: own.map(({ slug }) => slug),
    ...(own.length === counts.get(key) ? {} : { of: counts.get(key)! }),
  }));
}

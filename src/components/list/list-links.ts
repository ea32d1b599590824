import type { PublicationList } from '../../domain/pages/page-data.ts';
import type { YearCount } from '../../domain/pages/statistics.ts';
import { partLabel } from '../../metadata/part-label.ts';
import type { View } from '../page/view.ts';

/** A link to a page of a list, or to a year. */
export interface ListLink {
  readonly label: string;
  readonly href: string;
  /** Absent for the page of the newest publications. */
  readonly count?: number;
  readonly current: boolean;
}

/** Links to all pages of a list, newest first; to the years where each year has a page of its own. */
export function listLinks(
  list: PublicationList,
  view: View,
  { years = [], oneYear = false }: { readonly years?: readonly YearCount[] | undefined; readonly oneYear?: boolean },
): readonly ListLink[] {
  const { locale, t, urls, format } = view;
  if (list.parts.length === 0)
    return years.length < 2
      ? []
      : years
          .toSorted((a, b) => b.year - a.year)
          .map(({ year, count }) => ({
            label: format.year(year),
            href: urls.year(year, locale),
            count,
            current: false,
          }));
  const isFirst = !list.parts.some(({ current }) => current);
  return [
    { label: t('list.latest'), href: urls.page(list.root, locale), current: isFirst },
    ...list.parts.map((part) => ({
      label: partLabel(part, view, oneYear),
      href: urls.page(part.address, locale),
      count: part.count,
      current: part.current,
    })),
  ];
}

/** Links that fit into one line: the first ones, or those around the current page. */
const lineLimit = 8;

export function nearestLinks(links: readonly ListLink[]): readonly ListLink[] {
  const current = links.findIndex((link) => link.current);
  const start = Math.max(0, Math.min(current - lineLimit / 2, links.length - lineLimit));
  return links.slice(start, start + lineLimit);
}

/** Number of publications that a page of a list shows. */
export const shownCount = ({ groups }: Pick<PublicationList, 'groups'>): number =>
  groups.reduce((sum, { slugs }) => sum + slugs.length, 0);

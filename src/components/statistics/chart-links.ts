import type { FacetName } from '../../search/search-data.ts';
import type { View } from '../page/view.ts';

/** The person, unit or topic whose publications a chart counts, as a filter of the search; empty for the whole site. */
export type ChartSubject = Readonly<Partial<Record<FacetName, string>>>;

/**
 * The address of the publications that a bar counts: the search with the year as its filter; without a search, the page of
 * the year, which only the whole site has. Absent for a bar without publications.
 */
export function yearHref(
  { year, count }: { readonly year: number; readonly count: number },
  subject: ChartSubject,
  { site, urls, locale }: Pick<View, 'site' | 'urls' | 'locale'>,
): string | undefined {
  if (count === 0) return undefined;
  if (site.features.search) return urls.search({ year, ...subject }, locale);
  return Object.keys(subject).length === 0 ? urls.year(year, locale) : undefined;
}

/** The publications that a filter of the search finds, such as those of a type; absent without a search. */
export const filterHref = (
  filter: ChartSubject,
  { site, urls, locale }: Pick<View, 'site' | 'urls' | 'locale'>,
): string | undefined => (site.features.search ? urls.search(filter, locale) : undefined);

/** Label of a bar, such as “2023: 177 publications”. */
export const yearLabel = (
  { year, count }: { readonly year: number; readonly count: number },
  { t, format }: Pick<View, 't' | 'format'>,
): string => t('statistics.years.bar', { year: format.year(year), publications: t('count.publications', { count }) });

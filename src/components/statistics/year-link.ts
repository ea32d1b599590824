import type { FacetName } from '../../search/search-data.ts';
import type { View } from '../page/view.ts';

/** Whose publications a chart counts; empty for those of the whole site. */
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

/** What a bar says, such as “2023: 177 publications”. */
export const yearLabel = (
  { year, count }: { readonly year: number; readonly count: number },
  { t, format }: Pick<View, 't' | 'format'>,
): string => t('statistics.years.bar', { year: format.year(year), publications: t('count.publications', { count }) });

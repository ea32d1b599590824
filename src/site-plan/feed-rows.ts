import { withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import { contentDate } from '../domain/dates/content-date.ts';
import { comparePartialDates, type PartialDate } from '../domain/dates/partial-date.ts';
import type { FeedFile } from '../domain/pages/site-file.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { entityLists } from './entity-lists.ts';
import type { SiteFileRow } from './site-file-row.ts';

/** Entries of a feed: of the whole site, and of a person, unit or topic. */
const feedLimits = { site: 50, list: 20 };

/**
 * Feeds of all publications and of all plain-language summaries, in each locale; and of every person, unit and topic that has
 * a publication, in the default locale.
 */
export function feedRows(catalog: Catalog): SiteFileRow[] {
  const { site } = catalog;
  const rows = (root: string, locale: string, slugs: string[], of: Pick<FeedFile, 'name' | 'plain'>): SiteFileRow[] =>
    (['xml', 'json'] as const).map((format) => ({
      address: `${locale === site.locales[0] ? '' : `/${locale}`}${root}feed.${format}`,
      data: { kind: 'feed', format, root, locale, ...of },
      slugs,
    }));
  const locale = site.locales[0] ?? 'en';
  if (catalog.publications.length === 0) return [];
  const newestOfAll = newest(catalog.publications, feedLimits.site);
  const newestSummaries = newest(withPlainSummary(catalog), feedLimits.site);
  return [
    ...site.locales.flatMap((code) => rows('/', code, newestOfAll, {})),
    ...(newestSummaries.length > 0
      ? site.locales.flatMap((code) => rows('/plain-language/', code, newestSummaries, { plain: true }))
      : []),
    ...entityLists(catalog).flatMap(({ root, publications, name }) =>
      rows(root, locale, newest(publications, feedLimits.list), { name }),
    ),
  ];
}

/**
 * Slugs of the publications with the latest dates, the latest first. The date of a notice counts too, so that a correction moves an
 * old publication to the top.
 */
function newest(publications: readonly ConnectedPublication[], limit: number): string[] {
  const latest: { readonly slug: string; readonly date: PartialDate }[] = [];
  for (const publication of publications) {
    const date = contentDate(publication);
    const at = latest.findLastIndex((other) => comparePartialDates(other.date, date) >= 0) + 1;
    if (at === limit) continue;
    latest.splice(at, 0, { slug: publication.slug, date });
    latest.length = Math.min(latest.length, limit);
  }
  return latest.map(({ slug }) => slug);
}

import type { Catalog } from '../catalog/build-catalog.ts';
import { archiveExtension, bulkAddress } from '../domain/pages/site-file.ts';
import { feedRows } from './feed-rows.ts';
import type { ListedPage, SiteFileRow } from './site-file-row.ts';
import { sitemapRows } from './sitemap-rows.ts';

/** Publications with a share picture of their own where `features.cards` is `recent`. */
const recentCardLimit = 500;

/** Every file of the site that is not a page and does not belong to a list. */
export function* siteFileRows(catalog: Catalog, pages: Iterable<ListedPage>): Generator<SiteFileRow> {
  const { site, publications } = catalog;
  const years = [...catalog.byYear].map(([year, own]) => ({ year, count: own.length }));
  const slugs = publications.map(({ slug }) => slug);
  yield { address: '/robots.txt', data: { kind: 'robots' } };
  yield { address: '/accent.css', data: { kind: 'accent' } };
  yield { address: '/_headers', data: { kind: 'headers' } };
  for (const locale of site.locales) yield { address: `/words.${locale}.json`, data: { kind: 'words', locale } };
  yield* sitemapRows(catalog, pages);
  yield* feedRows(catalog);
  if (site.features.search) yield { address: '/opensearch.xml', data: { kind: 'opensearch' } };
  yield {
    address: '/llms.txt',
    data: { kind: 'llms', total: publications.length, years: years.sort((a, b) => b.year - a.year) },
  };
  if (site.features.oai && slugs.length > 0) yield { address: '/oai.xml', data: { kind: 'oai' }, slugs };
  if (site.features.bulk.archive && slugs.length > 0)
    yield { address: bulkAddress('/publications/', archiveExtension), data: { kind: 'citation-archive' }, slugs };
  if (site.features.linkset)
    for (const slug of slugs)
      yield { address: `/publications/${slug}.linkset.json`, data: { kind: 'linkset' }, slugs: [slug] };
  for (const [index, locale] of site.locales.entries())
    yield { address: `${index === 0 ? '' : `/${locale}`}/card.png`, data: { kind: 'institute-card', locale } };
  for (const slug of cardSlugs(catalog))
    yield { address: `/publications/${slug}.card.png`, data: { kind: 'card' }, slugs: [slug] };
}

/** Publications that have a share picture of their own: all, or the newest and the featured, or none. */
export function cardSlugs({ site, publications }: Pick<Catalog, 'site' | 'publications'>): ReadonlySet<string> {
  const { cards } = site.features;
  if (cards === 'none') return new Set();
  const chosen =
    cards === 'all' ? publications : publications.filter(({ featured }, index) => featured || index < recentCardLimit);
  return new Set(chosen.map(({ slug }) => slug));
}

import type { Catalog } from '../catalog/build-catalog.ts';
import { archiveExtension, bulkAddress } from '../domain/pages/site-file.ts';
import { feedRows } from './feed-rows.ts';
import type { ListedPage, SiteFileRow } from './site-file-row.ts';
import { sitemapRows } from './sitemap-rows.ts';

/** Publications with a share picture of their own where `features.cards` is `recent`. */
const recentCardLimit = 500;

/** Every file of the site that is not a page and does not belong to a list. */
export function siteFileRows(catalog: Catalog, pages: readonly ListedPage[]): SiteFileRow[] {
  const { site, publications } = catalog;
  const years = [...catalog.byYear].map(([year, own]) => ({ year, count: own.length }));
  const slugs = publications.map(({ slug }) => slug);
  return [
    { address: '/robots.txt', data: { kind: 'robots' } },
    { address: '/accent.css', data: { kind: 'accent' } },
    { address: '/_headers', data: { kind: 'headers' } },
    ...site.locales.map((locale): SiteFileRow => ({
      address: `/words.${locale}.json`,
      data: { kind: 'words', locale },
    })),
    ...sitemapRows(catalog, pages),
    ...feedRows(catalog),
    ...(site.features.search ? [{ address: '/opensearch.xml', data: { kind: 'opensearch' } } as const] : []),
    {
      address: '/llms.txt',
      data: { kind: 'llms', total: publications.length, years: years.sort((a, b) => b.year - a.year) },
    },
    ...(site.features.oai && slugs.length > 0 ? [{ address: '/oai.xml', data: { kind: 'oai' }, slugs } as const] : []),
    ...(site.features.bulk.archive && slugs.length > 0
      ? [
          {
            address: bulkAddress('/publications/', archiveExtension),
            data: { kind: 'citation-archive' },
            slugs,
          } as const,
        ]
      : []),
    ...(site.features.linkset
      ? slugs.map((slug): SiteFileRow => ({
          address: `/publications/${slug}.linkset.json`,
          data: { kind: 'linkset' },
          slugs: [slug],
        }))
      : []),
    ...site.locales.map((locale, index): SiteFileRow => ({
      address: `${index === 0 ? '' : `/${locale}`}/card.png`,
      data: { kind: 'institute-card', locale },
    })),
    ...[...cardSlugs(catalog)].map((slug): SiteFileRow => ({
      address: `/publications/${slug}.card.png`,
      data: { kind: 'card' },
      slugs: [slug],
    })),
  ];
}

/** Publications that have a share picture of their own: all, or the newest and the featured, or none. */
export function cardSlugs({ site, publications }: Pick<Catalog, 'site' | 'publications'>): ReadonlySet<string> {
  const { cards } = site.features;
  if (cards === 'none') return new Set();
  const chosen =
    cards === 'all' ? publications : publications.filter(({ featured }, index) => featured || index < recentCardLimit);
  return new Set(chosen.map(({ slug }) => slug));
}

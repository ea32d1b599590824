import type { Catalog } from '../catalog/build-catalog.ts';
import { contentDate, dayOf, latestDate } from '../domain/dates/content-date.ts';
import type { PageKind } from '../domain/pages/page-data.ts';
import type { SitemapPage } from '../domain/pages/site-file.ts';
import type { ListedPage, SiteFileRow } from './site-file-row.ts';

/** Addresses in one sitemap. The protocol permits 50,000 addresses and 50 MB, and alternates make an entry long. */
export const sitemapLimit = 45_000;

/** Kinds of pages that are in no sitemap: they redirect, show what a reader searched or saved, or repeat another page. */
const unlisted: ReadonlySet<string> = new Set<PageKind>(['alias', 'not-found', 'search', 'reading-list', 'embed']);

/** The sitemaps, and the index of them. */
export function sitemapRows(catalog: Catalog, pages: readonly ListedPage[]): SiteFileRow[] {
  const { locales } = catalog.site;
  const dates = new Map(catalog.publications.map((publication) => [publication.slug, contentDate(publication)]));
  const texts = new Map<string, string[]>();
  for (const { address, locale } of pages)
    if (locale !== '') texts.set(address, [...(texts.get(address) ?? []), locale]);
  const listed = pages
    .filter(({ kind }) => !unlisted.has(kind))
    // A text page has a row for each of its locales, and one entry in the sitemap.
    .filter(({ address, locale }) => locale === '' || texts.get(address)?.[0] === locale)
    .map(({ address, locale, slug, shown }): SitemapPage => {
      const own = (slug === undefined ? shown : [slug]).flatMap((each) => dates.get(each) ?? []);
      const latest = latestDate(own);
      const lastmod = latest && dayOf(latest);
      const ownLocales = locale === '' ? locales : locales.filter((code) => texts.get(address)?.includes(code));
      return { address, locales: ownLocales, ...(lastmod === undefined ? {} : { lastmod }) };
    });
  const sitemaps = splitSitemaps(listed);
  const rows = sitemaps.map((own, index): SiteFileRow => ({
    address: `/sitemap-${index + 1}.xml`,
    data: { kind: 'sitemap', pages: own },
  }));
  const index = sitemaps.map((own, number) => {
    const lastmod = own
      .flatMap((page) => page.lastmod ?? [])
      .sort()
      .at(-1);
    return { address: `/sitemap-${number + 1}.xml`, ...(lastmod === undefined ? {} : { lastmod }) };
  });
  return [{ address: '/sitemap-index.xml', data: { kind: 'sitemap-index', sitemaps: index } }, ...rows];
}

/** Sitemaps of at most {@link sitemapLimit} addresses; the locales of a page stay together. */
export function splitSitemaps(pages: readonly SitemapPage[], limit = sitemapLimit): SitemapPage[][] {
  const sitemaps: SitemapPage[][] = [[]];
  let count = 0;
  for (const page of pages) {
    if (count + page.locales.length > limit) {
      sitemaps.push([]);
      count = 0;
    }
    count += page.locales.length;
    sitemaps.at(-1)?.push(page);
  }
  return sitemaps;
}

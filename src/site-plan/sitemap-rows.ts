import type { Catalog } from '../catalog/build-catalog.ts';
import { contentDate, dayOf, latestDate } from '../domain/dates/content-date.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { PageKind } from '../domain/pages/page-data.ts';
import type { SiteFileData, SitemapPage } from '../domain/pages/site-file.ts';
import type { ListedPage, SiteFileRow } from './site-file-row.ts';

/** Addresses in one sitemap. The protocol permits 50,000 addresses and 50 MB, and alternates make an entry long. */
export const sitemapLimit = 45_000;

/** Kinds of pages that are in no sitemap: they redirect, show what a reader searched or saved, or repeat another page. */
const unlisted: ReadonlySet<string> = new Set<PageKind>(['alias', 'not-found', 'search', 'reading-list', 'embed']);

/** The sitemaps, and the index of them. */
export function* sitemapRows(catalog: Catalog, pages: Iterable<ListedPage>): Generator<SiteFileRow> {
  const index: SitemapIndex[] = [];
  for (const own of splitSitemaps(sitemapPages(catalog, pages))) {
    const address = `/sitemap-${index.length + 1}.xml`;
    const lastmod = own
      .flatMap((page) => page.lastmod ?? [])
      .sort()
      .at(-1);
    index.push({ address, ...(lastmod === undefined ? {} : { lastmod }) });
    yield { address, data: { kind: 'sitemap', pages: own } };
  }
  yield { address: '/sitemap-index.xml', data: { kind: 'sitemap-index', sitemaps: index } };
}

type SitemapIndex = Extract<SiteFileData, { kind: 'sitemap-index' }>['sitemaps'][number];

function* sitemapPages(catalog: Catalog, pages: Iterable<ListedPage>): Generator<SitemapPage> {
  const { locales } = catalog.site;
  const dates = new Map<string, PartialDate>();
  for (const publication of catalog.publications) dates.set(publication.slug, contentDate(publication));
  const texts = new Map<string, readonly string[]>();
  for (const { address, locale } of pages)
    if (locale !== '') texts.set(address, [...(texts.get(address) ?? []), locale]);
  for (const { address, locale, kind, slug, shown } of pages) {
    // A text page has a row for each of its locales, and one entry in the sitemap.
    if (unlisted.has(kind) || (locale !== '' && texts.get(address)?.[0] !== locale)) continue;
    const latest = latestDate((slug === undefined ? shown : [slug]).flatMap((each) => dates.get(each) ?? []));
    const lastmod = latest && dayOf(latest);
    const ownLocales = locale === '' ? locales : locales.filter((code) => texts.get(address)?.includes(code));
    yield { address, locales: ownLocales, ...(lastmod === undefined ? {} : { lastmod }) };
  }
}

/** Sitemaps of at most {@link sitemapLimit} addresses; the locales of a page stay together. */
export function* splitSitemaps(pages: Iterable<SitemapPage>, limit = sitemapLimit): Generator<readonly SitemapPage[]> {
  let sitemap: SitemapPage[] = [];
  let count = 0;
  for (const page of pages) {
    if (count + page.locales.length > limit) {
      yield sitemap;
      sitemap = [];
      count = 0;
    }
    count += page.locales.length;
    sitemap.push(page);
  }
  yield sitemap;
}

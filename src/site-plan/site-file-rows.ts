import { contentDate, dayOf, latestDate } from '../domain/dates/content-date.ts';
import type { PageKind } from '../domain/pages/page-data.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { comparePartialDates } from '../domain/dates/partial-date.ts';
import type { FeedFile, SiteFileData, SitemapPage } from '../domain/pages/site-file.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import { entityLists } from './entity-lists.ts';

/** A page as files about pages name it. */
export interface ListedPage {
  readonly address: string;
  /** Empty: the page exists in every locale. */
  readonly locale: string;
  readonly kind: string;
  /** Publication that the page shows whole. */
  readonly slug?: string;
  /** Publications that the page lists. */
  readonly shown: readonly string[];
}

export interface SiteFileRow {
  readonly address: string;
  readonly data: SiteFileData;
  readonly slugs?: readonly string[];
}

/** Addresses in one sitemap: the protocol permits 50,000 and 50 MB, and alternates make an entry long. */
export const sitemapLimit = 45_000;
/** Entries of a feed: of the whole site, and of a person, unit or topic. */
const feedLimits = { site: 50, list: 20 };
/** Publications that get a share picture of their own where `features.cards` is `recent`. */
const recentCards = 500;

/** Every file of the site that is neither a page nor belongs to one. */
export function siteFileRows(catalog: Catalog, pages: readonly ListedPage[]): SiteFileRow[] {
  const { site, publications } = catalog;
  const years = [...catalog.byYear].map(([year, own]) => ({ year, count: own.length }));
  const slugs = publications.map(({ slug }) => slug);
  return [
    { address: '/robots.txt', data: { kind: 'robots' } },
    { address: '/accent.css', data: { kind: 'accent' } },
    { address: '/_headers', data: { kind: 'headers' } },
    ...sitemapRows(catalog, pages),
    ...feedRows(catalog),
    ...(site.features.search ? [{ address: '/opensearch.xml', data: { kind: 'opensearch' } } as const] : []),
    {
      address: '/llms.txt',
      data: { kind: 'llms', total: publications.length, years: years.sort((a, b) => b.year - a.year) },
    },
    ...(site.features.oai && slugs.length > 0 ? [{ address: '/oai.xml', data: { kind: 'oai' }, slugs } as const] : []),
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
    cards === 'all' ? publications : publications.filter(({ featured }, index) => featured || index < recentCards);
  return new Set(chosen.map(({ slug }) => slug));
}

/** Pages that search engines need not know: they lead elsewhere, show what was searched or saved, or repeat another page. */
const unlisted: ReadonlySet<string> = new Set<PageKind>(['alias', 'not-found', 'search', 'reading-list', 'embed']);

/** Pages that search engines should know. */
function sitemapRows(catalog: Catalog, pages: readonly ListedPage[]): SiteFileRow[] {
  const { locales } = catalog.site;
  const dates = new Map(catalog.publications.map((publication) => [publication.slug, contentDate(publication)]));
  const texts = new Map<string, string[]>();
  for (const { address, locale } of pages)
    if (locale !== '') texts.set(address, [...(texts.get(address) ?? []), locale]);
  const listed = pages
    .filter(({ kind }) => !unlisted.has(kind))
    // A text page is a row for each locale, and one entry with all of them.
    .filter(({ address, locale }) => locale === '' || texts.get(address)?.[0] === locale)
    .map(({ address, locale, slug, shown }): SitemapPage => {
      const own = (slug === undefined ? shown : [slug]).flatMap((each) => dates.get(each) ?? []);
      const latest = latestDate(own);
      const lastmod = latest && dayOf(latest);
      const ownLocales = locale === '' ? locales : locales.filter((code) => texts.get(address)?.includes(code));
      return { address, locales: ownLocales, ...(lastmod === undefined ? {} : { lastmod }) };
    });
  const sitemaps = divide(listed);
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
export function divide(pages: readonly SitemapPage[], limit = sitemapLimit): SitemapPage[][] {
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

/** Feeds of the site and of its summaries in each locale, and of every person, unit and topic that has a publication. */
function feedRows(catalog: Catalog): SiteFileRow[] {
  const { site } = catalog;
  const dates = new Map(catalog.publications.map((publication) => [publication, contentDate(publication)]));
  const newest = (publications: readonly PublicationSummary[], limit: number): string[] => {
    const dated = publications.map((publication, position) => ({
      publication,
      position,
      date: dates.get(publication) as PartialDate,
    }));
    // A correction brings an old publication to the top again.
    dated.sort((a, b) => comparePartialDates(b.date, a.date) || a.position - b.position);
    return dated.slice(0, limit).map(({ publication }) => publication.slug);
  };
  const rows = (root: string, locale: string, slugs: string[], of: Pick<FeedFile, 'name' | 'plain'>): SiteFileRow[] =>
    (['xml', 'json'] as const).map((format) => ({
      address: `${locale === site.locales[0] ? '' : `/${locale}`}${root}feed.${format}`,
      data: { kind: 'feed', format, root, locale, ...of },
      slugs,
    }));
  const locale = site.locales[0] ?? 'en';
  if (catalog.publications.length === 0) return [];
  const whole = newest(catalog.publications, feedLimits.site);
  const told = newest(withPlainSummary(catalog), feedLimits.site);
  return [
    ...site.locales.flatMap((code) => rows('/', code, whole, {})),
    ...(told.length > 0 ? site.locales.flatMap((code) => rows('/plain-language/', code, told, { plain: true })) : []),
    ...entityLists(catalog).flatMap(({ root, publications, name }) =>
      rows(root, locale, newest(publications, feedLimits.list), { name }),
    ),
  ];
}

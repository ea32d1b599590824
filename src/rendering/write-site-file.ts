import type { OpenCatalog } from '../store/open-catalog.ts';
import { writeBulkFile, writeCitationFile } from './citation-files.ts';
import { writeCitationArchive } from './citation-archive.ts';
import { writeCitationParts } from './citation-parts.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import { themeStyle } from '../domain/institute/theme.ts';
import { dialogKeys } from '../domain/pages/dialog-words.ts';
import type { SiteFileKind, SiteFileOf } from '../domain/pages/site-file.ts';
import { writeAtom } from '../feeds/atom.ts';
import { feedItem, type FeedItem } from '../feeds/feed-item.ts';
import type { Feed } from '../feeds/feed.ts';
import { writeHeaders } from '../feeds/headers.ts';
import { writeJsonFeed } from '../feeds/json-feed.ts';
import { writeLinkset } from '../feeds/linkset.ts';
import { writeSiteLlms } from '../feeds/site-llms.ts';
import { writeOaiRepository } from '../feeds/oai-static-repository.ts';
import { writeOpenSearch } from '../feeds/opensearch.ts';
import { writeRobots } from '../feeds/robots.ts';
import { writeSitemap, writeSitemapIndex } from '../feeds/sitemap.ts';
import { createTranslator } from '../i18n/translate.ts';
import { urlsOf } from './page-locals.ts';

/** Loads the library of pictures with the first picture. */
const loadCards = () => import('../cards/write-card.ts');

/** Text or bytes of a file, or the pieces of a large one. */
export type FileContent = string | Uint8Array | Iterable<Uint8Array>;

type FileWriter<Kind extends SiteFileKind> = (
  file: SiteFileOf<Kind>,
  catalog: OpenCatalog,
) => FileContent | Promise<FileContent>;

/** How each kind of file is written. */
const writers: { readonly [Kind in SiteFileKind]: FileWriter<Kind> } = {
  robots: (_, catalog) => writeRobots(urlsOf(catalog), catalog.site.locales),
  citations: writeBulkFile,
  'citation-parts': (file, catalog) => writeCitationParts(file, urlsOf(catalog)),
  'citation-archive': writeCitationArchive,
  accent: (_, { site }) =>
    `:root{--brand:${site.accent.light};--brand-dark:${site.accent.dark}}\n${site.theme ? themeStyle(site.theme) : ''}`,
  words: ({ locale }, { site }) => {
    const t = createTranslator(locale, site.strings?.[locale]);
    return JSON.stringify(Object.fromEntries(dialogKeys.map((key) => [key, t(key)])));
  },
  headers: (_, { site }) => writeHeaders(site),
  'sitemap-index': ({ sitemaps }, catalog) => writeSitemapIndex(sitemaps, urlsOf(catalog)),
  sitemap: ({ pages }, catalog) => writeSitemap(pages, urlsOf(catalog), defaultLocale(catalog)),
  feed: (file, catalog) =>
    file.format === 'xml' ? writeAtom(feedOf(file, catalog)) : writeJsonFeed(feedOf(file, catalog)),
  opensearch: (_, catalog) => writeSearchDescription(catalog),
  llms: (file, catalog) => writeSiteLlms(file, catalog, urlsOf(catalog)),
  oai: ({ address, slugs }, catalog) =>
    writeOaiRepository({
      name: textIn(catalog.site.institute, defaultLocale(catalog), catalog),
      url: absolute(address, catalog),
      mail: adminMail(catalog),
      publications: publicationsOf(slugs, catalog),
    }),
  linkset: ({ slugs }, catalog) => writeLinkset(onlyPublication(slugs, catalog), urlsOf(catalog), catalog.site.formats),
  card: async ({ slugs }, catalog) =>
    (await loadCards()).writePublicationCard(onlyPublication(slugs, catalog), catalog.site),
  'institute-card': async ({ locale }, { site }) => (await loadCards()).writeInstituteCard(site, locale),
};

/** The file at an address without base path; undefined when there is none. */
export async function writeSiteFile(catalog: OpenCatalog, address: string): Promise<FileContent | undefined> {
  const file = catalog.file(address);
  return file ? writeFile(file, catalog) : writeCitationFile(address, catalog);
}

const writeFile = <Kind extends SiteFileKind>(file: SiteFileOf<Kind>, catalog: OpenCatalog) =>
  writers[file.kind](file, catalog);

const defaultLocale = ({ site }: OpenCatalog): string => site.locales[0] ?? 'en';

const absolute = (address: string, catalog: OpenCatalog): string =>
  urlsOf(catalog).absolute(urlsOf(catalog).file(address));

const textIn = (text: OpenCatalog['site']['institute'], locale: string, { site }: OpenCatalog): string =>
  chooseText(text, locale, site.locales)?.text ?? '';

/** The publications with these slugs, in the same order. */
function* publicationsOf(slugs: readonly string[], catalog: OpenCatalog): Generator<CitedPublication> {
  for (const slug of slugs) {
    const page = catalog.page(`/publications/${slug}/`, defaultLocale(catalog));
    if (page?.kind === 'publication') yield page;
  }
}

function onlyPublication(slugs: readonly string[], catalog: OpenCatalog): CitedPublication {
  const [cited] = publicationsOf(slugs, catalog);
  if (!cited) throw new Error(`there is no publication ${slugs.join(', ')}`);
  return cited;
}

/** The mail address for corrections in the settings, else the webmaster's of RFC 2142. */
function adminMail({ site }: OpenCatalog): string {
  const mail = site.corrections?.replace(/^mailto:/, '') ?? '';
  return /^[^\s@/]+@[^\s@/.]+(?:\.[^\s@/.]+)+$/.test(mail) ? mail : `webmaster@${new URL(site.url).hostname}`;
}

function feedOf({ root, locale, name, plain, format, slugs }: SiteFileOf<'feed'>, catalog: OpenCatalog): Feed {
  const { site } = catalog;
  const urls = urlsOf(catalog);
  const institute = textIn(site.institute, locale, catalog);
  const platform = textIn(site.platform, locale, catalog);
  const feed = (kind: 'xml' | 'json'): string => urls.absolute(urls.feed(root, kind, locale));
  const t = createTranslator(locale, catalog.site.strings?.[locale]);
  const subject = name ? textIn(name, locale, catalog) : plain ? t('nav.plain-language') : undefined;
  return {
    title: subject === undefined ? `${institute} · ${platform}` : `${subject} · ${institute}`,
    subtitle: plain ? t('plain.about') : t('nav.publications'),
    language: locale,
    page: urls.absolute(urls.page(root, locale)),
    self: feed(format),
    other: feed(format === 'xml' ? 'json' : 'xml'),
    author: institute,
    icon: absolute('/favicon.svg', catalog),
    items: slugs.flatMap((slug) => itemOf(slug, locale, plain ? 'summary' : 'abstract', catalog)),
    pageOf: (slug) => urls.absolute(urls.publication(slug, locale)),
    personOf: (id) => urls.absolute(urls.person(id, locale)),
  };
}

/** Feed items by locale, text and slug: a publication is in several feeds, each in two formats. */
const items = new WeakMap<OpenCatalog, Map<string, FeedItem>>();
const itemLimit = 2000;

function itemOf(slug: string, locale: string, text: 'abstract' | 'summary', catalog: OpenCatalog): FeedItem | [] {
  const cache = items.get(catalog) ?? new Map<string, FeedItem>();
  items.set(catalog, cache);
  const key = `${locale} ${text} ${slug}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const [cited] = publicationsOf([slug], catalog);
  if (!cited) return [];
  const urls = urlsOf(catalog);
  const image = cited.context.card ? urls.absolute(urls.card(slug)) : undefined;
  const item = feedItem(cited, locale, { image, text });
  if (cache.size >= itemLimit) cache.clear();
  cache.set(key, item);
  return item;
}

function writeSearchDescription(catalog: OpenCatalog): string {
  const { site } = catalog;
  const locale = defaultLocale(catalog);
  const urls = urlsOf(catalog);
  const t = createTranslator(locale, catalog.site.strings?.[locale]);
  const names = [site.platform, site.institute].map((text) => textIn(text, locale, catalog));
  return writeOpenSearch({
    names: [names.join(' · '), ...names, t('nav.publications')],
    description: `${t('search.title')} · ${names.join(' · ')}`,
    search: urls.absolute(urls.search({}, locale)),
    self: absolute('/opensearch.xml', catalog),
    icon: absolute('/favicon.svg', catalog),
    language: locale,
  });
}

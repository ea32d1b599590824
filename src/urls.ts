import { folderOf, type InstituteMember } from './domain/institute/institute-kinds.ts';
import type { Site } from './domain/institute/site.ts';
import type { IndexKind } from './domain/pages/page-data.ts';

export type SearchParams = Readonly<Record<string, string | number | undefined>>;

/** Builds every address of the site. The address of a page has its locale and ends in a slash; that of a file does not. */
export interface Urls extends MemberUrls {
  /** `address` is the page's address without locale and base path, such as `/people/x/`. */
  page(address: string, locale: string): string;
  home(locale: string): string;
  index(kind: IndexKind, locale: string): string;
  publication(slug: string, locale: string): string;
  year(year: number, locale: string): string;
  search(params: SearchParams, locale: string): string;
  statistics(locale: string): string;
  /** How to search. */
  searchHelp(locale: string): string;
  readingList(locale: string): string;
  /** A text page, such as `about`. */
  text(id: string, locale: string): string;
  /** The citation file of one publication; `extension` includes its dot, such as `.csl.json`. */
  citation(slug: string, extension: string): string;
  /** A file of the whole site, such as `/opensearch.xml`. */
  file(address: string): string;
  /** The style of the institute. Its address includes its colours and tokens, so that browsers can cache it. */
  accent(site: Pick<Site, 'accent' | 'theme'>): string;
  /** The share picture of one publication. */
  card(slug: string): string;
  /** The share picture of the institute, one for each locale. */
  instituteCard(locale: string): string;
  /** Typed links of one publication (RFC 9264). */
  linkset(slug: string): string;
  /** The page of a list for other sites; `root` is the list's address, such as `/people/x/`. */
  embed(root: string, locale: string): string;
  /** A feed beside a page; `root` is the address of the page, such as `/people/x/`. */
  feed(root: string, format: 'xml' | 'json', locale: string): string;
  /** The citation file of a list; `root` is the list's address, such as `/people/x/`. */
  bulk(root: string, extension: string): string;
  /** A file beside the page at `address`; `file` is a relative path, such as `./figure.png`. */
  asset(address: string, file: string): string;
  /** An absolute address of this site without scheme and host. */
  local(url: string): string;
  /** Adds scheme and host. `path` is a result of the functions above. */
  absolute(path: string): string;
}

/** The page of a person, unit, topic or journal. */
type MemberUrls = { readonly [Member in InstituteMember]: (id: string, locale: string) => string };

export interface UrlOptions {
  /** Origin of the site. A path in it is ignored: `base` is the path. */
  readonly siteUrl: string;
  /** Empty, or `/path` without a trailing slash. */
  readonly base: string;
  /** The first locale has no prefix in addresses. */
  readonly locales: readonly string[];
}

export function createUrls({ siteUrl, base, locales }: UrlOptions): Urls {
  const { origin } = new URL(siteUrl);
  const prefixOf = (locale: string): string => (locale === locales[0] ? base : `${base}/${locale}`);
  const page = (address: string, locale: string): string => prefixOf(locale) + encodeAddress(address);
  const under = (folder: string) => (id: string | number, locale: string) =>
    `${prefixOf(locale)}/${folder}/${encodeSegment(String(id))}/`;
  return {
    page,
    home: (locale) => page('/', locale),
    index: (kind, locale) => page(`/${kind}/`, locale),
    publication: under('publications'),
    year: under('years'),
    person: under(folderOf.person),
    unit: under(folderOf.unit),
    journal: under(folderOf.journal),
    topic: under(folderOf.topic),
    search: (params, locale) => page('/search/', locale) + formatQuery(params),
    statistics: (locale) => page('/statistics/', locale),
    searchHelp: (locale) => page('/search/help/', locale),
    readingList: (locale) => page('/reading-list/', locale),
    text: (id, locale) => page(`/${id}/`, locale),
    citation: (slug, extension) => `${base}/publications/${encodeSegment(slug)}${extension}`,
    file: (address) => base + address,
    accent: ({ accent: { light, dark }, theme }) =>
      `${base}/accent.css?v=${light.slice(1)}${dark.slice(1)}${theme ? `-${hashOf(JSON.stringify(theme))}` : ''}`,
    card: (slug) => `${base}/publications/${encodeSegment(slug)}.card.png`,
    instituteCard: (locale) => `${prefixOf(locale)}/card.png`,
    linkset: (slug) => `${base}/publications/${encodeSegment(slug)}.linkset.json`,
    embed: (root, locale) => page(`${root}embed/`, locale),
    feed: (root, format, locale) => `${page(root, locale)}feed.${format}`,
    bulk: (root, extension) => `${base}${encodeAddress(root.replace(/\/$/, ''))}${extension}`,
    asset: (address, file) => base + encodeAddress(address + file.replace(/^(\.?\/)+/, '')),
    local: (url) => (url.startsWith(`${origin}/`) ? url.slice(origin.length) : url),
    absolute: (path) => origin + path,
  };
}

/** Locale and address of a request's path; undefined when the path is outside the base path. */
export function parsePath(
  pathname: string,
  { base, locales }: Pick<UrlOptions, 'base' | 'locales'>,
): { readonly locale: string; readonly address: string } | undefined {
  const path = decodePath(pathname);
  if (path === undefined || !(path === base || path.startsWith(`${base}/`))) return undefined;
  const rest = path.slice(base.length) || '/';
  const [defaultLocale, ...others] = locales;
  const locale = others.find((code) => rest === `/${code}` || rest.startsWith(`/${code}/`));
  const address = locale === undefined ? rest : rest.slice(locale.length + 1) || '/';
  return { locale: locale ?? defaultLocale ?? 'en', address: address.endsWith('/') ? address : `${address}/` };
}

/** A path without percent-encoding; undefined where that is malformed. */
export function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** FNV-1a, 32 bits, in hexadecimal digits. */
function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16);
}

/** Most addresses are plain ASCII and need no encoding. */
const encodeAddress = (address: string): string =>
  /^[\w./~-]*$/.test(address) ? address : address.split('/').map(encodeURIComponent).join('/');

const encodeSegment = (segment: string): string => (/^[\w.~-]*$/.test(segment) ? segment : encodeURIComponent(segment));

function formatQuery(params: SearchParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? '' : `?${query}`;
}

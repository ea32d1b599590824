import type { LocalizedText } from '../languages/localized-text.ts';
import type { YearCount } from './page-data.ts';
import type { PartialDate } from '../dates/partial-date.ts';

/*
 * Files of the site that are no pages, as plain data, like src/domain/pages/page-data.ts for pages: the catalog derives what
 * a file holds, and src/rendering/write-site-file.ts writes it. The digest of this data, with those of the publications that the file
 * names, tells whether it must be written again.
 */

/** `/robots.txt`. */
export interface RobotsFile {
  readonly kind: 'robots';
}

/** Address of the file beside a list: `/people/x/` has `/people/x.bib`. */
export const bulkAddress = (root: string, extension: string): string => root.replace(/\/$/, '') + extension;

/** A file of citations beside a list, such as `/people/x.bib`: the publications of `slugs` in one format. */
export interface CitationsFile {
  readonly kind: 'citations';
  /** Id of the format in `src/formats/table.ts`. */
  readonly format: string;
  /** When the newest of the publications was published. */
  readonly newest: PartialDate;
}

/** `/sitemap-index.xml`. */
export interface SitemapIndexFile {
  readonly kind: 'sitemap-index';
  readonly sitemaps: readonly { readonly address: string; readonly lastmod?: string }[];
}

/** `/sitemap-1.xml` and so on. */
export interface SitemapFile {
  readonly kind: 'sitemap';
  readonly pages: readonly SitemapPage[];
}

export interface SitemapPage {
  /** Without locale and base path. */
  readonly address: string;
  readonly locales: readonly string[];
  /** Day on which the content last changed, where it is known to the day. */
  readonly lastmod?: string;
}

/** `/feed.xml` and `/feed.json`, of the site or of one of its lists, newest first. */
export interface FeedFile {
  readonly kind: 'feed';
  readonly format: 'xml' | 'json';
  /** Address of the page that the feed belongs to, without locale. */
  readonly root: string;
  readonly locale: string;
  /** Whose publications these are; absent for the whole site. */
  readonly name?: LocalizedText;
  /** True where the entries tell the plain-language summaries. */
  readonly plain?: boolean;
}

/** `/opensearch.xml`. */
export interface OpenSearchFile {
  readonly kind: 'opensearch';
}

/** `/llms.txt`. */
export interface LlmsFile {
  readonly kind: 'llms';
  readonly total: number;
  readonly years: readonly YearCount[];
}

/** `/oai.xml`, of every publication. */
export interface OaiFile {
  readonly kind: 'oai';
}

/** `/publications/<slug>.linkset.json`. */
export interface LinksetFile {
  readonly kind: 'linkset';
}

/** `/publications/<slug>.card.png`. */
export interface CardFile {
  readonly kind: 'card';
}

/** `/card.png`, and `/fa/card.png` for other locales. */
export interface InstituteCardFile {
  readonly kind: 'institute-card';
  readonly locale: string;
}

/** `/accent.css`. */
export interface AccentFile {
  readonly kind: 'accent';
}

/** `/_headers`. */
export interface HeadersFile {
  readonly kind: 'headers';
}

export type SiteFileData =
  | RobotsFile
  | CitationsFile
  | SitemapIndexFile
  | SitemapFile
  | FeedFile
  | OpenSearchFile
  | LlmsFile
  | OaiFile
  | LinksetFile
  | CardFile
  | InstituteCardFile
  | AccentFile
  | HeadersFile;

export type SiteFileKind = SiteFileData['kind'];

/** One file as it is written. */
export type SiteFileOf<Kind extends SiteFileKind> = Extract<SiteFileData, { kind: Kind }> & {
  /** Address without base path, such as `/people/x.bib`. It has no trailing slash, which tells it from a page. */
  readonly address: string;
  /** Slugs of the publications that the file is made of, in site order. */
  readonly slugs: readonly string[];
};

/** Addresses of pages end in a slash, those of files do not. */
export const isFileAddress = (address: string): boolean => !address.endsWith('/');

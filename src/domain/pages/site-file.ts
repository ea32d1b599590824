import type { LocalizedText } from '../languages/localized-text.ts';
import type { ListPart } from './page-data.ts';
import type { YearCount } from './statistics.ts';
import type { PartialDate } from '../dates/partial-date.ts';

/*
 * Files of the site other than pages, as plain data. The site plan derives the data, and `rendering/write-site-file.ts`
 * writes the file. It is written again when the digest of this data or of its publications changes.
 */

/** `/robots.txt`. */
export interface RobotsFile {
  readonly kind: 'robots';
}

/** Address of a citation file of a list: `/people/x/` has `/people/x.bib`. */
export const bulkAddress = (root: string, extension: string): string => root.replace(/\/$/, '') + extension;

/** All citations, compressed: `/publications.zip`. */
export const archiveExtension = '.zip';

/** Citations of a list in one format, such as `/people/x.bib`. */
export interface CitationsFile {
  readonly kind: 'citations';
  /** Id of the format in `src/formats/written-formats.ts`. */
  readonly format: string;
  /** Publication date of the newest publication. */
  readonly newest: PartialDate;
  /** Size of the file. */
  readonly bytes: number;
}

/** The file at the address of a citation file that is divided: it says where the parts are. */
export interface CitationPartsFile {
  readonly kind: 'citation-parts';
  /** Id of the format in `src/formats/written-formats.ts`. */
  readonly format: string;
  /** Number of publications in all parts. */
  readonly count: number;
  readonly newest: PartialDate;
  /** The parts of the list; the page of each has its citation file beside it. */
  readonly parts: readonly Omit<ListPart, 'current'>[];
}

/** `/publications.zip`: the citations of all publications, in every format. */
export interface CitationArchiveFile {
  readonly kind: 'citation-archive';
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
  /** Day on which the content last changed; absent if only the month or year is known. */
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
  /** True if the entries show the plain-language summaries. */
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

/** `/words.en.json`: words that scripts of every page in a language load when they need them. */
export interface WordsFile {
  readonly kind: 'words';
  readonly locale: string;
}

/** `/_headers`. */
export interface HeadersFile {
  readonly kind: 'headers';
}

export type SiteFileData =
  | RobotsFile
  | CitationsFile
  | CitationPartsFile
  | CitationArchiveFile
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
  | WordsFile
  | HeadersFile;

export type SiteFileKind = SiteFileData['kind'];

/** One file as it is written. */
export type SiteFileOf<Kind extends SiteFileKind> = Extract<SiteFileData, { kind: Kind }> & {
  /** Address without base path, such as `/people/x.bib`. Unlike the address of a page, it has no trailing slash. */
  readonly address: string;
  /** Slugs of the publications in the file, in site order. */
  readonly slugs: readonly string[];
};

/** True for the address of a share picture. */
export const isCardAddress = (address: string): boolean => /[/.]card\.png$/.test(address);

/** True for the address of a file: only addresses of pages end in a slash. */
export const isFileAddress = (address: string): boolean => !address.endsWith('/');

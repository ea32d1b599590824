import type { PartialDate } from './partial-date.ts';

/*
 * Files of the site that are no pages, as plain data, like src/domain/page-data.ts for pages: the catalog derives what
 * a file holds, and src/site-files.ts writes it. The digest of this data, with those of the publications that the file
 * names, tells whether it must be written again.
 */

/** `/robots.txt`. */
export interface RobotsFile {
  readonly kind: 'robots';
}

/** Formats of the files of citations, and how their names end. */
export const bulkExtensions = {
  bibtex: '.bib',
  ris: '.ris',
  nbib: '.nbib',
  'csl-json': '.csl.json',
  csv: '.csv',
} as const;

export type CitationFormatId = keyof typeof bulkExtensions;

/** Address of the file beside a list: `/people/x/` has `/people/x.bib`. */
export const bulkAddress = (root: string, extension: string): string => root.replace(/\/$/, '') + extension;

/** A file of citations beside a list, such as `/people/x.bib`: the publications of `slugs` in one format. */
export interface CitationsFile {
  readonly kind: 'citations';
  readonly format: CitationFormatId;
  /** When the newest of the publications was published. */
  readonly newest: PartialDate;
}

export type SiteFileData = RobotsFile | CitationsFile;

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

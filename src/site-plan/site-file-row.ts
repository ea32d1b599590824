import type { SiteFileData } from '../domain/pages/site-file.ts';

/** A page of the site, for files that list pages. */
export interface ListedPage {
  readonly address: string;
  /** Empty: the page exists in every locale. */
  readonly locale: string;
  readonly kind: string;
  /** Publication whose page it is. */
  readonly slug?: string;
  /** Publications that the page lists; none for the page of a publication. */
  readonly shown: readonly string[];
}

/** A file of the site that is not a page. */
export interface SiteFileRow {
  readonly address: string;
  readonly data: SiteFileData;
  /** Publications that the file shows. */
  readonly slugs?: readonly string[];
}

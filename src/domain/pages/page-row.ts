import type { PageData } from './page-data.ts';

/** A row of the store: one page or other file of the site, with the data that it shows and the digest of all of it. */
export interface PageRow {
  /** Without locale and base path. */
  readonly address: string;
  /** Always empty: every locale uses the same data. */
  readonly locale: string;
  readonly kind: string;
  /** Slug of the publication whose whole record the page shows. */
  readonly slug: string | null;
  /** Digest of all that the page shows. */
  readonly key: string;
  /** JSON of the page's data, without the record and the entries. */
  readonly data: string;
  /** Changes with everything else that a page shows, such as the record of its publication; empty for files. */
  readonly source: string;
  /** JSON list of the slugs whose entries the page shows, or whose publications are in the file. */
  readonly entries: string;
}

/** Takes a plan, row by row, so that it is never in memory as a whole. */
export interface PlanSink {
  /** Saves the entry of a publication. */
  readonly saveEntry: (slug: string, digest: string, json: string) => void;
  readonly saveRow: (row: PageRow) => void;
}

/** Stored data of a page. Records and entries are added when the page is loaded. */
export type StoredPageData = PageData extends infer Data
  ? Data extends { kind: 'publication' }
    ? Omit<Data, 'publication'> & { images?: ImageSizes }
    : Data
  : never;

/** Size in pixels of each picture on a page, by its path as written. */
export type ImageSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>;

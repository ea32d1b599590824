import type { PageData } from './page-data.ts';

/** One page of the site, or one file that is no page: what to render, and a digest of all that it shows. */
export interface PageRow {
  /** Without locale and base path. */
  readonly address: string;
  /** Empty: the same data serves every locale. */
  readonly locale: string;
  readonly kind: string;
  /** Slug of the publication whose record the page shows whole. */
  readonly slug: string | null;
  readonly key: string;
  /** JSON of the page's data, without the record and the entries. */
  readonly data: string;
  /** JSON list of the slugs whose entries the page shows. */
  readonly entries: string;
}

/** What is stored of a page; records and entries are added when the page is opened. */
export type StoredPageData = PageData extends infer Data
  ? Data extends { kind: 'publication' }
    ? Omit<Data, 'publication'> & { images?: ImageSizes }
    : Data
  : never;

/** Size in pixels of each picture that a page shows, by its path as written. */
export type ImageSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>;

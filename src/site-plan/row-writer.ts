import type { PublicationList } from '../domain/pages/page-data.ts';
import type { SiteFileData } from '../domain/pages/site-file.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { Catalog } from '../catalog/build-catalog.ts';
import { toEntry } from '../catalog/to-entry.ts';
import type { ImageSizes, PageRow, StoredPageData } from '../domain/pages/page-row.ts';
import { planCitationFiles, type CitationSources } from './citation-file-rows.ts';
import type { ListPage } from './publication-lists.ts';
import type { ListedPage } from './site-file-row.ts';

export interface PageSources extends CitationSources {
  /** Digest of a content file. */
  readonly digestOf: (file: string) => string;
  /** Sizes of the pictures that a content file shows. */
  readonly imagesOf: (file: string) => ImageSizes | undefined;
  /** The file of the content that is published at a path of the site. */
  readonly fileAt: (output: string) => { readonly bytes: number } | undefined;
}

/** Adds a page that shows the entries of `slugs`. `source`: digest of everything else that it shows. */
export type AddPage = (
  address: string,
  data: StoredPageData,
  slugs?: readonly string[],
  extra?: { readonly locale?: string; readonly slug?: string; readonly source?: string },
) => void;

/** Adds a file that shows the publications of `slugs`. */
export type AddFile = (address: string, data: SiteFileData, slugs?: readonly string[]) => void;

/**
 * Adds a list: its pages, and its citation files beside them. `own`: all publications of the list, in site order.
 */
export type AddList = (
  root: string,
  own: readonly PublicationSummary[],
  pages: readonly ListPage[],
  dataOf: (list: PublicationList, page: ListPage) => StoredPageData,
) => void;

/** An entry as it is stored, and its digest. */
export type Entries = ReadonlyMap<string, { readonly digest: string; readonly json: string }>;

export interface RowWriter {
  readonly entries: Entries;
  readonly rows: readonly PageRow[];
  /** The pages among the rows. */
  readonly pages: readonly ListedPage[];
  readonly addPage: AddPage;
  readonly addFile: AddFile;
  readonly addList: AddList;
  /** True where there is no file of all citations in a format, because it would be too large. */
  readonly divided: boolean;
}

/** Collects rows, and computes their keys. Add the pages of publications first: keys of files and lists depend on them. */
export function createRowWriter(catalog: Catalog, sources: PageSources): RowWriter {
  const { digest } = sources;
  const citationFiles = planCitationFiles(catalog, sources);
  const entries = new Map(
    catalog.publications.map((publication) => {
      const json = JSON.stringify(toEntry(publication, catalog));
      return [publication.slug, { json, digest: digest(json) }] as const;
    }),
  );
  const rows: PageRow[] = [];
  const pages: ListedPage[] = [];
  /** Keys of the pages of publications, by slug. */
  const pageKeys = new Map<string, string>();
  const keysOf = (slugs: readonly string[]) => slugs.map((slug) => pageKeys.get(slug) ?? '').join('\n');

  const addPage: AddPage = (address, data, slugs = [], { locale = '', slug, source = '' } = {}) => {
    const shown = [...new Set(slugs)].filter((each) => entries.has(each));
    const json = JSON.stringify(data);
    const key = digest([json, source, ...shown.map((each) => entries.get(each)!.digest)].join('\n'));
    if (slug !== undefined) pageKeys.set(slug, key);
    pages.push({ address, locale, kind: data.kind, shown, ...(slug === undefined ? {} : { slug }) });
    rows.push({
      address,
      locale,
      kind: data.kind,
      slug: slug ?? null,
      key,
      data: json,
      entries: JSON.stringify(shown),
    });
  };
  const addRow = (address: string, data: SiteFileData, slugs: readonly string[], keys: string) => {
    const json = JSON.stringify(data);
    const key = digest(`${json}\n${keys}`);
    rows.push({ address, locale: '', kind: data.kind, slug: null, key, data: json, entries: JSON.stringify(slugs) });
  };
  const addList: AddList = (root, own, parts, dataOf) => {
    const files = citationFiles.filesOf(root, own, parts);
    for (const { address, data, slugs, key } of files.rows) addRow(address, data, slugs, key);
    for (const part of parts) {
      const data = dataOf(part.list, part);
      const start = 'start' in data ? (data.start ?? []) : [];
      const shown = [...start, ...part.list.groups.flatMap(({ slugs }) => slugs)];
      addPage(part.address, data, shown, { source: files.shown.get(part.address) ?? '' });
    }
  };
  return {
    entries,
    rows,
    pages,
    addPage,
    addList,
    divided: citationFiles.divided,
    addFile: (address, data, slugs = []) => addRow(address, data, slugs, keysOf(slugs)),
  };
}

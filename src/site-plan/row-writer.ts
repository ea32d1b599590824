import type { PublicationList } from '../domain/pages/page-data.ts';
import type { SiteFileData } from '../domain/pages/site-file.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { journalOf, type Catalog } from '../catalog/build-catalog.ts';
import { toEntry } from '../catalog/to-entry.ts';
import type { OwnEntry } from '../domain/publication/entry.ts';
import type { ImageSizes, PageRow, PlanSink, StoredPageData } from '../domain/pages/page-row.ts';
import { planCitationFiles, type CitationSources } from './citation-file-rows.ts';
import type { ListPage } from './publication-lists.ts';
import { rowKey, type KeySources } from './row-key.ts';
import type { ListedPage } from './site-file-row.ts';

export interface PageSources extends CitationSources, Omit<KeySources, 'entryDigestOf'> {
  /** Digest of a content file. */
  readonly digestOf: (file: string) => string;
  /** What lists show of the publication of a content file; undefined where only addresses are asked for. */
  readonly entryOf: (file: string) => OwnEntry | undefined;
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
  own: readonly ConnectedPublication[],
  pages: readonly ListPage[],
  dataOf: (list: PublicationList, page: ListPage) => StoredPageData,
) => void;

export interface RowWriter {
  /** The pages among the rows. */
  readonly pages: Iterable<ListedPage>;
  readonly addPage: AddPage;
  readonly addFile: AddFile;
  readonly addList: AddList;
  /** True where there is no file of all citations in a format, because it would be too large. */
  readonly divided: boolean;
}

/** Completes rows with their keys. Add the pages of publications first: keys of files and lists depend on them. */
export function createRowWriter(catalog: Catalog, sources: PageSources, { saveEntry, saveRow }: PlanSink): RowWriter {
  const { digest } = sources;
  const citationFiles = planCitationFiles(catalog, sources);
  /** Digests of the entries, by slug. */
  const entries = new Map<string, string>();
  for (const publication of catalog.publications) {
    const own = sources.entryOf(publication.file);
    if (!own) continue;
    const entry = toEntry(own, {
      personAt: (position) => catalog.institute.people.get(publication.people.get(position) ?? ''),
      journal: journalOf(publication, catalog),
    });
    const json = JSON.stringify(entry);
    entries.set(publication.slug, digest(json));
    saveEntry(publication.slug, entries.get(publication.slug)!, json);
  }
  /** Of the page of a publication, only the slug. */
  const listed: (ListedPage | string)[] = [];
  const pages: Iterable<ListedPage> = {
    *[Symbol.iterator]() {
      for (const page of listed) yield typeof page === 'string' ? publicationPage(page) : page;
    },
  };
  const keys: KeySources = { ...sources, entryDigestOf: (slug) => entries.get(slug) ?? '' };
  const add = (row: Omit<PageRow, 'key' | 'entries'>, slugs: readonly string[]): void =>
    saveRow({ ...row, key: rowKey(row, slugs, keys), entries: JSON.stringify(slugs) });

  const addPage: AddPage = (address, data, slugs = [], { locale = '', slug, source = '' } = {}) => {
    const shown = [...new Set(slugs)].filter((each) => entries.has(each));
    const { kind } = data;
    add({ address, locale, kind, slug: slug ?? null, data: JSON.stringify(data), source }, shown);
    listed.push(slug ?? { address, locale, kind, shown });
  };
  const addFile: AddFile = (address, data, slugs = []) =>
    add({ address, locale: '', kind: data.kind, slug: null, data: JSON.stringify(data), source: '' }, slugs);
  const addList: AddList = (root, own, parts, dataOf) => {
    const files = citationFiles.filesOf(root, own, parts);
    for (const { address, data, slugs } of files.rows) addFile(address, data, slugs);
    for (const part of parts) {
      const data = dataOf(part.list, part);
      const start = 'start' in data ? (data.start ?? []) : [];
      const shown = [...start, ...part.list.groups.flatMap(({ slugs }) => slugs)];
      addPage(part.address, data, shown, { source: files.shown.get(part.address) ?? '' });
    }
  };
  return { pages, addPage, addList, addFile, divided: citationFiles.divided };
}

const publicationPage = (slug: string): ListedPage => ({
  address: `/publications/${slug}/`,
  locale: '',
  kind: 'publication',
  slug,
  shown: [],
});

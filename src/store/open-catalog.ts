import { createHash } from 'node:crypto';
import type { TextPage } from '../domain/institute/institute.ts';
import type { Entry } from '../domain/publication/entry.ts';
import type { IndexKind, PageKind, PageOf } from '../domain/pages/page-data.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { CslNode, LoadedStyle } from '../domain/publication/reference-styles.ts';
import type { Site } from '../domain/institute/site.ts';
import { isFileAddress, type SiteFileData, type SiteFileKind, type SiteFileOf } from '../domain/pages/site-file.ts';
import type { ImageSizes, PageRow, StoredPageData } from '../domain/pages/page-row.ts';
import { DamagedCatalog } from './checksum.ts';
import { CatalogStore } from './catalog-store.ts';

/** The compiled content for pages, which read it from disk, one page at a time. */
export interface OpenCatalog {
  readonly site: Site;
  /** Runs `work`, which reads much: see {@link CatalogStore.inReadTransaction}. */
  inReadTransaction<T>(work: () => Promise<T>): Promise<T>;
  /** The page at an address without locale and base path; undefined when there is none. */
  page(address: string, locale: string): PageOf<PageKind> | undefined;
  /** The file at an address without base path; undefined when there is none. */
  file(address: string): SiteFileOf<SiteFileKind> | undefined;
  /** The citations of a publication by format, without those that are withheld. */
  citations(slug: string): ReadonlyMap<string, Uint8Array>;
  /** The citation of a publication in a format; undefined where it is withheld. */
  citation(slug: string, format: string): Uint8Array | undefined;
  /** Citation styles that the site offers, in its order. */
  readonly styles: readonly LoadedStyle[];
  /** CSL locales of the languages of references, in the form of {@link LoadedStyle.source}. */
  readonly styleLocales: Readonly<Record<string, CslNode>>;
  /**
   * The styled reference, where an earlier build has rendered it from exactly this source, and the digest of the source.
   */
  reference(slug: string, form: string, source: string): { readonly digest: string; readonly html?: string };
  /** Indexes that are not empty, in the order of the navigation. */
  readonly indexes: readonly IndexKind[];
  /** The text pages in a locale, in the order of the footer. */
  textPages(locale: string): readonly Pick<TextPage, 'id' | 'title'>[];
}

/** Environment variable with the path of the catalog, for render threads. */
export const catalogVariable = 'COLOPHON_CATALOG';

let opened: { readonly path: string; readonly store: CatalogStore; catalog: OpenCatalog; version: string } | undefined;

/**
 * Opens the catalog that the build or the development server has compiled. Returns the same object on every call, until
 * the development server compiles the content again. Throws where no catalog was compiled.
 */
export function openCatalog(): OpenCatalog {
  const path = process.env[catalogVariable];
  if (path === undefined)
    throw new Error(
      'Pages need a compiled catalog: run npm run build or npm run dev, which compile the content first.',
    );
  if (opened?.path !== path) {
    const store = new CatalogStore(path, 'read');
    opened = { path, store, catalog: readCatalog(store), version: store.version() };
  }
  const version = opened.store.version();
  if (version !== opened.version) Object.assign(opened, { catalog: readCatalog(opened.store), version });
  return opened.catalog;
}

/** Closes the catalog, where it is open. */
export function closeCatalog(): void {
  opened?.store.close();
  opened = undefined;
}

function readCatalog(store: CatalogStore): OpenCatalog {
  const read = <T>(name: string, fallback: T): T =>
    JSON.parse(store.setting(name) ?? JSON.stringify(fallback ?? null)) as T;
  const site = read<Site | undefined>('site', undefined);
  if (!site) throw new Error('The catalog holds no site: the content has errors, which npm run check lists.');
  const texts = new Map(
    site.locales.map((locale) => [locale, read<readonly Pick<TextPage, 'id' | 'title'>[]>(`texts ${locale}`, [])]),
  );
  return {
    site,
    indexes: read<OpenCatalog['indexes']>('indexes', []),
    styles: read<readonly LoadedStyle[]>('styles', []),
    styleLocales: read<Readonly<Record<string, CslNode>>>('style locales', {}),
    inReadTransaction: (work) => store.inReadTransaction(work),
    page(address, locale) {
      const row = isFileAddress(address) ? undefined : store.page(address, locale);
      return row && readPage(row, locale, store, site);
    },
    file(address) {
      const row = isFileAddress(address) ? store.page(address, '') : undefined;
      if (!row) return undefined;
      const data = JSON.parse(row.data) as SiteFileData;
      return { ...data, address, slugs: JSON.parse(row.entries) as string[] };
    },
    citations: (slug) => store.citations.texts(slug),
    citation: (slug, format) => store.citations.text(slug, format),
    reference(slug, form, source) {
      const digest = createHash('sha256').update(source).digest('base64url').slice(0, 22);
      const html = store.citations.reference(slug, form, digest);
      return { digest, ...(html === undefined ? {} : { html }) };
    },
    textPages: (locale) => texts.get(locale) ?? [],
  };
}

/** Throws where the catalog lacks what one of its pages shows. */
function required(json: string | undefined, slug: string | null): string {
  if (json === undefined) throw new DamagedCatalog(`the catalog has a page of ${slug ?? ''}, and no record`);
  return json;
}

function readPage(row: PageRow, locale: string, store: CatalogStore, site: Site): PageOf<PageKind> {
  const entries = Object.fromEntries(
    (JSON.parse(row.entries) as string[]).map((slug) => [slug, JSON.parse(required(store.entry(slug), slug)) as Entry]),
  );
  const locales = row.locale === '' ? site.locales : ownLocales(row.address, store, site);
  const rest = { address: row.address, locales: locales.length > 0 ? locales : [locale], entries };
  const data = JSON.parse(row.data) as StoredPageData;
  if (data.kind !== 'publication') return { ...data, ...rest };
  const record = JSON.parse(
    required(store.sources.findRecord('publications', row.slug ?? ''), row.slug),
  ) as Publication;
  return { ...data, ...rest, publication: withImageSizes(record, data.images) };
}

/** Locales of a page that has a row for each of its locales, such as a text page. */
const ownLocales = (address: string, store: CatalogStore, site: Site): string[] =>
  site.locales.filter((locale) => store.page(address, locale)?.locale === locale);

function withImageSizes(publication: Publication, sizes: ImageSizes | undefined): Publication {
  const size = publication.image && sizes?.[publication.image.src];
  return publication.image && size ? { ...publication, image: { ...publication.image, ...size } } : publication;
}

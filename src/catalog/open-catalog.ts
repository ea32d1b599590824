import type { TextPage } from '../domain/institute.ts';
import type { Entry, PageKind, PageOf } from '../domain/page-data.ts';
import type { Publication } from '../domain/publication.ts';
import type { Site } from '../domain/site.ts';
import { CatalogStore, type PageRow } from './catalog-store.ts';
import type { ImageSizes } from './page-rows.ts';

/** The compiled content as pages read it: one page at a time, from disk. */
export interface OpenCatalog {
  readonly site: Site;
  /** The page at an address without locale and base path; undefined when there is none. */
  page(address: string, locale: string): PageOf<PageKind> | undefined;
  /** Indexes that have something to show, in the order of the navigation. */
  readonly indexes: readonly ('publications' | 'people' | 'units' | 'topics' | 'journals')[];
  /** The site's own texts in a locale, in the order of the footer. */
  textPages(locale: string): readonly Pick<TextPage, 'id' | 'title'>[];
}

/** Name of the variable that tells a render thread where the catalog lies. */
export const catalogVariable = 'COLOPHON_CATALOG';

let opened: { readonly path: string; readonly catalog: OpenCatalog } | undefined;

/** Opens the catalog that the build or the development server has compiled; the same one on every call. */
export function openCatalog(): OpenCatalog {
  const path = process.env[catalogVariable];
  if (path === undefined) throw new Error('Pages need a compiled catalog: run npm run build or npm run dev, which compile the content first.');
  if (opened?.path !== path) opened = { path, catalog: readCatalog(new CatalogStore(path, 'read')) };
  return opened.catalog;
}

function readCatalog(store: CatalogStore): OpenCatalog {
  let version = '';
  let site: Site;
  let indexes: OpenCatalog['indexes'] = [];
  let texts = new Map<string, readonly Pick<TextPage, 'id' | 'title'>[]>();
  const refresh = () => {
    // While editing, the catalog is compiled again under an open page.
    const current = store.setting('version') ?? '';
    if (current === version && site) return;
    version = current;
    site = JSON.parse(store.setting('site') ?? 'null') as Site;
    indexes = JSON.parse(store.setting('indexes') ?? '[]') as OpenCatalog['indexes'];
    texts = new Map();
  };
  refresh();
  return {
    get site() {
      refresh();
      return site;
    },
    get indexes() {
      refresh();
      return indexes;
    },
    page(address, locale) {
      const row = store.page(address, locale);
      return row && readPage(row, locale, store, site);
    },
    textPages(locale) {
      refresh();
      let pages = texts.get(locale);
      if (!pages) {
        pages = JSON.parse(store.setting(`texts ${locale}`) ?? '[]') as Pick<TextPage, 'id' | 'title'>[];
        texts.set(locale, pages);
      }
      return pages;
    },
  };
}

function readPage(row: PageRow, locale: string, store: CatalogStore, site: Site): PageOf<PageKind> {
  const entries = Object.fromEntries(
    (JSON.parse(row.entries) as string[]).map((slug) => [slug, JSON.parse(store.entry(slug) ?? 'null') as Entry]),
  );
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const locales = row.locale === '' ? site.locales : textLocales(row.address, store, site);
  const page = { ...data, address: row.address, locales: locales.length > 0 ? locales : [locale], entries };
  if (row.slug === null) return page as unknown as PageOf<PageKind>;
  const record = JSON.parse(store.record('publications', row.slug) ?? 'null') as Publication;
  return { ...page, publication: withImageSizes(record, data['images'] as ImageSizes | undefined) } as unknown as PageOf<PageKind>;
}

/** A text page exists in those locales for which it was written. */
const textLocales = (address: string, store: CatalogStore, site: Site): string[] =>
  site.locales.filter((locale) => store.page(address, locale)?.kind === 'text');

function withImageSizes(publication: Publication, sizes: ImageSizes | undefined): Publication {
  const size = publication.image && sizes?.[publication.image.src];
  return publication.image && size ? { ...publication, image: { ...publication.image, ...size } } : publication;
}

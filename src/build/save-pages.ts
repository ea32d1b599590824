import { createHash } from 'node:crypto';
import { withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import type { InstituteKind } from '../domain/institute/institute-kinds.ts';
import type { IndexKind } from '../domain/pages/page-data.ts';
import { indexRows } from '../site-plan/index-rows.ts';
import { buildPages } from '../site-plan/page-rows.ts';
import { frameBytesOf } from '../rendering/citation-files.ts';
import { digestOfRunningCode } from '../project/code-digest.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompiledContent } from './compile-content.ts';
import { digestText } from './digest-text.ts';
import { citationKey } from './proof-keys.ts';

/**
 * Plans the pages of the site, and saves those that have changed in the store. Plans nothing where the store holds the plan
 * of the same content.
 */
export function savePages(content: CompiledContent, store: CatalogStore): void {
  const { catalog, imageSizes, assets, withheld, digestOf } = content;
  const source = sourceOfPages(content, store);
  if (store.setting('pages') === source) return;
  const measured = store.citations.measured();
  const published = new Map(assets.map((asset) => [asset.output, asset]));
  const pages = buildPages(catalog, {
    digest: digestText,
    digestOf,
    imagesOf: (file) => imageSizes.get(file),
    withheldOf: (slug) => withheld.get(slug) ?? [],
    citationKeyOf: (slug) => citationKey(measured.get(slug)?.key ?? ''),
    citationBytesOf: (slug, format) => measured.get(slug)?.sizes[format] ?? 0,
    frameBytesOf,
    fileAt: (output) => published.get(output),
  });
  store.transaction(() => {
    store.replaceEntries(pages.entries);
    store.replacePages(pages.rows);
    store.setSetting('site', JSON.stringify(catalog.site));
    store.setSetting('indexes', JSON.stringify(indexesOf(catalog)));
    for (const locale of catalog.site.locales)
      store.setSetting(`texts ${locale}`, JSON.stringify(textPagesOf(catalog, locale)));
    store.setSetting('pages', source);
    store.setSetting('version', String(Number(store.setting('version') ?? '0') + 1));
  });
}

/** Digest of everything that the plan is made from: the records in their order, their files, and the code. */
function sourceOfPages({ catalog, assets, withheld, digestOf }: CompiledContent, store: CatalogStore): string {
  const { site, institute, publications, pages } = catalog;
  const { people, units, journals, topics, excluded } = institute;
  const hash = createHash('sha256');
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n');
  add([digestOfRunningCode(['src/build/save-pages.ts']), store.setting('citations')]);
  add([site, [people, units, journals, topics].map((records) => [...records]), [...excluded], pages]);
  for (const { slug, file } of publications) hash.update(`${slug} ${digestOf(file)} ${file}\n`);
  add([...withheld]);
  for (const { output, digest } of assets) hash.update(`${digest} ${output}\n`);
  return hash.digest('hex');
}

/** Digest of what every page shows besides its own data: site settings, citation styles, navigation and footer. */
export const siteDigest = ({ catalog, styleDigest }: CompiledContent): string =>
  digestText(
    JSON.stringify([
      catalog.site,
      styleDigest,
      indexesOf(catalog),
      catalog.site.locales.map((locale) => textPagesOf(catalog, locale)),
    ]),
  );

/** The order of the navigation: subjects come before journals. */
const navigation = ['people', 'units', 'topics', 'journals'] as const satisfies readonly InstituteKind[];

/** Indexes that are not empty, so that the navigation links to them. */
const indexesOf = (catalog: Catalog): readonly IndexKind[] => [
  ...(catalog.publications.length > 0 ? (['publications'] as const) : []),
  ...navigation.filter((kind) => indexRows(kind, catalog).length > 0),
  ...(withPlainSummary(catalog).length > 0 ? (['plain-language'] as const) : []),
];

/** Text pages of a locale, in the order of the footer. */
const textPagesOf = (catalog: Catalog, locale: string) =>
  catalog.pages
    .filter((page) => page.locale === locale)
    .sort((a, b) => (a.order ?? 1e9) - (b.order ?? 1e9) || (a.id < b.id ? -1 : 1))
    .map(({ id, title }) => ({ id, title }));

import { basename } from 'node:path';
import { withPlainSummary, type Catalog } from '../catalog/build-catalog.ts';
import type { InstituteKind } from '../domain/institute/institute-kinds.ts';
import { renewEntry } from '../catalog/to-entry.ts';
import type { Entry, OwnEntry } from '../domain/publication/entry.ts';
import type { IndexKind } from '../domain/pages/page-data.ts';
import { collectGarbage } from '../project/collect-garbage.ts';
import { frameBytesOf } from '../rendering/citation-files.ts';
import { indexRows } from '../site-plan/index-rows.ts';
import { buildPages } from '../site-plan/page-rows.ts';
import { patchRows } from '../site-plan/patch-rows.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompiledContent } from './compile-content.ts';
import { digestText } from './digest-text.ts';
import { isRetitled } from './connection/renew-problems.ts';
import { keepAcross, setPlanState } from './connection/kept-connection.ts';
import { KnownCitations } from './known-citations.ts';

/**
 * Plans the pages of the site, and saves those that have changed in the store. Plans nothing where the store holds the plan
 * of the same content, and only what shows the changed publications where all content is connected as before.
 */
export function savePages(content: CompiledContent, store: CatalogStore): void {
  const { state, kept, digestOf } = content;
  const changed = kept?.changed ?? [];
  const isPlanned = store.setting('pages') === state;
  if (isPlanned && changed.length === 0) return;
  store.transaction(() => {
    const patched = isPlanned ? patchedRows(content, changed, store) : undefined;
    if (patched) store.savePages(patched);
    else planPages(content, store);
    const planned =
      changed.length === 0
        ? state
        : digestText([state, ...changed.map((file) => `${file} ${digestOf(file)}`)].join('\n'));
    store.setSetting('pages', planned);
    if (kept) {
      setPlanState(store, kept.drafts, planned);
      if (kept.across) keepAcross(store, kept.drafts, kept.across);
    }
    const isShown = kept ? new Set(changed) : undefined;
    store.sources.markPlanned((file) => (isShown && !isShown.has(file) ? '' : digestOf(file)));
    store.setSetting('version', String(Number(store.setting('version') ?? '0') + 1));
  });
}

/** The rows of the plan that show publications whose text has changed; undefined where all must be planned. */
function patchedRows(content: CompiledContent, changed: readonly string[], store: CatalogStore) {
  const { site, digestOf } = content;
  // What is related to what depends on the words of all titles.
  if (site.features.related && isRetitled(changed, store)) return undefined;
  const slugs = changed.map((file) => basename(file, '.mdx'));
  for (const file of changed) renewStoredEntry(file, store);
  return patchRows(
    slugs,
    site,
    {
      at: (address) => store.page(address, ''),
      showing: (slug) => store.rowsShowing(slug),
      naming: (file) => store.rowsFrom(`[${JSON.stringify(file)},`),
    },
    {
      ...citationSources(content, store),
      entryDigestOf: (slug) => store.entryDigest(slug) ?? '',
      recordDigestOf: (slug) => digestOf(store.sources.pathOf('publications', slug) ?? ''),
    },
  );
}

function renewStoredEntry(file: string, store: CatalogStore): void {
  const slug = basename(file, '.mdx');
  const before = store.entry(slug);
  if (before === undefined) return;
  const own = JSON.parse(store.sources.requireEntry(file)) as OwnEntry;
  const json = JSON.stringify(renewEntry(own, JSON.parse(before) as Entry));
  if (json !== before) store.saveEntry(slug, digestText(json), json);
}

/** Rows of a plan after which garbage is collected: that of a million rows would be most of the memory. */
const rowsBetweenCollections = 100_000;

function planPages(content: CompiledContent, store: CatalogStore): void {
  const { catalog, imageSizes, assets, digestOf } = content;
  const published = new Map(assets.map((asset) => [asset.output, asset]));
  const whole = catalog(store);
  collectGarbage();
  let saved = 0;
  store.replacePlan((sink) =>
    buildPages(
      whole,
      {
        ...citationSources(content, store),
        digestOf,
        pageKeyOf: (slug) => store.page(`/publications/${slug}/`, '')?.key ?? '',
        entryOf: (file) => JSON.parse(store.sources.requireEntry(file)) as OwnEntry,
        imagesOf: (file) => imageSizes.get(file),
        fileAt: (output) => published.get(output),
      },
      {
        saveEntry: sink.saveEntry,
        saveRow(row) {
          sink.saveRow(row);
          saved += 1;
          if (saved % rowsBetweenCollections === 0) collectGarbage();
        },
      },
    ),
  );
  store.setSetting('site', JSON.stringify(whole.site));
  store.setSetting('indexes', JSON.stringify(indexesOf(whole)));
  for (const locale of whole.site.locales)
    store.setSetting(`texts ${locale}`, JSON.stringify(textPagesOf(whole, locale)));
}

/** Facts about citations, from the store. */
function citationSources({ site, withheld }: Pick<CompiledContent, 'site' | 'withheld'>, store: CatalogStore) {
  const known = new KnownCitations(
    store,
    site.formats.map(({ id }) => id),
  );
  return {
    digest: digestText,
    withheldOf: (slug: string) => withheld.get(slug) ?? [],
    citationKeyOf: (slug: string) => known.keyOf(slug),
    citationBytesOf: (slug: string, format: string) => known.bytesOf(slug, format),
    frameBytesOf,
  };
}

/** Digest of what every page shows besides its own data: site settings, citation styles, navigation and footer. */
export const siteDigest = ({ site, styleDigest }: CompiledContent, store: CatalogStore): string =>
  digestText(
    JSON.stringify([
      site,
      styleDigest,
      ...['indexes', ...site.locales.map((locale) => `texts ${locale}`)].map((name) => store.setting(name)),
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

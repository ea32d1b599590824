import type { MiddlewareHandler } from 'astro';
import { openCatalog, type OpenCatalog } from './catalog/open-catalog.ts';
import type { Site } from './domain/site.ts';
import { createFormatter } from './i18n/format.ts';
import { createTranslator } from './i18n/translate.ts';
import { createUrls, parsePath, type IndexKind } from './urls.ts';

const notFoundAddress = '/404/';

/** Finds the page of an address in the catalog, and everything that it needs in order to speak to its reader. */
export const onRequest: MiddlewareHandler = (context, next) => {
  const catalog = openCatalog();
  const { site } = catalog;
  const path = parsePath(context.url.pathname, site);
  const isNotFound = context.routePattern === '/404' || path?.address === '/404.html/';
  const locale = path?.locale ?? site.locales[0] ?? 'en';
  const address = isNotFound ? notFoundAddress : path?.address;
  const page = address === undefined ? undefined : catalog.page(address, locale);
  if (page === undefined) return new Response(null, { status: 404 });

  Object.assign(context.locals, {
    site,
    locale,
    page,
    t: createTranslator(locale),
    format: createFormatter(locale),
    urls: createUrls({ siteUrl: site.url, base: site.base, locales: site.locales }),
    indexes: findIndexes(catalog),
    textPages: catalog.textPages(locale),
  } satisfies App.Locals);
  return next();
};

/** The answer is the same for every page of one state of the content, and each state has a `Site` of its own. */
const indexesBySite = new WeakMap<Site, readonly IndexKind[]>();

function findIndexes(catalog: OpenCatalog): readonly IndexKind[] {
  const { site } = catalog;
  const known = indexesBySite.get(site);
  if (known !== undefined) return known;
  const kinds: readonly IndexKind[] = ['publications', 'people', 'units', 'topics', 'journals'];
  const indexes = kinds.filter((kind) => {
    const page = catalog.page(`/${kind}/`, site.locales[0] ?? 'en');
    return page !== undefined && (page.kind !== 'index' || page.rows.length > 0);
  });
  indexesBySite.set(site, indexes);
  return indexes;
}

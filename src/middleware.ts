import type { MiddlewareHandler } from 'astro';
import { openCatalog } from './catalog/open-catalog.ts';
import { findPageLocals } from './page-locals.ts';
import { parsePath } from './urls.ts';

/**
 * Finds the page of an address in the catalog. A build has found it already, when it calls the compiled templates
 * (src/rendering); this is for the development server, which gets no more than a request.
 */
export const onRequest: MiddlewareHandler = (context, next) => {
  if ('page' in context.locals) return next();
  const catalog = openCatalog();
  const path = parsePath(context.url.pathname, catalog.site);
  const isNotFound = context.routePattern === '/404' || path?.address === '/404.html/';
  const address = isNotFound ? '/404/' : path?.address;
  const locals =
    address === undefined
      ? undefined
      : findPageLocals(catalog, address, path?.locale ?? catalog.site.locales[0] ?? 'en');
  if (!locals) return new Response(null, { status: 404 });
  Object.assign(context.locals, locals);
  return next();
};

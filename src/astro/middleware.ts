import type { MiddlewareHandler } from 'astro';
import { openCatalog, type OpenCatalog } from '../store/open-catalog.ts';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import { parsePath } from '../urls.ts';

const renderers = new WeakMap<OpenCatalog, ReferenceRenderer>();

/** Loads citeproc when the development server first needs it: a build renders references before it calls the templates. */
async function referenceRenderer(catalog: OpenCatalog): Promise<ReferenceRenderer> {
  const { createReferenceRenderer } = await import('../references/citeproc.ts');
  const renderer = renderers.get(catalog) ?? createReferenceRenderer(catalog.styleLocales);
  renderers.set(catalog, renderer);
  return renderer;
}

/**
 * Finds the page of a request in the catalog, for the development server. A build finds the page itself, before it calls
 * the compiled templates (src/rendering).
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if ('page' in context.locals || !import.meta.env.DEV) return next();
  const catalog = openCatalog();
  const path = parsePath(context.url.pathname, catalog.site);
  // `DEV` is a constant, so that compiled templates do not include the writers of files.
  if (import.meta.env.DEV && path && !context.url.pathname.endsWith('/')) {
    const { writeSiteFile } = await import('../rendering/write-site-file.ts');
    // Only feeds and share pictures have a locale, and it is part of their address.
    const address = decodeURI(context.url.pathname).slice(catalog.site.base.length);
    const file = await writeSiteFile(catalog, address);
    // Browsers refuse a style of another type. For all other files, the host decides the type.
    const headers: HeadersInit = address.endsWith('.css') ? { 'Content-Type': 'text/css; charset=utf-8' } : {};
    if (file !== undefined) return new Response(typeof file === 'string' ? file : asBytes(file), { headers });
  }
  const { findPageLocals } = await import('../rendering/page-locals.ts');
  const tools = { render: await referenceRenderer(catalog) };
  const locale = path?.locale ?? catalog.site.locales[0] ?? 'en';
  const isNotFound = context.routePattern === '/404';
  const locals = path && findPageLocals(catalog, path.address, locale, tools);
  if (locals) {
    Object.assign(context.locals, locals);
    // Under a base path such as `/publications`, Astro finds no template for `/publications/publications/`. Templates read
    // `locals` alone, and any other address leads to the same one.
    return isNotFound ? next(`${catalog.site.base}/-/`) : next();
  }
  if (!isNotFound && path?.address !== '/404.html/') return new Response(null, { status: 404 });
  Object.assign(context.locals, findPageLocals(catalog, '/404/', catalog.site.locales[0] ?? 'en', tools));
  return next();
};

const asBytes = (file: Uint8Array | Iterable<Uint8Array>): Buffer<ArrayBuffer> =>
  Buffer.concat(file instanceof Uint8Array ? [file] : [...file]);

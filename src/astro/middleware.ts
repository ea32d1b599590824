import type { MiddlewareHandler } from 'astro';
import { openCatalog, type OpenCatalog } from '../store/open-catalog.ts';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import { parsePath } from '../urls.ts';

const renderers = new WeakMap<OpenCatalog, ReferenceRenderer>();

/** Loaded when it is first needed, for a build renders references before it calls the templates. */
async function referenceRenderer(catalog: OpenCatalog): Promise<ReferenceRenderer> {
  const { createReferenceRenderer } = await import('../references/citeproc.ts');
  const renderer = renderers.get(catalog) ?? createReferenceRenderer(catalog.styleLocales);
  renderers.set(catalog, renderer);
  return renderer;
}

/**
 * Finds the page of an address in the catalog. A build has found it already, when it calls the compiled templates
 * (src/rendering); this is for the development server, which gets no more than a request.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if ('page' in context.locals || !import.meta.env.DEV) return next();
  const catalog = openCatalog();
  const path = parsePath(context.url.pathname, catalog.site);
  // The condition is known when the templates are compiled, which hold no writers of files then.
  if (import.meta.env.DEV && path && !context.url.pathname.endsWith('/')) {
    const { writeSiteFile } = await import('../rendering/write-site-file.ts');
    // Files have no locale, but for feeds and pictures whose address begins with one.
    const address = decodeURI(context.url.pathname).slice(catalog.site.base.length);
    const file = await writeSiteFile(catalog, address);
    // A browser takes no style of another type; for the rest, what a server answers on the web is up to the host.
    const headers: HeadersInit = address.endsWith('.css') ? { 'Content-Type': 'text/css; charset=utf-8' } : {};
    if (file !== undefined) return new Response(typeof file === 'string' ? file : asBytes(file), { headers });
  }
  const { findPageLocals } = await import('../rendering/page-locals.ts');
  const isNotFound = context.routePattern === '/404' || path?.address === '/404.html/';
  const address = isNotFound ? '/404/' : path?.address;
  const locals =
    address === undefined
      ? undefined
      : findPageLocals(catalog, address, path?.locale ?? catalog.site.locales[0] ?? 'en', {
          render: await referenceRenderer(catalog),
          sizes: false,
        });
  if (!locals) return new Response(null, { status: 404 });
  Object.assign(context.locals, locals);
  return next();
};

const asBytes = (file: Uint8Array | Iterable<Uint8Array>): Buffer<ArrayBuffer> =>
  Buffer.concat(file instanceof Uint8Array ? [file] : [...file]);

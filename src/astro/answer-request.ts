import type { APIContext, MiddlewareNext } from 'astro';
import { createReferenceRenderer } from '../references/citeproc.ts';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import { findPageLocals } from '../rendering/page-locals.ts';
import { writeSiteFile } from '../rendering/write-site-file.ts';
import { openCatalog, type OpenCatalog } from '../store/open-catalog.ts';
import { parsePath } from '../urls.ts';

const renderers = new WeakMap<OpenCatalog, ReferenceRenderer>();

function referenceRenderer(catalog: OpenCatalog): ReferenceRenderer {
  const renderer = renderers.get(catalog) ?? createReferenceRenderer(catalog.styleLocales);
  renderers.set(catalog, renderer);
  return renderer;
}

/** Finds the page or file of a request in the catalog, for the development server. */
export async function answerRequest(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const catalog = openCatalog();
  const path = parsePath(context.url.pathname, catalog.site);
  if (path && !context.url.pathname.endsWith('/')) {
    // Only feeds and share pictures have a locale, and it is part of their address.
    const address = decodeURI(context.url.pathname).slice(catalog.site.base.length);
    const file = await writeSiteFile(catalog, address);
    // Browsers refuse a style of another type. For all other files, the host decides the type.
    const headers: HeadersInit = address.endsWith('.css') ? { 'Content-Type': 'text/css; charset=utf-8' } : {};
    if (file !== undefined) return new Response(typeof file === 'string' ? file : asBytes(file), { headers });
  }
  const tools = { render: referenceRenderer(catalog) };
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
}

const asBytes = (file: Uint8Array | Iterable<Uint8Array>): Buffer<ArrayBuffer> =>
  Buffer.concat(file instanceof Uint8Array ? [file] : [...file]);

import type { TemplatesEntry } from '../rendering/render-job.ts';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';

/** Making the app tells Astro which templates it has; its way from a request to a response is not taken. */
let app: ReturnType<typeof createApp> | undefined;

/** Compiled routes by their pattern: importing one again for every page takes longer than finding it. */
const routes = new Map<string, ReturnType<FetchState['loadComponentInstance']>>();

/**
 * HTML of a page. `path` is its address in the site, base path included. Throws when a template fails.
 *
 * Astro's app would look for the route, run the middleware, and wrap the page in a response of bytes, which costs as much
 * again as the template itself. The page is known already, and is wanted as text.
 */
export const renderPage: TemplatesEntry['renderPage'] = async (path, locals) => {
  app ??= createApp();
  const state = new FetchState(new Request(`http://localhost${path}`));
  const { routeData: route } = state;
  if (!route) throw new Error(`no template is for ${path}`);
  state.locals = locals;
  let loading = routes.get(route.route);
  if (!loading) routes.set(route.route, (loading = state.loadComponentInstance()));
  const module = await loading;
  const result = await state.createResult(module, state.getActionAPIContext());
  // As in renderPage of astro/dist/runtime/server/render/page.js (7.3.4).
  const page = module.default;
  const head = result.componentMetadata.get(page.moduleId ?? '');
  result._metadata.headInTree = head?.containsHead ?? false;
  result._metadata.routeHasPropagation = (head?.propagation ?? 'none') !== 'none';
  const html = await renderToString(result, page, {}, {}, true, route);
  if (typeof html !== 'string') throw new Error(`${path} answered ${html.status}`);
  return html;
};

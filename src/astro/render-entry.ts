import type { TemplatesEntry } from '../rendering/render-job.ts';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';

/*
 * The entry point of the compiled templates, and the only file that uses internals of Astro. Astro's public way from a
 * request to a response matches the route, runs the middleware and encodes the page as bytes, which takes as much time as the
 * template itself. `renderPage` knows the page already and needs its text. tests/unit/astro/render-entry.mocked.test.ts names the
 * version of Astro that has these internals; without them, the public way renders the same bytes.
 */

/** Astro registers its templates when the app is created. */
let app: ReturnType<typeof createApp> | undefined;

type Result = Awaited<ReturnType<FetchState['createResult']>>;

/** What renders the pages of a route, one after another. */
interface OpenRoute {
  readonly route: NonNullable<FetchState['routeData']>;
  readonly page: Awaited<ReturnType<FetchState['loadComponentInstance']>>['default'];
  /** Templates read it as `Astro.locals`; it holds those of the present page. */
  readonly locals: App.Locals;
  /** Astro's state of the present page. */
  readonly result: Result;
  /** The same as it is before a page. */
  readonly initial: Result;
}

/** By pattern. Opening a route takes Astro as long as a fifth of a page. */
const openRoutes = new Map<string, OpenRoute>();

/** HTML of the page of `locals`, whose path `path` is for messages. Throws when a template fails. */
export const renderPage: TemplatesEntry['renderPage'] = async (path, locals) =>
  (await renderWithInternals(path, locals)) ?? renderWithApp(path, locals);

/** Undefined when Astro lacks one of the internals. A thread renders one page at a time. */
export async function renderWithInternals(path: string, locals: App.Locals): Promise<string | undefined> {
  const { pattern } = routes[routeOf(locals)];
  const opened = openRoutes.get(pattern) ?? (await openRoute(path, locals));
  if (!opened) return undefined;
  // What a failed page leaves behind is not for the next one.
  openRoutes.delete(pattern);
  for (const name of Object.keys(opened.locals)) Reflect.deleteProperty(opened.locals, name);
  Object.assign(opened.locals, locals);
  Object.assign(opened.result, copyState(opened.initial));
  const html = await renderToString(opened.result, opened.page, {}, {}, true, opened.route);
  if (typeof html !== 'string') throw new Error(`${path} answered ${html.status}`);
  openRoutes.set(pattern, opened);
  return html;
}

async function openRoute(path: string, { page: { kind } }: App.Locals): Promise<OpenRoute | undefined> {
  app ??= createApp();
  const locals = { page: { kind } } as App.Locals;
  const state = new FetchState(requestFor(locals));
  const { routeData: route } = state;
  if (route?.route !== routes[routeOf(locals)].pattern) throw new Error(`no template is for ${path}`);
  if (!stateMembers.every((name) => typeof state[name] === 'function')) return undefined;
  state.locals = locals;
  const module = await state.loadComponentInstance();
  const { default: page } = module;
  const result = await state.createResult(module, state.getActionAPIContext());
  if (!resultMembers.every((name) => name in result._metadata)) return undefined;
  // As in renderPage of astro/dist/runtime/server/render/page.js.
  const metadata = result.componentMetadata.get(page.moduleId ?? '');
  result._metadata.headInTree = metadata?.containsHead ?? false;
  result._metadata.routeHasPropagation = (metadata?.propagation ?? 'none') !== 'none';
  return { route, page, locals, result, initial: copyState(result) };
}

/** A copy whose lists and sets a page may change. */
const copyState = (result: Result): Result => ({ ...copyLists(result), _metadata: copyLists(result._metadata) });

const copyLists = <State extends object>(state: State): State =>
  Object.fromEntries(
    Object.entries(state).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? [...(value as unknown[])] : value instanceof Set ? new Set(value as Set<unknown>) : value,
    ]),
  ) as State;

/** The same by the documented `app.render` (https://docs.astro.build/en/reference/adapter-reference/#apprender). */
export async function renderWithApp(path: string, locals: App.Locals): Promise<string> {
  app ??= createApp();
  const request = requestFor(locals);
  const routeData = app.match(request, true);
  if (routeData?.route !== routes[routeOf(locals)].pattern) throw new Error(`no template is for ${path}`);
  const response = await app.render(request, { locals, routeData });
  // An error that a template throws after its first part rejects here; one before that becomes a response with status 500.
  const html = await response.text();
  const status = routeData.route === '/404' ? 404 : 200;
  if (response.status !== status) throw new Error(`${path} answered ${response.status}`);
  return html;
}

const stateMembers = ['loadComponentInstance', 'createResult', 'getActionAPIContext'] as const;
const resultMembers = ['headInTree', 'routeHasPropagation'] as const;

/** The routes of src/pages: their patterns, and an address for which Astro chooses each. */
const routes = {
  page: { pattern: '/[...address]', address: '/-/' },
  embed: { pattern: '/[...list]/embed', address: '/-/embed/' },
  'not-found': { pattern: '/404', address: '/404/' },
} as const;

const routeOf = ({ page: { kind } }: App.Locals): keyof typeof routes =>
  kind === 'embed' || kind === 'not-found' ? kind : 'page';

/**
 * A request for which Astro chooses the template of a page. Templates read `locals` alone, so that each kind of page has one
 * request. Astro removes the base path from the front of a path, and its router removes it once more: under the base path
 * `/publications` it finds no template for `/publications/publications/`. A path with the base path twice is not ambiguous.
 */
function requestFor(locals: App.Locals): Request {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return new Request(`http://localhost${base}${base}${routes[routeOf(locals)].address}`);
}

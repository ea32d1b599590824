import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { projectDir } from '../../../src/project/settings.ts';

/** The version of Astro whose internals src/astro/render-entry.ts uses. */
const version = '7.3.4';

/** The route of most pages. */
const route = '/[...address]';

const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');
const astro = (path: string): string => read(`node_modules/astro/${path}`);

/**
 * After an upgrade of Astro: compare `renderWithInternals` with the files below, run tests/build/render-entry.test.ts, and
 * write the new version here.
 */
describe('the internals of Astro that render a page', () => {
  test('are those of the version that is installed', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Readonly<Record<string, string>> };
    expect(dependencies['astro']).toBe(version);
    expect(JSON.parse(astro('package.json'))).toMatchObject({ version });
  });

  test.each([
    ['dist/core/fetch/fetch-state.js', '\n  async loadComponentInstance() {'],
    ['dist/core/fetch/fetch-state.js', '\n  async createResult(mod, ctx) {'],
    ['dist/core/fetch/fetch-state.js', '\n  getActionAPIContext() {'],
    ['dist/core/fetch/index.js', 'constructor(request) {'],
    ['dist/runtime/server/render/page.js', 'result._metadata.headInTree = pageMeta?.containsHead ?? false;'],
    [
      'dist/runtime/server/render/page.js',
      '_metadata.routeHasPropagation = isPropagatingHint(pageMeta?.propagation ??',
    ],
    ['dist/runtime/server/render/page.js', 'renderToString(result, componentFactory, props, children, true, route)'],
    ['dist/core/head-propagation/resolver.js', 'return hint === "self" || hint === "in-tree";'],
  ])('%s has %s', (file, code) => {
    expect(astro(file).includes(code)).toBe(true);
  });
});

describe('a page whose internals are missing in Astro', () => {
  afterEach(() => {
    vi.doUnmock('astro/app/entrypoint');
    vi.doUnmock('astro/fetch');
    vi.doUnmock('astro/runtime/server/index.js');
    vi.resetModules();
  });

  const locals = { page: { kind: 'home' } } as App.Locals;

  test.each([
    ['a method of its state', { routeData: { route } }],
    [
      'metadata of its result',
      {
        routeData: { route },
        loadComponentInstance: () => Promise.resolve({ default: () => undefined }),
        getActionAPIContext: () => ({}),
        createResult: () => Promise.resolve({ _metadata: { headInTree: false } }),
      },
    ],
  ])('is rendered by the documented app: %s', async (_, state) => {
    const render = vi.fn(() => Promise.resolve(new Response('<p>page</p>')));
    mockAstro(state, render);
    const { renderPage } = await import('../../../src/astro/render-entry.ts');
    expect(await renderPage('/base/', locals)).toBe('<p>page</p>');
    expect(render).toHaveBeenCalledWith(expect.objectContaining({ url: 'http://localhost/-/' }), {
      locals,
      routeData: { route },
    });
  });

  test('fails when the app answers with an error', async () => {
    mockAstro({ routeData: { route } }, () => Promise.resolve(new Response('', { status: 500 })));
    const { renderPage } = await import('../../../src/astro/render-entry.ts');
    await expect(renderPage('/base/', locals)).rejects.toThrow('/base/ answered 500');
  });
});

function mockAstro(state: object, render: () => Promise<Response>): void {
  vi.resetModules();
  vi.doMock('astro/app/entrypoint', () => ({ createApp: () => ({ match: () => ({ route }), render }) }));
  vi.doMock('astro/fetch', () => ({
    FetchState: function FetchState() {
      return state;
    },
  }));
  vi.doMock('astro/runtime/server/index.js', () => ({ renderToString: () => Promise.resolve('<p>internals</p>') }));
}

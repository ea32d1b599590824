import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTemplates } from '../../src/astro/compile-templates.ts';
import { isFileAddress } from '../../src/domain/pages/site-file.ts';
import { createReferenceRenderer } from '../../src/references/citeproc.ts';
import { findPageLocals } from '../../src/rendering/page-locals.ts';
import { CatalogStore } from '../../src/store/catalog-store.ts';
import { catalogVariable, openCatalog } from '../../src/store/open-catalog.ts';
import { siteFolder } from '../support/site-folder.ts';
import { sharedSite } from '../support/shared-site.ts';

type RenderEntry = typeof import('../../src/astro/render-entry.ts');

/** A page of the gallery with everything that its templates need. */
interface RequestedPage {
  readonly path: string;
  readonly locals: App.Locals;
}

let entry: RenderEntry;
let pages: readonly RequestedPage[];

beforeAll(async () => {
  const { settings } = await sharedSite(siteFolder('gallery'));
  process.env[catalogVariable] = settings.catalogFile;
  const catalog = openCatalog();
  const { folder } = await compileTemplates(settings, catalog.site.base);
  entry = (await import(pathToFileURL(join(folder, 'server/entry.mjs')).href)) as RenderEntry;
  const store = new CatalogStore(settings.catalogFile, 'read');
  const render = createReferenceRenderer(catalog.styleLocales);
  pages = [...store.pageKeys()]
    .filter(({ address }) => !isFileAddress(address))
    .flatMap(({ address, locale, kind }) =>
      (locale === '' ? catalog.site.locales : [locale]).flatMap((code): readonly RequestedPage[] => {
        const locals = findPageLocals(catalog, address, code, { render });
        if (!locals || (kind === 'not-found' && code !== catalog.site.locales[0])) return [];
        return [{ path: kind === 'not-found' ? `${catalog.site.base}/404/` : locals.urls.page(address, code), locals }];
      }),
    );
  store.close();
});

describe('the entry point of the compiled templates', () => {
  test('renders each page with the internals of Astro as with its documented app', async () => {
    expect(new Set(pages.map(({ locals }) => locals.page.kind)).size).toBeGreaterThan(10);
    const different: string[] = [];
    for (const { path, locals } of pages) {
      const html = await entry.renderWithInternals(path, locals);
      // Undefined would mean that this version of Astro lacks one of the internals.
      if (html === undefined || html !== (await entry.renderWithApp(path, locals))) different.push(path);
    }
    expect(different).toEqual([]);
  });

  test('fails in both ways when a template fails', async () => {
    const { path, locals } = pages.find(({ locals: { page } }) => page.kind === 'publication')!;
    const broken = { ...locals, t: () => fail() } as App.Locals;
    await expect(entry.renderWithInternals(path, broken)).rejects.toThrow('no words');
    await expect(entry.renderWithApp(path, broken)).rejects.toThrow();
    // Nothing of the failed page is in the next one.
    expect(await entry.renderWithInternals(path, locals)).toBe(await entry.renderWithApp(path, locals));
  });
});

function fail(): never {
  throw new Error('no words');
}

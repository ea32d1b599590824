import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../src/project/settings.ts';
import { CatalogStore } from '../../src/store/catalog-store.ts';
import { indexedRecord } from '../../src/search/search-record.ts';
import { foldTokens } from '../../src/search/fold.ts';
import { type BuiltSite, listFiles, siteFolder } from '../support/build-site.ts';
import { readHtml, textOf } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';

let site: BuiltSite;
const textIn = (path: string): string => textOf(readHtml(site.read(path)).all('body')[0]!);

beforeAll(async () => {
  site = await sharedSite(siteFolder('own-design'));
});

test('the site with its own design has no problem', () => {
  expect(site.problems).toEqual([]);
  expect(site.rendered).toBeDefined();
});

test('tokens of theme.css are in the style sheet of the site', () => {
  expect(site.read('accent.css')).toMatch(/--paper:light-dark\(#fffdf7,/);
});

test('words of the institute go before those of Colophon, in their language alone', () => {
  expect(textIn('index.html')).toContain('New from our laboratories');
  expect(textIn('index.html')).toContain('Papers');
  expect(textIn('index.html')).not.toContain('Latest');
  expect(textIn('fa/index.html')).toContain('تازه‌های آزمایشگاه');
  expect(textIn('fa/index.html')).not.toContain('Papers');
});

test('a style of the institute writes references', () => {
  expect(textIn('publications/doses/index.html')).toContain('House: Doses for small animals (2024).');
});

test('own fields stand among the facts, with their label in each language', () => {
  expect(textIn('publications/doses/index.html')).toMatch(/Patent family\s*EP.1234567/);
  expect(textIn('publications/doses/index.html')).toContain('Zeisscope quorvex');
  expect(textIn('fa/publications/doses/index.html')).toMatch(/خانوادهٔ ثبت اختراع\s*ای‌پی/);
});

test('own fields are found by the search', () => {
  const store = new CatalogStore(site.settings.catalogFile, 'read');
  const publication = JSON.parse(store.sources.requireRecord('publications/2024/doses.mdx')) as never;
  store.close();
  const { body } = indexedRecord({ publication, people: new Map(), units: [], topics: [] });
  expect(body).toEqual(expect.arrayContaining([...foldTokens('quorvex'), ...foldTokens('Patent family')]));
});

test('a component of the institute is in a body, with its style in a file', () => {
  expect(site.read('publications/doses/index.html')).toMatch(/<p class="dose"[^>]*>\s*<b[^>]*>5 mg<\/b>/);
  const styles = listFiles(site.settings.outDir).filter((path) => path.endsWith('.css'));
  expect(styles.some((path) => /\.dose\b/.test(site.read(path)))).toBe(true);
});

test('parts of pages are replaced on every page, and may show those of Colophon', () => {
  for (const path of ['index.html', 'fa/index.html', 'team/index.html', 'publications/doses/index.html', '404.html']) {
    const html = site.read(path);
    expect(html, path).toContain('Founded in 1962');
    expect(html, path).toContain('class="site-head"');
    expect(html, path).toContain('Our own foot');
    expect(html.slice(html.indexOf('<footer')), path).not.toContain('feed.xml');
  }
  expect(textIn('index.html')).toContain('We have published 1 papers.');
  expect(textIn('fa/index.html')).toContain('۱');
  expect(textIn('publications/doses/index.html')).toContain('Shelf mark: DOSES');
  expect(textIn('team/index.html')).not.toContain('We have published');
});

test('each way is in the manual, with the folder of its example', () => {
  const manual = readFileSync(join(readSettings({}).publicDir, '../docs/own-design.md'), 'utf8');
  for (const name of listFiles(siteFolder('own-design')).map((path) => path.split('/')[0]!))
    if (name !== 'site.yaml') expect(manual).toContain(`content/${name}`);
});

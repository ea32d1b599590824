import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testLayout } from './search-layout.ts';
import { testQueries } from './search-queries.ts';
import { answered, countOf, openSearchSite } from './search-site.ts';
import { testUse } from './search-use.ts';

const site = openSearchSite();

describe('what people type', () => testQueries(site, 'en'));
describe('the page in en', () => testUse(site, 'en'));
// Persian in all that it changes; the rest is the same program, and in the slow tests.
describe.each(['en', 'fa'] as const)('what depends on the language %s', (locale) => testLayout(site, locale));

test('an index that cannot be loaded is told, and ways to browse are shown', async () => {
  const page = await site.open('/');
  await page.route('**/search/documents.json', (route) => route.abort());
  await page.goto('/search/?q=water');
  await page.locator('[data-count]', { hasText: 'could not be loaded' }).waitFor();
  await expect.poll(() => page.locator('[data-browse] a').first().isVisible()).toBe(true);
});

/** What a query may need besides the scripts of the page, by what the file exports. */
const rarer = {
  suggestions: ['suggestionList'],
  'a word to correct': ['correctWords'],
  operators: ['readOperators'],
  identifiers: ['findIdentified'],
  'another keyboard': ['otherKeyboards'],
};
const kinds = Object.keys(rarer) as (keyof typeof rarer)[];

describe.each(['openPagefind', 'openTermFiles'])('the scripts of a query with %s', (index) => {
  const scripts = () => {
    const { read, settings } = site.site;
    const importedBy = (files: Iterable<string>, by: RegExp) =>
      [...files].flatMap((file) => Array.from(read(file).matchAll(by), ([, path]) => `_astro/${path!}`));
    const withImports = (files: readonly string[]): Set<string> => {
      const all = new Set(files);
      for (const file of all)
        for (const path of importedBy([file], /(?:from|import)\s*["']\.\/([^"']+)["']/g)) all.add(path);
      return all;
    };
    const inPage = withImports(
      Array.from(read('search/index.html').matchAll(/<script[^>]+src="\/([^"]+)"/g), ([, path]) => path!),
    );
    const later = new Set(importedBy(inPage, /import\(["'`]\.\/([^"'`]+)["'`]\)/g));
    const fileOf = (program: string): string => {
      const own = [...later].filter((path) => new RegExp(`export ?\\{[^}]*\\b${program}\\b`).test(read(path)));
      expect(own, program).toHaveLength(1);
      return own[0]!;
    };
    return {
      all: (programs: readonly string[]) => withImports([...inPage, ...programs.map(fileOf)]),
      size: (files: Iterable<string>) =>
        [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(settings.outDir, file))).byteLength, 0),
    };
  };

  test('are few, and are small whatever it needs', () => {
    const { all, size } = scripts();
    // Each is a request of the first query.
    expect(all([index]).size).toBeLessThanOrEqual(7);
    expect(all([index]).size).toBeGreaterThan(3);
    for (const one of kinds)
      for (const other of kinds) {
        const bytes = size(all([index, ...rarer[one], ...rarer[other]]));
        expect(bytes, `${one}, ${other}`).toBeGreaterThan(20_000);
        expect(bytes, `${one}, ${other}`).toBeLessThan(30_000);
      }
  });
});

test('works under a policy that allows the site itself and WebAssembly only', async () => {
  const page = await site.open('/');
  await page.route('**/search/?q=water', async (route) => {
    const response = await route.fetch();
    // The theme and the brand colours still stand in every page; they are not of the search.
    const body = (await response.text()).replace(/<script>.*?<\/script>/gs, '').replace(/<style>.*?<\/style>/gs, '');
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'";
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto('/search/?q=water');
  await answered(page);
  await expect.poll(() => countOf(page)).toBe(2);
  expect(refused).toEqual([]);
});

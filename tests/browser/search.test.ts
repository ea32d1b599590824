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

test.each([
  ['openPagefind'],
  ['openTermFiles'],
  // A query for which suggestions came before.
  ['openTermFiles', 'suggestions'],
  // A word to correct, and operators.
  ['openPagefind', 'correctWords'],
  ['openPagefind', 'parseWithOperators'],
])(
  'the scripts of a first query are small with %s %s, and none of them or of the styles stands in the page',
  (...programs) => {
    const { read, settings } = site.site;
    const html = read('search/index.html');
    const files = new Set(Array.from(html.matchAll(/<script[^>]+src="\/([^"]+)"/g), ([, path]) => path!));
    const imported = (file: string, by: RegExp) => Array.from(read(file).matchAll(by), ([, path]) => `_astro/${path!}`);
    const addImported = () => {
      for (const file of files)
        for (const path of imported(file, /(?:from|import)\s*["']\.\/([^"']+)["']/g)) files.add(path);
    };
    addImported();
    // Loaded when the page has read which index the site has.
    const later = new Set([...files].flatMap((file) => imported(file, /import\(["'`]\.\/([^"'`]+)["'`]\)/g)));
    for (const program of programs) {
      const own = [...later].filter((path) => new RegExp(`export ?\\{[^}]*\\b${program}\\b`).test(read(path)));
      expect(own).toHaveLength(1);
      files.add(own[0]!);
    }
    addImported();
    const size = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(settings.outDir, file))).byteLength,
      0,
    );
    expect(files.size).toBeGreaterThan(3);
    // Each is a request of the first query.
    expect(files.size).toBeLessThanOrEqual(programs.length + 7);
    expect(size).toBeGreaterThan(5000);
    expect(size).toBeLessThan(30_000);
  },
);

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

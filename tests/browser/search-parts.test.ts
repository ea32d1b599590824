import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { SearchSource } from '../../src/domain/pages/search-source.ts';
import { prepareSearchIndex } from '../../src/search/search-index.ts';
import { serveForBench, type BenchServer } from '../bench/search-server.ts';
import { temporaryFolder } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { makePublication } from '../support/make.ts';

/** Twenty-five publications in parts of ten; one word stands in the last part alone. */
const sources = Array.from({ length: 25 }, (_, index): SearchSource => ({
  publication: makePublication({
    slug: `example-${index}`,
    title: `Umbrellas of kind ${index}${index === 23 ? ' and one lantern' : ''}`,
    published: String(2000 + index),
    body: 'Umbrellas were counted.',
  }),
  people: new Map(),
  units: [],
  topics: [],
}));

let server: BenchServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const folder = temporaryFolder();
  await prepareSearchIndex({
    folder,
    key: 'parts',
    count: sources.length,
    parts: { largestWhole: 20, perPart: 10 },
    sources: () => sources,
  });
  server = await serveForBench(join(folder, 'parts'));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${server.origin}/~empty`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Answer {
  readonly parts: readonly string[];
  readonly documents: readonly number[];
  readonly unknown: readonly string[];
  readonly slugs: readonly string[];
}

/** As text, because Vitest would replace the import by its own. */
const find = (query: string): Promise<Answer> =>
  page.evaluate(`(async (text) => {
    const { openSearch } = await import('/~source/src/search/search-client.ts');
    const search = await openSearch('/');
    const { documents, unknown } = await search.find(text);
    return { parts: search.documents.parts, documents, unknown, slugs: await search.slugs(documents) };
  })(${JSON.stringify(query)})`);

test('an index in parts is searched as one', async () => {
  const { parts, documents, slugs } = await find('umbrellas');
  expect(parts).toEqual(['pagefind/', 'pagefind/2/', 'pagefind/3/']);
  expect(documents.toSorted((a, b) => a - b)).toEqual(sources.map((_, index) => index));
  expect(slugs).toContain('example-24');
});

test('a word that only one part has is asked of all', async () => {
  expect(await find('umbrellas lantern')).toMatchObject({ slugs: ['example-23'], unknown: [] });
  expect(await find('"one lantern"')).toMatchObject({ slugs: ['example-23'] });
  expect(await find('umbrellas elephant')).toMatchObject({ unknown: ['elephant'] });
});

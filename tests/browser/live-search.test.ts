import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { contentFolder } from '../support/build-site.ts';
import { startDevServer, type DevServer } from '../support/dev-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { publicationText } from '../support/make.ts';
import { answered, ask, shownSlugs } from './search-site.ts';

/* The search of `npm run dev`: it answers from the last index, and a change of the content makes a new one. */

const lantern = { slug: 'lantern-2024', title: 'A lantern that was never lit', authors: ['Fictus, Ada'] };
const folder = contentFolder({ 'publications/lantern-2024.mdx': publicationText({ ...lantern, published: '2024' }) });
let server: DevServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  server = await startDevServer({ CONTENT_DIR: folder });
  origin = server.origin;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test.each(['', '/fa'])('finds what is written, and what is added meanwhile, at %s/search/', async (prefix) => {
  const page = await browser.newPage();
  await page.goto(`${origin}${prefix}/search/?q=lantern`);
  await answered(page);
  expect(await shownSlugs(page)).toEqual(['lantern-2024']);
  const word = prefix === '' ? 'umbrella' : 'teapot';
  const added = {
    slug: `${word}-2025`,
    title: `An ${word} without rain`,
    authors: ['Fictus, Ada'],
    published: '2025',
  };
  writeFileSync(join(folder, `publications/${added.slug}.mdx`), publicationText(added));
  await expect.poll(() => found(page, prefix, word), { timeout: 300_000, interval: 1000 }).toEqual([added.slug]);
  await page.close();
});

async function found(page: Page, prefix: string, word: string): Promise<readonly string[]> {
  await page.goto(`${origin}${prefix}/search/`);
  await answered(page);
  await ask(page, word);
  return shownSlugs(page);
}

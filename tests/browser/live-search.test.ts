import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { contentFolder } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { publicationText } from '../support/make.ts';
import { startCommand, type RunningCommand } from '../support/run-command.ts';
import { answered, ask, shownSlugs } from './search-site.ts';

/* The search of `npm run dev`: it answers from the last index, and a change of the content makes a new one. */

const lantern = { slug: 'lantern-2024', title: 'A lantern that was never lit', authors: ['Fictus, Ada'] };
const folder = contentFolder({ 'publications/lantern-2024.mdx': publicationText({ ...lantern, published: '2024' }) });
let server: RunningCommand;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  // Astro serves otherwise when it believes that it is tested itself.
  server = startCommand('dev', { CONTENT_DIR: folder, PORT: '0', NODE_ENV: 'development', VITEST: '' });
  browser = await launchBrowser();
  origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    for (const stream of [server.child.stdout, server.child.stderr])
      stream?.on('data', (text: string) => {
        output += text;
        const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (address !== undefined && output.includes('search index ready')) resolve(address);
      });
    void server.done.then(({ code }) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
});
afterAll(async () => {
  await browser?.close();
  server?.child.kill();
  await server?.done.catch(() => undefined);
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

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder, siteFolder, temporaryFolder, writeFiles } from '../support/build-site.ts';
import { attribute, readHtml } from '../support/read-html.ts';

test('each part of a page may be replaced without the part of Colophon, and every page is built', async () => {
  const content = temporaryFolder();
  cpSync(siteFolder('gallery'), content, { recursive: true });
  writeFiles(join(content, 'parts'), {
    'head.astro': '<header>Own head</header>',
    'foot.astro': '<footer>Own foot</footer>',
    'home.astro': '<h1>Own home</h1>',
    'publication-aside.astro': '<aside>Own facts</aside>',
  });
  const { problems, rendered, read } = await buildFolder(content);
  expect(problems).toEqual([]);
  expect(rendered).toBeDefined();
  const page = read('publications/index.html');
  for (const words of ['Own head', 'Own foot']) expect(page).toContain(words);
  expect(page).not.toContain('class="site-head"');
  // Our foot names all accounts, so that a line of them may be short; one of the institute may name none.
  const accounts = readHtml(page)
    .all('a')
    .filter((link) => attribute(link, 'href')?.includes('.example.org/'));
  expect(accounts.length).toBeGreaterThan(10);
  expect(page).not.toContain('#follow');
});

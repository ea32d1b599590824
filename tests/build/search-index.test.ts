import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder, copyOf, copySite, digestsOf, siteFolder } from '../support/build-site.ts';
import { sharedSite } from '../support/shared-site.ts';

const small = siteFolder('small');

test('an index is made again only when a record has changed', async () => {
  const folder = copyOf(small);
  const site = await buildFolder(folder);
  const documents = () => statSync(join(site.settings.outDir, 'search/documents.json')).mtimeMs;
  const kept = () => statSync(join(site.settings.cacheDir, 'search')).mtimeMs;
  const [before, cache] = [documents(), kept()];
  edit(join(folder, 'pages/en/about.mdx'), '**invented**', '**wholly invented**');
  await site.rebuild();
  expect([documents(), kept()]).toEqual([before, cache]);
  edit(join(folder, 'publications/2022/baran-2022-dust.mdx'), 'Dust was described.', 'Dust was weighed.');
  const again = await site.rebuild();
  expect(kept()).not.toBe(cache);
  expect(
    again.files().filter((path) => path.startsWith('search/words/') && again.read(path).includes('weigh')),
  ).not.toEqual([]);
});

test('a failed index fails the build, and leaves the last site as it was', async () => {
  const site = copySite(await sharedSite(small));
  const folder = site.settings.contentDir;
  const before = digestsOf(site.settings.outDir);
  edit(join(folder, 'publications/2022/baran-2022-dust.mdx'), 'Dust was described.', 'Dust was weighed.');
  const place = join(site.settings.cacheDir, 'search');
  rmSync(place, { recursive: true });
  writeFileSync(place, 'no folder can be made here');
  await expect(site.rebuild()).rejects.toThrow();
  expect(digestsOf(site.settings.outDir)).toEqual(before);
  rmSync(place);
  mkdirSync(place);
  const again = await site.rebuild();
  expect(again.problems).toEqual([]);
  expect(digestsOf(site.settings.outDir)).not.toEqual(before);
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

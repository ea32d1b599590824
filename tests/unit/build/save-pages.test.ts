import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import { savePages } from '../../../src/build/save-pages.ts';
import { readSettings } from '../../../src/project/settings.ts';
import { contentFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';

const site = 'institute: { en: A }\nplatform: { en: P }\nurl: https://papers.example.edu\nstyles: []\n';

/** Number of times that pages were saved, after a step that changes the content. */
async function savedAfter(change: (folder: string) => void): Promise<readonly [before: number, after: number]> {
  const folder = contentFolder({ 'site.yaml': site, 'publications/a.mdx': publicationText({ title: 'A' }) });
  const settings = readSettings({ CONTENT_DIR: folder, CACHE_DIR: join(temporaryFolder(), 'cache') });
  const save = async () => {
    const { content, store } = await readContentFolder(settings, { drafts: false });
    savePages(content!, store!);
    const version = Number(store!.version());
    const rows = [...store!.pageKeys()].length;
    store!.close();
    expect(rows).toBeGreaterThan(5);
    return version;
  };
  const before = await save();
  change(folder);
  return [before, await save()];
}

test('pages are not planned again where nothing has changed', async () => {
  expect(await savedAfter(() => {})).toEqual([1, 1]);
});

test.each([
  ['a record', 'publications/a.mdx', publicationText({ title: 'B' })],
  ['another record', 'publications/b.mdx', publicationText({ title: 'B' })],
  ['a person', 'people/x.yaml', 'name: Karimi, Sara\n'],
  ['a text page', 'pages/en/about.mdx', '---\ntitle: About\n---\nText.\n'],
  ['a setting', 'site.yaml', `${site}features: { statistics: false }\n`],
])('%s plans them again', async (_, path, text) => {
  expect(await savedAfter((folder) => writeFiles(folder, { [path]: text }))).toEqual([1, 2]);
});

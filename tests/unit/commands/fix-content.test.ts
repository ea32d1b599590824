import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixContent } from '../../../src/commands/fix-content.ts';
import { checkFolder, contentFolder } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';

test('invisible characters are removed from every kind of file, and from no file in another encoding', async () => {
  const folder = contentFolder({
    'publications/a.mdx': publicationText({ title: 'A \u200etitle', body: 'Co\u00adoperation.' }),
    'pages/en/about.mdx': '---\ntitle: About\n---\nWo\u00adrds.\n',
  });
  const names = async () => (await checkFolder(folder)).map(({ name }) => name);
  expect((await names()).filter((name) => name === 'invisible-removed')).toHaveLength(2);
  const fixes = fixContent(folder);
  expect(fixes.map(({ file, to }) => `${file} ${to}`).sort()).toEqual([
    'pages/en/about.mdx removed',
    'publications/a.mdx removed',
  ]);
  expect(await names()).not.toContain('invisible-removed');
  expect(readFileSync(join(folder, 'publications/a.mdx'), 'utf8')).toContain('Cooperation.');
  expect(fixContent(folder)).toEqual([]);
  const latin = join(folder, 'publications/a.mdx');
  const bytes = Buffer.concat([Buffer.from('\ufeff---\ntitle: M'), Buffer.from([0xfc]), Buffer.from('ller\n---\n')]);
  writeFileSync(latin, bytes);
  expect(fixContent(folder)).toEqual([]);
  expect(readFileSync(latin)).toEqual(bytes);
});

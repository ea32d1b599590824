import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { readAssets } from '../../../src/compile/read-assets.ts';
import { temporaryFolder, writeFiles } from '../../support/build-site.ts';

let png: Buffer;
beforeAll(async () => {
  png = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
});

const owner = (sources: readonly string[]) => ({ file: 'publications/a.mdx', folder: 'publications/a/', sources });
const read = (folder: string, sources: readonly string[]) =>
  readAssets(folder, [owner(sources)], () => ({ line: 1, column: 1 }));

describe('files beside a page', () => {
  test('are served beside it, once, also when they are named several times in different ways', async () => {
    const folder = writeFiles(temporaryFolder(), { 'publications/x.png': png, 'publications/t.csv': 'a,b' });
    const { files, sizes, problems } = await read(folder, ['./x.png', 'x.png', './t.csv']);
    expect(problems).toEqual([]);
    expect(files.map(({ file, output }) => [file, output])).toEqual([
      ['publications/x.png', 'publications/a/x.png'],
      ['publications/t.csv', 'publications/a/t.csv'],
    ]);
    expect(sizes.get('publications/a.mdx')).toEqual({
      './x.png': { width: 6, height: 4 },
      'x.png': { width: 6, height: 4 },
    });
  });

  test('are found in either form of their accents, and served by the name that the page has', async () => {
    const [composed, apart] = ['r\u00e9sum\u00e9.png', 're\u0301sume\u0301.png'];
    for (const [onDisk, written] of [
      [apart, composed],
      [composed, apart],
      [`${apart}/${apart}`, `${composed}/${composed}`],
    ] as const) {
      const folder = writeFiles(temporaryFolder(), { [`publications/${onDisk}`]: png });
      const { files, sizes, problems } = await read(folder, [`./${written}`]);
      expect(problems).toEqual([]);
      expect(files).toMatchObject([{ file: `publications/${onDisk}`, output: `publications/a/${written}` }]);
      expect(Object.keys(sizes.get('publications/a.mdx') ?? {})).toEqual([`./${written}`]);
    }
  });

  test.each([
    ['./Figure.png', 'figure.PNG', './figure.PNG'],
    ['sub/x.png', 'Sub/x.png', 'Sub/x.png'],
    ['./\u00c9.png', 'e\u0301.png', './e\u0301.png'],
  ])('are not found with other capitals, on any system: %s for %s', async (written, onDisk, hint) => {
    const folder = writeFiles(temporaryFolder(), { [`publications/${onDisk}`]: png });
    const { files, problems } = await read(folder, [written]);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([
      {
        name: 'asset-missing',
        message: expect.stringContaining(onDisk) as string,
        hint: `write ${hint}, or rename the file`,
      },
    ]);
  });

  test.each([
    ['./nowhere.png', 'asset-missing'],
    ['/etc/x.png', 'asset-name'],
    ['C:\\x.png', 'asset-name'],
    ['..\\secret.png', 'asset-name'],
    ['sub/../../secret.png', 'asset-outside'],
    ['sub\\x.png', 'asset-name'],
    ['con.png', 'asset-name'],
    ['aux/x.png', 'asset-name'],
    ['x.png.', 'asset-name'],
    ['.x.png', 'asset-name'],
    ['a:b.png', 'asset-name'],
    ['a\u202eb.png', 'asset-name'],
    [`${'ä'.repeat(120)}.png`, 'asset-name'],
    ['./feed.json', 'asset-name-taken'],
    ['./folder.png', 'asset-missing'],
    ['../secret.png', 'asset-outside'],
    ['./link.png', 'asset-outside'],
    ['./code.js', 'asset-unknown'],
    ['./page.html', 'asset-unknown'],
    ['./none', 'asset-unknown'],
    ['./jpeg.png', 'image-malformed'],
    ['./text.jpg', 'image-malformed'],
    ['./empty.svg', 'image-malformed'],
    ['./code.svg', 'drawing-not-safe'],
    ['./huge.svg', 'image-too-large'],
    ['./text.pdf', 'file-malformed'],
    ['./text.mp4', 'file-malformed'],
  ])('are refused where they cannot be served: %s', async (source, name) => {
    const outside = writeFiles(temporaryFolder(), { 'secret.png': png });
    const jpeg = await sharp(png).jpeg().toBuffer();
    const folder = writeFiles(temporaryFolder(), {
      'secret.png': png,
      'publications/code.js': 'x',
      'publications/page.html': 'x',
      'publications/none': 'x',
      'publications/feed.json': '{}',
      'publications/jpeg.png': jpeg,
      'publications/text.jpg': 'x',
      'publications/empty.svg': '',
      'publications/code.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>',
      'publications/huge.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>',
      'publications/text.pdf': 'x',
      'publications/text.mp4': 'x',
    });
    mkdirSync(join(folder, 'publications/folder.png'));
    symlinkSync(join(outside, 'secret.png'), join(folder, 'publications/link.png'));
    const { files, problems } = await read(folder, [source]);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ name, severity: 'error', file: 'publications/a.mdx', line: 1 }]);
  });

  test('are refused where two of them would be one file on macOS and Windows', async () => {
    const folder = writeFiles(temporaryFolder(), { 'publications/x.png': png, 'publications/X.png': png });
    const { problems } = await read(folder, ['x.png', './X.png']);
    expect(problems.map(({ name, message }) => [name, message])).toEqual([
      ['asset-name-taken', './X.png and x.png are one file on systems that do not distinguish capitals'],
    ]);
  });
});

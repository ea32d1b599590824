import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildFolder,
  copyOf,
  differingFiles,
  digestsOf,
  listFiles,
  siteFolder,
  temporaryFolder,
  writeFiles,
  type BuiltSite,
  type OwnSite,
} from '../support/build-site.ts';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/table.ts';
import { publicationText } from '../support/make.ts';
import { sharedSite } from '../support/shared-site.ts';

const small = siteFolder('small');

/** What the small site has to be, whatever happened before it was built. */
let expected: Record<string, string>;

beforeAll(async () => {
  const { problems, settings } = await sharedSite(small);
  expect(problems).toEqual([]);
  expected = digestsOf(settings.outDir);
});

describe('the same content gives the same bytes', () => {
  test('from a copy whose files were made in another order, at another time', async () => {
    const folder = temporaryFolder();
    for (const path of listFiles(small).reverse()) {
      writeFiles(folder, { [path]: readFileSync(join(small, path)) });
      utimesSync(join(folder, path), 1e9, 1e9);
    }
    expect(differingFiles(expected, digestsOf((await built(folder)).settings.outDir))).toEqual([]);
  });

  test('after the cache was deleted, or filled with rubbish', async () => {
    const site = await built(small);
    rmSync(site.settings.cacheDir, { recursive: true });
    await rebuilt(site);
    expect(differingFiles(expected, digestsOf(site.settings.outDir))).toEqual([]);
    const database = readFileSync(site.settings.catalogFile);
    for (const rubbish of [
      Buffer.alloc(5000, 'rubbish'),
      damagedInside(database),
      database.subarray(0, database.length / 2),
      Buffer.alloc(0),
    ]) {
      for (const suffix of ['-wal', '-shm']) rmSync(site.settings.catalogFile + suffix, { force: true });
      writeFileSync(site.settings.catalogFile, rubbish);
      await rebuilt(site);
      expect(differingFiles(expected, digestsOf(site.settings.outDir))).toEqual([]);
    }
  });

  test('after files of the site were deleted or changed by somebody', async () => {
    const site = await built(small);
    const { outDir } = site.settings;
    rmSync(join(outDir, 'index.html'));
    rmSync(join(outDir, 'publications/tufan-2024-pebbles.ris'));
    rmSync(join(outDir, 'publications/baran-2024-brooks'), { recursive: true });
    writeFileSync(join(outDir, 'fa/index.html'), 'changed');
    await rebuilt(site);
    expect(differingFiles(expected, digestsOf(outDir))).toEqual([]);
  });

  test('whether a site is patched or made whole', async () => {
    const folder = copyOf(small);
    const patched = await built(folder);
    change(folder, 'publications/2024/tufan-2024-pebbles.mdx', 'To weigh pebbles.', 'To weigh and count pebbles.');
    rmSync(join(folder, 'publications/2023/tufan-2023-rig.mdx'));
    writeFiles(folder, {
      'publications/2025/tufan-2025-new.mdx': publicationText({
        title: 'A new work',
        published: '2025',
        authors: ['Tufan L'],
      }),
    });
    const again = await rebuilt(patched);
    expect(again.rendered?.mode).toBe('patch');
    const whole = await built(folder);
    expect(whole.rendered?.mode).toBe('swap');
    expect(differingFiles(digestsOf(patched.settings.outDir), digestsOf(whole.settings.outDir))).toEqual([]);
  });
});

describe('a change reaches the files that show it, and no other', () => {
  test('nothing changed: nothing is rendered or written', async () => {
    const site = await built(small);
    const times = modifiedTimes(site);
    const again = await rebuilt(site);
    expect(again.rendered).toMatchObject({ mode: 'none', rendered: 0, filesWritten: 0, filesRemoved: 0 });
    expect(again.compiled).toBe(0);
    expect(modifiedTimes(site)).toEqual(times);
  });

  test('files that were only touched are not rendered again', async () => {
    const folder = copyOf(small);
    const site = await built(folder);
    for (const path of listFiles(folder)) utimesSync(join(folder, path), 1e9, 1e9);
    expect((await rebuilt(site)).rendered).toMatchObject({ mode: 'none', filesWritten: 0 });
  });

  test('a changed abstract changes its page in each language, its citations, and the lists and feeds that hold it', async () => {
    const { site, before, after } = await changeSmall((folder) =>
      change(folder, 'publications/2022/baran-2022-dust.mdx', 'Dust was described.', 'Dust was well described.'),
    );
    const changed = withoutSearch(differingFiles(before, after));
    // The files beside its lists hold the abstract, and the pages of those lists say how large the files are.
    const lists = changed.filter((path) => !path.includes('baran-2022-dust'));
    for (const path of lists)
      expect(site.read(path)).toContain(path.endsWith('.html') ? '/publications/baran-2022-dust/' : 'well described');
    expect(lists).toContain('publications.bib');
    expect(changed.filter((path) => path.includes('baran-2022-dust'))).toEqual(
      [
        'fa/publications/baran-2022-dust/index.html',
        'publications/baran-2022-dust/index.html',
        ...singleFormats(offeredFormats()).map(({ extension }) => `publications/baran-2022-dust${extension}`),
      ].sort(),
    );
  });

  test('a changed picture changes its file alone', async () => {
    const picture = readFileSync(join(small, 'publications/2024/brook.png'));
    const { before, after } = await changeSmall((folder) =>
      // Bytes after the end of a PNG are part of the file, and not of the picture.
      writeFileSync(join(folder, 'publications/2024/brook.png'), Buffer.concat([picture, Buffer.from('x')])),
    );
    expect(differingFiles(before, after)).toEqual(['publications/baran-2024-brooks/brook.png']);
  });

  test('a changed text page changes itself alone', async () => {
    const { before, after } = await changeSmall((folder) =>
      change(folder, 'pages/en/about.mdx', '**invented**', '**wholly invented**'),
    );
    expect(differingFiles(before, after)).toEqual(['about/index.html']);
  });

  test('a deleted publication takes all its files with it', async () => {
    const { before, after } = await changeSmall((folder) =>
      rmSync(join(folder, 'publications/2022/baran-2022-dust.mdx')),
    );
    expect(Object.keys(before).filter((path) => /dust|dirt|2022/.test(path)).length).toBeGreaterThan(8);
    expect(Object.keys(after).filter((path) => /dust|dirt|2022/.test(path))).toEqual([]);
  });

  test('a publication more leaves addresses and citation files of the others as they are', async () => {
    const { before, after } = await changeSmall((folder) =>
      writeFiles(folder, {
        'publications/2024/tufan-2024-more.mdx': publicationText({
          title: 'The weight of gravel',
          authors: ['Tufan L'],
          topics: ['pebbles'],
        }),
      }),
    );
    expect(withoutSearch(Object.keys(before).filter((path) => !(path in after)))).toEqual([]);
    expect(
      withoutSearch(differingFiles(before, after)).filter(
        (path) => path.startsWith('publications/') && !path.endsWith('.html') && !path.includes('tufan-2024-more'),
      ),
    ).toEqual([]);
  });

  test('a renamed publication is found at its old address', async () => {
    const { site, after } = await changeSmall((folder) => {
      change(folder, 'publications/2024/tufan-2024-pebbles.mdx', 'doi:', 'aliases: [tufan-2024-pebbles]\ndoi:');
      renameSync(
        join(folder, 'publications/2024/tufan-2024-pebbles.mdx'),
        join(folder, 'publications/2024/tufan-2024-stones.mdx'),
      );
    });
    expect(Object.keys(after)).toContain('publications/tufan-2024-stones/index.html');
    for (const prefix of ['', 'fa/']) {
      expect(site.read(`${prefix}publications/tufan-2024-pebbles/index.html`)).toContain(
        `/${prefix}publications/tufan-2024-stones/`,
      );
    }
  });
});

async function built(contentDir: string): Promise<OwnSite> {
  const site = await buildFolder(contentDir);
  expect(site.problems).toEqual([]);
  return site;
}

async function rebuilt(site: OwnSite): Promise<OwnSite> {
  const again = await site.rebuild();
  expect(again.problems).toEqual([]);
  return again;
}

async function changeSmall(
  edit: (folder: string) => void,
): Promise<{ before: Record<string, string>; after: Record<string, string>; site: BuiltSite }> {
  const folder = copyOf(small);
  const site = await built(folder);
  const before = digestsOf(site.settings.outDir);
  edit(folder);
  await rebuilt(site);
  const after = digestsOf(site.settings.outDir);
  expect(differingFiles(before, after), 'the change has an effect').not.toEqual([]);
  return { before, after, site };
}

function change(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** The index holds the words of all publications: one that changes, changes some of its files. */
const withoutSearch = (paths: readonly string[]): string[] =>
  paths.filter((path) => !path.startsWith('pagefind/') && !/^search\/(?!index\.html)/.test(path));

const modifiedTimes = ({ settings }: BuiltSite): number[] =>
  listFiles(settings.outDir).map((path) => statSync(join(settings.outDir, path)).mtimeMs);

/** A database of which the first page is sound, so that it opens, and the rest is not. */
function damagedInside(database: Buffer): Buffer {
  const copy = Buffer.from(database);
  copy.fill(0xab, 4096);
  return copy;
}

import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildFolder,
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
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { publicationText } from '../support/make.ts';
import { sharedSite } from '../support/shared-site.ts';
import { slow } from '../support/slow.ts';

const small = siteFolder('small');

/** What the small site has to be, whatever happened before it was built. */
let expected: Record<string, string>;
/** A copy of the small site, which each test takes as the last one left it. */
let content: string;
let site: OwnSite;

beforeAll(async () => {
  const { problems, settings } = await sharedSite(small);
  expect(problems).toEqual([]);
  expected = digestsOf(settings.outDir);
  content = temporaryFolder();
  for (const path of listFiles(small).reverse()) {
    writeFiles(content, { [path]: readFileSync(join(small, path)) });
    utimesSync(join(content, path), 1e9, 1e9);
  }
  site = await built(content);
});

describe('the same content gives the same bytes', () => {
  test('from a copy whose files were made in another order, at another time', () => {
    expect(differingFiles(expected, digestsOf(site.settings.outDir))).toEqual([]);
  });

  test('after the cache was deleted, or damaged inside', async () => {
    const database = readFileSync(site.settings.catalogFile);
    rmSync(site.settings.cacheDir, { recursive: true });
    await rebuilt();
    expect(differingFiles(expected, digestsOf(site.settings.outDir))).toEqual([]);
    await expectSameAfter(damagedInside(database));
  });

  test('after the cache was filled with rubbish, cut off or emptied', slow, async () => {
    const database = readFileSync(site.settings.catalogFile);
    await expectSameAfter(Buffer.alloc(5000, 'rubbish'));
    await expectSameAfter(database.subarray(0, database.length / 2));
    await expectSameAfter(Buffer.alloc(0));
  });

  /** Builds with this in the place of the catalog. */
  async function expectSameAfter(rubbish: Uint8Array): Promise<void> {
    for (const suffix of ['-wal', '-shm']) rmSync(site.settings.catalogFile + suffix, { force: true });
    writeFileSync(site.settings.catalogFile, rubbish);
    await rebuilt();
    expect(differingFiles(expected, digestsOf(site.settings.outDir))).toEqual([]);
  }

  test('after files of the site were deleted or changed by somebody', async () => {
    const { outDir } = site.settings;
    rmSync(join(outDir, 'index.html'));
    rmSync(join(outDir, 'publications/tufan-2024-pebbles.ris'));
    rmSync(join(outDir, 'publications/baran-2024-brooks'), { recursive: true });
    writeFileSync(join(outDir, 'fa/index.html'), 'changed');
    await rebuilt();
    expect(differingFiles(expected, digestsOf(outDir))).toEqual([]);
  });
});

describe('a change reaches the files that show it, and no other', () => {
  test('nothing changed: nothing is rendered or written', async () => {
    const times = modifiedTimes(site);
    const again = await rebuilt();
    expect(again.rendered).toMatchObject({ mode: 'none', rendered: 0, filesWritten: 0, filesRemoved: 0 });
    expect(again.compiled).toBe(0);
    expect(modifiedTimes(site)).toEqual(times);
  });

  test('files that were only touched are not rendered again', async () => {
    for (const path of listFiles(content)) utimesSync(join(content, path), 1e9 + 60, 1e9 + 60);
    expect((await rebuilt()).rendered).toMatchObject({ mode: 'none', filesWritten: 0 });
  });

  test('a changed abstract changes its page in each language, its citations, and the lists and feeds that hold it', async () => {
    const { before, after } = await changeContent(() =>
      change('publications/2022/baran-2022-dust.mdx', 'Dust was described.', 'Dust was well described.'),
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
    const { before, after } = await changeContent(() =>
      // Bytes after the end of a PNG are part of the file, and not of the picture.
      writeFileSync(join(content, 'publications/2024/brook.png'), Buffer.concat([picture, Buffer.from('x')])),
    );
    expect(differingFiles(before, after)).toEqual(['publications/baran-2024-brooks/brook.png']);
  });

  test('a changed text page changes itself alone', async () => {
    const { before, after } = await changeContent(() =>
      change('pages/en/about.mdx', '**invented**', '**wholly invented**'),
    );
    expect(differingFiles(before, after)).toEqual(['about/index.html']);
  });

  test('a deleted publication takes all its files with it', async () => {
    const { before, after } = await changeContent(() => rmSync(join(content, 'publications/2022/baran-2022-dust.mdx')));
    expect(Object.keys(before).filter((path) => /dust|dirt|2022/.test(path)).length).toBeGreaterThan(8);
    expect(Object.keys(after).filter((path) => /dust|dirt|2022/.test(path))).toEqual([]);
  });

  test('a publication more leaves addresses and citation files of the others as they are', async () => {
    const { before, after } = await changeContent(() =>
      writeFiles(content, {
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
    const { after } = await changeContent(() => {
      change('publications/2024/tufan-2024-pebbles.mdx', 'doi:', 'aliases: [tufan-2024-pebbles]\ndoi:');
      renameSync(
        join(content, 'publications/2024/tufan-2024-pebbles.mdx'),
        join(content, 'publications/2024/tufan-2024-stones.mdx'),
      );
    });
    expect(Object.keys(after)).toContain('publications/tufan-2024-stones/index.html');
    for (const prefix of ['', 'fa/']) {
      expect(site.read(`${prefix}publications/tufan-2024-pebbles/index.html`)).toContain(
        `/${prefix}publications/tufan-2024-stones/`,
      );
    }
  });

  test('a site that was patched by all these changes is the same as one that is made whole', async () => {
    rmSync(join(content, 'publications/2023/tufan-2023-rig.mdx'));
    expect((await rebuilt()).rendered?.mode).toBe('patch');
    const whole = await built(content);
    expect(whole.rendered?.mode).toBe('swap');
    expect(differingFiles(digestsOf(site.settings.outDir), digestsOf(whole.settings.outDir))).toEqual([]);
  });
});

async function built(contentDir: string): Promise<OwnSite> {
  const made = await buildFolder(contentDir);
  expect(made.problems).toEqual([]);
  return made;
}

async function rebuilt(): Promise<OwnSite> {
  const again = await site.rebuild();
  expect(again.problems).toEqual([]);
  return again;
}

/** Changes the content and builds again. Tests that follow start from the result. */
async function changeContent(
  edit: () => void,
): Promise<{ readonly before: Record<string, string>; readonly after: Record<string, string> }> {
  const before = digestsOf(site.settings.outDir);
  edit();
  const { changes } = (await rebuilt()).rendered!;
  const after = digestsOf(site.settings.outDir);
  const different = differingFiles(before, after);
  expect(different, 'the change has an effect').not.toEqual([]);
  expect([...changes!.written, ...changes!.removed].sort(), 'the build lists what changed').toEqual(
    different.filter((path) => path !== '.colophon'),
  );
  expect([...changes!.removed].sort()).toEqual(different.filter((path) => !(path in after)));
  return { before, after };
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(content, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(content, path), text.replace(from, to));
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

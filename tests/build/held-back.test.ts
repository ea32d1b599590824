import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import {
  buildFolder,
  copyOf,
  copySite,
  differingFiles,
  digestsOf,
  silent,
  siteFolder,
  writeFiles,
  type OwnSite,
} from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { sharedSite } from '../support/shared-site.ts';
import { slow, testEach } from '../support/slow.ts';
import { mutationsOf } from '../fuzz/mutations.ts';
import { contentSamples } from '../fuzz/samples.ts';

const pebbles = 'publications/2024/tufan-2024-pebbles.mdx';
const page = 'publications/tufan-2024-pebbles/index.html';
const novelty = 'publications/2025/tufan-2025-new.mdx';
const newFile = (fields: Record<string, unknown>) => ({
  [novelty]: publicationText({ title: 'A new work', authors: ['Tufan L'], published: '2025', ...fields }),
});

let content: string;
let site: OwnSite;
let good: Record<string, string>;
let text: string;

beforeAll(async () => {
  content = copyOf(siteFolder('small'));
  appendFileSync(join(content, 'site.yaml'), 'errors: hold-back\n');
  site = await buildFolder(content);
  good = digestsOf(site.settings.outDir);
  text = readFileSync(join(content, pebbles), 'utf8');
});

/** Builds with these files in place of the good ones, and then restores them. */
async function buildWith(files: Record<string, string>): Promise<OwnSite> {
  writeFiles(content, files);
  try {
    return await site.rebuild();
  } finally {
    writeFiles(content, { [pebbles]: text });
    rmSync(join(content, novelty), { force: true });
  }
}

const errorsOf = ({ problems }: OwnSite) =>
  problems.filter(({ severity }) => severity === 'error').map(({ file, name }) => `${file} ${name}`);

/** Flips bits all over the catalog, behind the pages that say what kind of file it is. */
function damageCatalog(): void {
  const { catalogFile } = site.settings;
  const bytes = readFileSync(catalogFile);
  for (let place = 8192; place < bytes.length; place += 997) bytes[place] = bytes[place]! ^ 0xff;
  writeFileSync(catalogFile, bytes);
}

describe('a file with errors', () => {
  test('stops the build where nothing else is asked for', async () => {
    const built = copySite(await sharedSite(siteFolder('small')));
    const before = digestsOf(built.settings.outDir);
    writeFileSync(join(built.settings.contentDir, pebbles), text.replace(/^published:.*$/m, 'published: soon'));
    const stopped = await built.rebuild();
    expect(stopped).toMatchObject({ heldBack: [] });
    expect(stopped.rendered).toBeUndefined();
    expect(differingFiles(before, digestsOf(built.settings.outDir))).toEqual([]);
    // The same content, where the command asks to go on.
    const settings = built.settings;
    const gone = await buildSite(settings, silent, { keepGoing: true });
    expect(gone.heldBack).toEqual([{ file: pebbles, lastGood: true }]);
    expect(gone.rendered?.failures).toEqual([]);
    expect(differingFiles(before, digestsOf(settings.outDir))).toEqual([]);
  });

  testEach<[what: string, change: (written: string) => string, error: string]>([
    ['in a field', (written) => written.replace(/^published:.*$/m, 'published: soon'), 'malformed-date'],
    ['in YAML', (written) => written.replace(/^title:.*$/m, 'title: [unclosed'), 'yaml-'],
    [
      'that only other files show',
      (written) => written.replace('---\n', '---\npreferred: nothing-of-this-name\n'),
      'unknown-publication',
    ],
    [
      'in the name of a picture',
      (written) => `${written}\n\n## Figure\n\n![A figure](./missing.png)\n`,
      'asset-missing',
    ],
  ])('%s keeps the last good page, and the rest is published', async (_, change, error) => {
    const built = await buildWith({
      [pebbles]: change(text.replace('To weigh', 'To count and weigh')),
      ...newFile({}),
    });
    expect(built.heldBack).toEqual([{ file: pebbles, lastGood: true }]);
    expect(errorsOf(built).join('\n')).toContain(`${pebbles} ${error}`);
    expect(digestsOf(built.settings.outDir)[page]).toBe(good[page]);
    expect(built.read('publications/index.html')).toContain('A new work');
    expect(built.read('publications.ris')).toContain('To weigh pebbles');
  });

  test('that was never published is left out, and nothing of the site names it', async () => {
    await site.rebuild();
    const built = await buildWith(newFile({ topics: ['no-such-topic'] }));
    expect(built.heldBack).toEqual([{ file: novelty, lastGood: false }]);
    expect(differingFiles(good, digestsOf(built.settings.outDir))).toEqual([]);
  });

  test('is told again by every build, and the corrected file gives the site of a build from nothing', async () => {
    const faulty = { [pebbles]: text.replace(/^published:.*$/m, 'published: soon') };
    expect(errorsOf(await buildWith(faulty))).toHaveLength(1);
    expect(errorsOf(await buildWith(faulty))).toHaveLength(1);
    const corrected = await buildWith({ [pebbles]: text.replace('To weigh pebbles', 'To weigh stones') });
    expect(corrected.heldBack).toEqual([]);
    expect(corrected.read(page)).toContain('To weigh stones');
    const again = await site.rebuild();
    expect(differingFiles(good, digestsOf(again.settings.outDir))).toEqual([]);
  });

  test('whose code fails is left out after it was tried', async () => {
    const built = await buildWith({
      [novelty]: `${publicationText({ title: 'A new work', authors: ['Tufan L'], published: '2025' })}\n## More\n\n{undefined.length}\n`,
    });
    expect(built.rendered?.failures).toEqual([]);
    expect(built.heldBack).toEqual([{ file: novelty, lastGood: false }]);
    expect(errorsOf(built)).toEqual([`${novelty} code-failed`]);
    expect(differingFiles(good, digestsOf(built.settings.outDir))).toEqual([]);
  });

  test('has no last good page when the cache is gone', async () => {
    rmSync(site.settings.cacheDir, { recursive: true });
    const built = await buildWith({ [pebbles]: text.replace(/^published:.*$/m, 'published: soon') });
    expect(built.heldBack).toEqual([{ file: pebbles, lastGood: false }]);
    expect(built.files()).not.toContain(page);
    expect(built.read('publications.ris')).not.toContain('pebbles');
  });
});

test('a damaged catalog is made again beside a file with errors, and only that file is missing', slow, async () => {
  await site.rebuild();
  damageCatalog();
  const built = await buildWith({ [pebbles]: text.replace(/^published:.*$/m, 'published: soon') });
  expect(built.heldBack).toEqual([{ file: pebbles, lastGood: false }]);
  expect(built.rendered?.failures).toEqual([]);
  expect(built.files()).not.toContain(page);
  expect(built.files()).toContain('publications/baran-2024-brooks/index.html');
  damageCatalog();
  const again = await site.rebuild();
  expect(differingFiles(good, digestsOf(again.settings.outDir))).toEqual([]);
});

test('whatever is damaged in a file is told with its line, and every other record is built', async () => {
  const own = copyOf(siteFolder('small'));
  appendFileSync(join(own, 'site.yaml'), 'errors: hold-back\n');
  const damaged = fc.sample(mutationsOf(contentSamples.publications), { numRuns: 80, seed: 14 });
  const files = damaged.map((written, index) => [`publications/damaged/x-${index}.mdx`, written] as const);
  writeFiles(own, Object.fromEntries(files));
  const built = await buildFolder(own);
  expect(built.rendered?.failures).toEqual([]);
  const held = new Set(built.heldBack.map(({ file }) => file));
  expect(held.size).toBeGreaterThan(40);
  const published = new Set(built.files());
  for (const [file] of files) {
    const errors = built.problems.filter((problem) => problem.file === file && problem.severity === 'error');
    expect(errors.length > 0, file).toBe(held.has(file));
    for (const error of errors) expect(error, file).toHaveProperty('line');
    const slug = /x-\d+/.exec(file)![0];
    const drafted = /^draft: true/m.test(readFileSync(join(own, file), 'utf8'));
    if (!held.has(file) && !drafted) expect(published, file).toContain(`publications/${slug}/index.html`);
  }
  for (const path of Object.keys(good).filter((name) => /^publications\/[^/]+\/index\.html$/.test(name)))
    expect(published).toContain(path);
});

test('an error in site.yaml stops every build', async () => {
  const own = copyOf(siteFolder('small'));
  appendFileSync(join(own, 'site.yaml'), 'errors: hold-back\naccent: { light: none, dark: none }\n');
  expect((await buildFolder(own)).rendered).toBeUndefined();
});

test('the setting changes nothing of a site without errors', async () => {
  const { settings } = await sharedSite(siteFolder('small'));
  expect(differingFiles(good, digestsOf(settings.outDir))).toEqual([]);
});

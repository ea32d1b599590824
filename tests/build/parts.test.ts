import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import { partSite } from '../../src/rendering/shards/part.ts';
import { mergeParts } from '../../src/rendering/shards/merge-parts.ts';
import { projectDir, readSettings } from '../../src/project/settings.ts';
import { contentFolder, listFiles, minimalSite, silent, temporaryFolder, writeFiles } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { newCacheDir, newOutDir, runCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { testEach } from '../support/slow.ts';
import { expectWholeFromParts } from './whole-from-parts.ts';

test('parts are, put together, the site that one build makes, byte for byte', () =>
  expectWholeFromParts('small', 2, async (contentDir, folder, number, of) => {
    expect((await buildPart(contentDir, folder, `${number}/${of}`)).rendered?.failures).toEqual([]);
  }));

describe('a part', () => {
  testEach([
    [['--shard', '9/8'], '--shard 9/8 names part 9, and there are only 8'],
    [['--shard', '0/2'], '--shard 0/2 names a part 0, and parts are counted from 1'],
    [['--shard'], '--shard needs a value'],
    [['--shard=2/8', '--keep-going'], '--keep-going and --shard do not go together'],
  ])('is not made by %j, which is explained', async (args, message) => {
    const outDir = newOutDir();
    const { code, stdout, stderr } = await runInProcess('build', { OUT_DIR: outDir }, args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('→ ');
    expect(stderr).not.toMatch(/\.ts:\d+/);
    expect(readdirSync(dirname(outDir))).toEqual([]);
  });

  test('is not made from content with errors, also where a site would hold files back', async () => {
    const folder = contentFolder({
      'site.yaml': `institute: { en: Example }\nurl: https://example.org\nlocales: [en]\nstyles: []\nerrors: hold-back\nfeatures: { search: false, cards: none }\n`,
      'publications/good.mdx': publicationText(),
      'publications/bad.mdx': '---\ntitle: x\n---\n',
    });
    const part = join(temporaryFolder(), 'part');
    const { rendered, problems } = await buildPart(folder, part, '1/2');
    expect(rendered).toBeUndefined();
    expect(problems.map(({ severity }) => severity)).toContain('error');
    expect(listFiles(dirname(part))).toEqual([]);
  });
});

testEach<readonly ['check' | 'build', readonly string[], RegExp]>([
  ['build', ['--plan'], /^Planned 1 publication: no problems/m],
  ['check', [], /^1 file in .*: no problems/m],
])('a part starts with what %s %j has read and proved', async (command, flags, said) => {
  const content = contentFolder({
    'site.yaml': `${minimalSite}features: { search: false, cards: none }\n`,
    'publications/a.mdx': publicationText(),
  });
  const environment = { CONTENT_DIR: content, CACHE_DIR: newCacheDir() };
  const before = await runInProcess(command, environment, flags);
  expect(before.code).toBe(0);
  expect(before.stdout).toMatch(said);
  const made = await runCommand('build', { ...environment, OUT_DIR: newOutDir() }, ['--shard', '1/2']);
  expect(made.code).toBe(0);
  expect(made.stdout).toMatch(/changed +0 of 1 content file read/);
});

describe('parts that were made from different', () => {
  testEach([
    [
      'content',
      (folder: string) => writeFiles(folder, { 'publications/b.mdx': publicationText({ title: 'Another' }) }),
      {},
    ],
    ['settings', () => undefined, { SITE_URL: 'https://other.example.org' }],
  ])('%s are refused', async (name, change, environment) => {
    const folder = contentFolder({
      'site.yaml':
        'institute: { en: Example }\nurl: https://example.org\nlocales: [en]\nstyles: []\nfeatures: { search: false, cards: none }\n',
      'publications/a.mdx': publicationText(),
    });
    const parts = [join(temporaryFolder(), 'one'), join(temporaryFolder(), 'two')] as const;
    expect((await buildPart(folder, parts[0], '1/2')).rendered?.failures).toEqual([]);
    change(folder);
    expect((await buildPart(folder, parts[1], '2/2', environment)).rendered?.failures).toEqual([]);
    const outDir = newOutDir();
    expect(() => mergeParts(parts, outDir, () => undefined)).toThrow(`were made from different ${name}`);
    expect(listFiles(dirname(outDir))).toEqual([]);
    // The same part again, from what the other was made from.
    expect((await buildPart(folder, parts[0], '1/2', environment)).rendered?.failures).toEqual([]);
    expect(mergeParts(parts, outDir, () => undefined).files).toBe(listFiles(outDir).length - 1);
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toContain('Example');
  });
});

function buildPart(contentDir: string, folder: string, shard: string, environment: Record<string, string> = {}) {
  const [number = 0, of = 0] = shard.split('/').map(Number);
  const settings = readSettings({
    CONTENT_DIR: contentDir,
    OUT_DIR: partSite(folder),
    CACHE_DIR: temporaryFolder(),
    ...environment,
  });
  return buildSite(
    { ...settings, templatesDir: join(projectDir, '.cache/templates'), fontsDir: join(projectDir, '.cache/fonts') },
    silent,
    { part: { folder, shard: { number, of } } },
  );
}

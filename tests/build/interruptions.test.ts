import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildInto,
  contentFolder,
  differingFiles,
  digestsOf,
  minimalSite,
  temporaryFolder,
} from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { newOutDir, runCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { slow, testEach } from '../support/slow.ts';

/** A content folder of one publication, the folder of its site, and what stands there. */
const content = contentFolder({
  'site.yaml': `${minimalSite}features: { search: false, cards: none }\n`,
  'publications/a.mdx': publicationText(),
});
const built = newOutDir();
let site: Record<string, string>;

beforeAll(async () => {
  expect((await build(built)).code).toBe(0);
  site = digestsOf(built);
});

describe('a build that cannot be finished leaves the site as it was', () => {
  const broken = {
    'a body that throws': {
      body: 'Text.\n\n## Code\n\n{(() => { throw new Error("thrown by the author"); })()}',
      says: 'thrown by the author',
    },
    'a body that ends the program': { body: 'Text.\n\n## Code\n\n{process.exit(0)}', says: 'Not built' },
    'a body that imports what is not there': {
      body: 'import x from "./nowhere.js"\n\nText.\n\n## Code\n\n{x}',
      says: 'nowhere.js',
    },
  };
  testEach(Object.keys(broken), (name) => name === 'a body that ends the program')('%s', async (name) => {
    const { body, says } = broken[name as keyof typeof broken];
    const added = join(content, 'publications/b.mdx');
    writeFileSync(added, publicationText({ title: 'Another', authors: ['Vosough M'], body }));
    const { code, stderr } = await build(built);
    rmSync(added);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(differingFiles(site, digestsOf(built))).toEqual([]);
    expect(readdirSync(dirname(built)).filter((file) => file.endsWith('lock'))).toEqual([]);
  });
});

describe('the output folder', () => {
  test('is refused when it holds files of somebody else, and they stay', async () => {
    const outDir = temporaryFolder();
    writeFileSync(join(outDir, 'thesis.docx'), 'years of work');
    const { code, stderr } = await refused(outDir);
    expect(code).toBe(1);
    expect(stderr).toContain('holds files that Colophon did not write');
    expect(stderr).toContain('→ set OUT_DIR');
    expect(readdirSync(outDir)).toEqual(['thesis.docx']);
  });

  testEach(['file/dist', 'file'])('is refused in plain words where it is, or stands in, a file (%s)', async (path) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await refused(join(folder, path));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Not built: .*file/m);
    expect(stderr).not.toMatch(/\.ts:\d+/);
  });

  test('is written by one build at a time', async () => {
    const outDir = newOutDir();
    writeFileSync(join(dirname(outDir), '.dist.lock'), String(process.ppid));
    const { code, stderr } = await refused(outDir);
    expect(code).toBe(1);
    expect(stderr).toContain(`another build (process ${process.ppid}) is writing`);
    expect(existsSync(outDir)).toBe(false);
  });

  test('may be there already, when it is empty; the lock of a build that died keeps nobody from it', async () => {
    const outDir = newOutDir();
    mkdirSync(outDir);
    // Larger than any process number of Linux, Windows or macOS.
    writeFileSync(join(dirname(outDir), '.dist.lock'), '99999999');
    expect((await buildInto(dirname(outDir), content)).problems).toEqual([]);
    expect(existsSync(join(outDir, 'index.html'))).toBe(true);
    expect(readdirSync(dirname(outDir)).sort()).toEqual(['cache', 'dist']);
  });

  test('is whole after three builds at once, and each has built it or says who does', async () => {
    const outDir = newOutDir();
    const results = await Promise.all([1, 2, 3].map(() => build(outDir)));
    expect(results.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of results) if (code !== 0) expect(stderr).toContain('another build');
    expect(differingFiles(digestsOf(outDir), site)).toEqual([]);
  });

  test('can be another for a second build at the same time, while the content is checked', slow, async () => {
    const folders = [newOutDir(), newOutDir()];
    const results = await Promise.all([
      ...folders.map((outDir) => build(outDir)),
      ...folders.map((outDir) => runCommand('check', { CONTENT_DIR: content, OUT_DIR: outDir })),
    ]);
    expect(results.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0]);
    expect(differingFiles(digestsOf(folders[0]!), digestsOf(folders[1]!))).toEqual([]);
  });
});

const build = (outDir: string) => runCommand('build', { CONTENT_DIR: content, OUT_DIR: outDir });

/** A build that ends before anything is rendered. */
const refused = (outDir: string) => runInProcess('build', { CONTENT_DIR: content, OUT_DIR: outDir });

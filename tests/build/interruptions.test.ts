import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentFolder, differingFiles, digestsOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { newOutDir, runCommand } from '../support/run-command.ts';

const small = siteFolder('small');

/** Templates are compiled once, so that no test below waits for them. */
beforeAll(async () => {
  expect((await build(small, newOutDir())).code).toBe(0);
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
  test.each(Object.keys(broken))('%s', async (name) => {
    const { body, says } = broken[name as keyof typeof broken];
    const content = contentFolder({ 'publications/a.mdx': publicationText() });
    const outDir = newOutDir();
    expect((await build(content, outDir)).code).toBe(0);
    const before = digestsOf(outDir);
    writeFileSync(
      join(content, 'publications/b.mdx'),
      publicationText({ title: 'Another', authors: ['Vosough M'], body }),
    );
    const { code, stderr } = await build(content, outDir);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(differingFiles(before, digestsOf(outDir))).toEqual([]);
    expect(readdirSync(dirname(outDir)).filter((file) => file.endsWith('lock'))).toEqual([]);
  });
});

describe('the output folder', () => {
  test('is refused when it holds files of somebody else, and they stay', async () => {
    const outDir = temporaryFolder();
    writeFileSync(join(outDir, 'thesis.docx'), 'years of work');
    const { code, stderr } = await build(small, outDir);
    expect(code).toBe(1);
    expect(stderr).toContain('holds files that Colophon did not write');
    expect(stderr).toContain('→ set OUT_DIR');
    expect(readdirSync(outDir)).toEqual(['thesis.docx']);
  });

  test('may be there already, when it is empty', async () => {
    const outDir = newOutDir();
    mkdirSync(outDir);
    expect((await build(small, outDir)).code).toBe(0);
    expect(existsSync(join(outDir, 'index.html'))).toBe(true);
  });

  test.each(['file', 'file/dist'])('is refused in plain words where it is, or stands in, a file (%s)', async (path) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await build(small, join(folder, path));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Not built: .*file/m);
    expect(stderr).not.toMatch(/\.ts:\d+/);
  });

  test('is written by one build at a time', async () => {
    const outDir = newOutDir();
    writeFileSync(join(dirname(outDir), '.dist.lock'), String(process.pid));
    const { code, stderr } = await build(small, outDir);
    expect(code).toBe(1);
    expect(stderr).toContain(`another build (process ${process.pid}) is writing`);
    expect(existsSync(outDir)).toBe(false);
  });

  test('is not kept from a build by the lock of one that died', async () => {
    const outDir = newOutDir();
    // Larger than any process number of Linux, Windows or macOS.
    writeFileSync(join(dirname(outDir), '.dist.lock'), '99999999');
    expect((await build(small, outDir)).code).toBe(0);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('is whole after three builds at once, and each has built it or says who does', async () => {
    const outDir = newOutDir();
    const results = await Promise.all([1, 2, 3].map(() => build(small, outDir)));
    expect(results.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of results) if (code !== 0) expect(stderr).toContain('another build');
    expect(differingFiles(digestsOf(outDir), await builtAlone())).toEqual([]);
  });

  test('can be another for a second build at the same time', async () => {
    const folders = [newOutDir(), newOutDir()];
    const results = await Promise.all(folders.map((outDir) => build(small, outDir)));
    expect(results.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0]);
    expect(differingFiles(digestsOf(folders[0]!), digestsOf(folders[1]!))).toEqual([]);
  });

  test('is built while the content is checked', async () => {
    const environment = { CONTENT_DIR: small, OUT_DIR: newOutDir() };
    const results = await Promise.all([
      runCommand('build', environment),
      ...[1, 2, 3].map(() => runCommand('check', environment)),
    ]);
    expect(results.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0]);
  });
});

const build = (contentDir: string, outDir: string) => runCommand('build', { CONTENT_DIR: contentDir, OUT_DIR: outDir });

async function builtAlone(): Promise<Record<string, string>> {
  const outDir = newOutDir();
  await build(small, outDir);
  return digestsOf(outDir);
}

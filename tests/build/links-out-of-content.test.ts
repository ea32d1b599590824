import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../src/commands/write-atomically.ts';
import { copyOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { testEach } from '../support/slow.ts';

const record = join(temporaryFolder(), 'record.ris');
writeFileSync(record, 'TY  - JOUR\nTI  - New stones of the brook\nAU  - Baran, Nima\nPY  - 2031\nER  - \n');
const secret = 'token-of-somebody-else';

/** A content folder with a link to what stands outside of it. */
function linked(name: string, target = 'secret.yaml') {
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret.yaml'), `${secret}: x\n`);
  mkdirSync(join(outside, 'folder'));
  const content = copyOf(siteFolder('small'));
  mkdirSync(dirname(join(content, name)), { recursive: true });
  symlinkSync(join(outside, target), join(content, name));
  return { outside, content };
}

const run = (command: 'check' | 'import' | 'new', content: string, ...args: string[]) =>
  runInProcess(command, { CONTENT_DIR: content, CACHE_DIR: temporaryFolder() }, args);

describe('what a link leads to outside of the content folder', () => {
  testEach(
    ['strings/en.yaml', 'synonyms.yaml', 'import.yaml', 'theme.css', 'publications/x.mdx', 'people/x.yaml'],
    (name) => name === 'strings/en.yaml' || name === 'publications/x.mdx',
  )('is neither read nor shown: %s', async (name) => {
    const { content } = linked(name);
    const { stdout, stderr } = await run('check', content);
    expect(`${stdout}${stderr}`).toContain('is a link that leads out of the content folder');
    expect(`${stdout}${stderr}`).not.toContain(secret);
  });

  testEach(['publications', 'people', 'journals'])('is no folder of content: %s', async (name) => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, name === 'publications' ? 'x.mdx' : 'x.yaml'), `${secret}: x\n`);
    const content = copyOf(siteFolder('small'));
    rmSync(join(content, name), { recursive: true, force: true });
    symlinkSync(outside, join(content, name));
    for (const args of [[], ['--fix']]) {
      const { code, stdout, stderr } = await run('check', content, ...args);
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).toContain('is a link that leads out of the content folder');
      expect(`${stdout}${stderr}`).not.toContain(secret);
    }
  });

  test('is no citation style', async () => {
    const { content } = linked('styles/own.csl');
    const site = join(content, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace('[vancouver]', '[own]'));
    const { code, stdout, stderr } = await run('check', content);
    expect([code, `${stdout}${stderr}`]).toEqual([
      1,
      expect.stringContaining('the file is a link that leads out of the content folder'),
    ]);
  });

  test('is not written into by import and new, which say so', async () => {
    for (const [command, argument] of [
      ['import', record],
      ['new', 'A new title'],
    ] as const) {
      const { outside, content } = linked(
        `publications/${command === 'new' ? new Date().getFullYear() : 2031}`,
        'folder',
      );
      const { code, stderr } = await run(command, content, argument);
      expect(code).toBe(1);
      expect(stderr).toContain('is a link that leads out of the content folder');
      expect(readdirSync(join(outside, 'folder'))).toEqual([]);
    }
  });

  test('is not written into by a temporary file', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'target');
    writeFileSync(target, 'before');
    symlinkSync(target, join(folder, `x.mdx.${process.pid}.tmp`));
    writeAtomically(join(folder, 'x.mdx'), 'text');
    expect([readFileSync(target, 'utf8'), readFileSync(join(folder, 'x.mdx'), 'utf8')]).toEqual(['before', 'text']);
    expect(readdirSync(folder).sort()).toEqual(['target', 'x.mdx']);
  });
});

describe('links and folders in the place of files', () => {
  testEach(['theme.css', 'import.yaml', 'synonyms.yaml', 'strings/fa.yaml'])('are a problem: %s', async (name) => {
    const content = copyOf(siteFolder('small'));
    mkdirSync(join(content, name), { recursive: true });
    const { stdout, stderr } = await run('check', content);
    expect(`${stdout}${stderr}`).toContain('this is no file that can be opened');
    expect(stderr).not.toMatch(/\bat \S+ \(/);
  });

  test('do not keep an import from reading the rest', async () => {
    const { content } = linked('publications/2024/gone.mdx', 'nowhere');
    mkdirSync(join(content, 'publications/2024/folder.mdx'));
    symlinkSync('circle.mdx', join(content, 'publications/2024/circle.mdx'));
    const { code, stdout, stderr } = await run('import', content, record);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 written');
  });

  testEach(['a link to nowhere', 'a folder'])('in the place of the lock of an import are named: %s', async (what) => {
    const content = copyOf(siteFolder('small'));
    const lock = join(content, '.import.lock');
    if (what === 'a folder') mkdirSync(lock);
    else symlinkSync('nowhere', lock);
    const { code, stderr } = await run('import', content, record);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/is not the file with which an import locks .*\n→ delete it/),
    ]);
  });
});

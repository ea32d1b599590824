import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserFixableError } from '../../../src/domain/problems/user-fixable-error.ts';
import {
  createStaging,
  identityOf,
  linkFile,
  lockOutput,
  markerFile,
  publish,
  recoverOutput,
  type Journal,
} from '../../../src/rendering/publish-site.ts';
import { listFiles, temporaryFolder, writeFiles, type ContentFiles } from '../../support/build-site.ts';

const last: ContentFiles = {
  [markerFile]: 'marker',
  'index.html': 'old',
  'a/index.html': 'old',
  'gone/deep/index.html': 'old',
};
/** What the new site changes, and what it leaves out. */
const changed: ContentFiles = { 'index.html': 'new', 'b/index.html': 'new' };
const journal: Journal = { changed: Object.keys(changed), removed: ['gone/deep/index.html'] };
const patched: ContentFiles = {
  [markerFile]: 'marker',
  'index.html': 'new',
  'a/index.html': 'old',
  'b/index.html': 'new',
};

describe('a patch', () => {
  test('changes the files that changed, and removes folders that are empty', () => {
    const outDir = newSite();
    const staging = createStaging(outDir, 'patch');
    writeFiles(staging.folder, changed);
    publish(outDir, staging, journal)();
    expect(contentOf(outDir)).toEqual(patched);
    expect(existsSync(join(outDir, 'gone'))).toBe(false);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test.each([0, 1, 2])('that was interrupted after %i of its moves is completed by the next command', (moves) => {
    const outDir = newSite();
    writeFiles(beside(outDir, 'next'), changed);
    writeFileSync(beside(outDir, 'journal'), JSON.stringify(journal));
    for (const path of journal.changed.slice(0, moves)) {
      mkdirSync(dirname(join(outDir, path)), { recursive: true });
      renameSync(join(beside(outDir, 'next'), path), join(outDir, path));
    }
    recoverOutput(outDir);
    expect(contentOf(outDir)).toEqual(patched);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test.each([0, 1, 2])(
    'makes a folder of a file and a file of a folder, also when interrupted after %i moves',
    (moves) => {
      const outDir = newSite();
      const turned: Journal = { changed: ['a', 'index.html/b.html'], removed: ['a/index.html', 'index.html'] };
      for (let time = 0; time < 2; time += 1) {
        writeFiles(beside(outDir, 'next'), { a: 'file', 'index.html/b.html': 'inside' });
        writeFileSync(
          beside(outDir, 'journal'),
          JSON.stringify({ ...turned, changed: turned.changed.slice(0, time === 0 ? moves : 2) }),
        );
        recoverOutput(outDir);
      }
      expect(contentOf(outDir)).toEqual({
        [markerFile]: 'marker',
        a: 'file',
        'index.html/b.html': 'inside',
        'gone/deep/index.html': 'old',
      });
    },
  );

  test('that was interrupted before its journal was written is forgotten', () => {
    const outDir = newSite();
    writeFiles(beside(outDir, 'next'), changed);
    writeFileSync(`${beside(outDir, 'journal')}.part`, '{"chan');
    recoverOutput(outDir);
    expect(contentOf(outDir)).toEqual(last);
    expect(existsSync(beside(outDir, 'next'))).toBe(false);
    expect(existsSync(`${beside(outDir, 'journal')}.part`)).toBe(false);
  });
});

describe('a swap', () => {
  test('puts the new site in the place of the old one', () => {
    const outDir = newSite();
    const staging = createStaging(outDir, 'swap');
    writeFiles(staging.folder, changed);
    const cleanUp = publish(outDir, staging, { changed: [], removed: [] });
    cleanUp();
    expect(listFiles(outDir)).toEqual([markerFile, 'b/index.html', 'index.html']);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('that was interrupted between its two renames brings the old site back', () => {
    const outDir = newSite();
    writeFiles(beside(outDir, 'next'), changed);
    renameSync(outDir, beside(outDir, 'last'));
    recoverOutput(outDir);
    expect(contentOf(outDir)).toEqual(last);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('that was interrupted before it removed the old site is complete', () => {
    const outDir = newSite();
    writeFiles(beside(outDir, 'last'), { 'index.html': 'older' });
    recoverOutput(outDir);
    expect(contentOf(outDir)).toEqual(last);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test.each(['patch', 'swap'] as const)('by a %s gives the folder another identity', (mode) => {
    const outDir = newSite();
    utimesSync(join(outDir, markerFile), 1, 1);
    const before = identityOf(outDir);
    expect(before).toBeDefined();
    const staging = createStaging(outDir, mode);
    writeFiles(staging.folder, changed);
    publish(outDir, staging, journal)();
    expect(identityOf(outDir)).not.toBe(before);
    rmSync(outDir, { recursive: true });
    expect(identityOf(outDir)).toBeUndefined();
  });

  test('is known again when an archive has kept it', () => {
    const outDir = newSite();
    const before = identityOf(outDir);
    const archive = beside(outDir, 'tar');
    execFileSync('tar', ['--posix', '-cf', archive, '-C', dirname(outDir), basename(outDir)]);
    rmSync(outDir, { recursive: true });
    execFileSync('tar', ['-xf', archive, '-C', dirname(outDir)]);
    expect(identityOf(outDir)).toBe(before);
  });
});

describe('the lock', () => {
  test('is held by one process, and given back', () => {
    const outDir = newSite();
    const unlock = lockOutput(outDir);
    expect(readFileSync(beside(outDir, 'lock'), 'utf8')).toBe(String(process.pid));
    unlock();
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('keeps other commands from tidying up under a build that runs', () => {
    const outDir = newSite();
    writeFiles(beside(outDir, 'next'), changed);
    // The process that started the tests runs as long as they do, and is not this one.
    writeFileSync(beside(outDir, 'lock'), String(process.ppid));
    recoverOutput(outDir);
    expect(existsSync(beside(outDir, 'next'))).toBe(true);
    expect(() => lockOutput(outDir)).toThrow(UserFixableError);
  });

  test.each(['', 'rubbish', '-1', '0', '99999999'])('of nobody (%j) holds nobody up', (owner) => {
    const outDir = newSite();
    writeFileSync(beside(outDir, 'lock'), owner);
    lockOutput(outDir)();
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('takes along what a build that failed had begun, and leaves what is being published', () => {
    const outDir = newSite();
    const release = lockOutput(outDir);
    writeFiles(createStaging(outDir, 'swap').folder, changed);
    release();
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
    expect(contentOf(outDir)).toEqual(last);
    const again = lockOutput(outDir);
    writeFiles(createStaging(outDir, 'patch').folder, changed);
    writeFileSync(beside(outDir, 'journal'), JSON.stringify(journal));
    again();
    recoverOutput(outDir);
    expect(contentOf(outDir)).toEqual(patched);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('is not kept where the folder is refused', () => {
    const outDir = join(temporaryFolder(), 'dist');
    writeFiles(outDir, { 'thesis.docx': 'years of work' });
    expect(() => lockOutput(outDir)).toThrow('did not write');
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
    expect(contentOf(outDir)).toEqual({ 'thesis.docx': 'years of work' });
  });
});

test('a file that did not change is linked, and its folder is made', () => {
  const folder = writeFiles(temporaryFolder(), { 'from/a.html': 'a' });
  linkFile(join(folder, 'from/a.html'), join(folder, 'to/deep/a.html'));
  expect(readFileSync(join(folder, 'to/deep/a.html'), 'utf8')).toBe('a');
  expect(statSync(join(folder, 'to/deep/a.html')).mtimeMs).toBe(statSync(join(folder, 'from/a.html')).mtimeMs);
  expect(() => linkFile(join(folder, 'nowhere'), join(folder, 'to/b.html'))).toThrow('ENOENT');
});

const newSite = (): string => writeFiles(join(temporaryFolder(), 'dist'), last);
const beside = (outDir: string, name: string): string => join(dirname(outDir), `.dist.${name}`);
const contentOf = (folder: string): ContentFiles =>
  Object.fromEntries(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

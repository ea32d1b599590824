import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireUsableFolders } from '../../../src/project/folder-faults.ts';
import { projectDir, readSettings } from '../../../src/project/settings.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const root = temporaryFolder();
const fault = (environment: Readonly<Record<string, string>>): string => {
  const defaults = { CONTENT_DIR: join(root, 'content'), OUT_DIR: join(root, 'dist'), CACHE_DIR: join(root, 'cache') };
  try {
    requireUsableFolders(readSettings({ ...defaults, ...environment }));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('folders beside each other can be used, whatever else they are called', () => {
  expect(fault({})).toBe('');
  expect(fault({ OUT_DIR: join(root, 'C# 50%25 ?x') })).toBe('');
  expect(fault({ CACHE_DIR: join(root, 'ü & 中 (1) [x] +@=;') })).toBe('');
});

test.each(['feature%2Fx', 'C# site', 'what?', 'a\\b', 'a\nb'])('a cache in %j is refused at once', (name) => {
  expect(fault({ CACHE_DIR: join(root, name) })).toContain('CACHE_DIR is');
  expect(fault({ CONTENT_DIR: join(root, name) })).toContain('CONTENT_DIR is');
});

test('folders that overlap are refused', () => {
  mkdirSync(join(root, 'real/inner'), { recursive: true });
  symlinkSync(join(root, 'real'), join(root, 'link'));
  for (const [out, cache] of [
    ['dist', 'dist'],
    ['dist', 'dist/cache'],
    ['cache/dist', 'cache'],
    ['link/inner', 'real'],
    ['real/new', 'link'],
  ] as const)
    expect(fault({ OUT_DIR: join(root, out), CACHE_DIR: join(root, cache) })).toContain('OUT_DIR');
  expect(fault({ OUT_DIR: join(root, 'content/dist') })).toContain('CONTENT_DIR');
  expect(fault({ OUT_DIR: root })).toContain('OUT_DIR');
  expect(fault({ OUT_DIR: join(projectDir, 'public/dist') })).toContain('public');
});

test('a symbolic link is followed to the folder that it names, also to one that does not exist', () => {
  symlinkSync('target', join(root, 'www'));
  symlinkSync(join(root, 'www'), join(root, 'again'));
  expect(readSettings({ OUT_DIR: join(root, 'again') }).outDir).toBe(join(root, 'target'));
});

test('files are published for all to read, unless OUT_UMASK says otherwise', () => {
  expect([readSettings({}).umask, readSettings({ OUT_UMASK: '027' }).umask]).toEqual([0o022, 0o027]);
  expect(readSettings({ OUT_UMASK: 'x' }).umask).toBe(0o022);
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOfFiles } from '../../../src/project/code-digest.ts';
import { temporaryFolder, writeFiles } from '../../support/build-site.ts';

const files = { 'a.ts': '1', 'b/c.ts': '2' };
const digestOf = (written: Record<string, string>, paths = ['a.ts', 'b', 'absent']) =>
  digestOfFiles(writeFiles(temporaryFolder(), written), paths);

test('the digest of code depends on its paths and bytes, and on nothing else', () => {
  expect(digestOf(files)).toBe(digestOf({ 'b/c.ts': '2', 'a.ts': '1', 'other.ts': '3' }));
  const others: Record<string, string>[] = [
    { ...files, 'a.ts': '2' },
    { 'a.ts': '1', 'b/d.ts': '2' },
    { ...files, 'b/d.ts': '' },
    { ...files, absent: '' },
  ];
  for (const other of others) expect(digestOf(other)).not.toBe(digestOf(files));
});

test('a file that appears or goes changes the digest', () => {
  const folder = writeFiles(temporaryFolder(), files);
  const before = digestOfFiles(folder, ['a.ts', 'b']);
  rmSync(join(folder, 'b/c.ts'));
  expect(digestOfFiles(folder, ['a.ts', 'b'])).not.toBe(before);
  expect(digestOfFiles(folder, ['a.ts'], ['x'])).not.toBe(digestOfFiles(folder, ['a.ts'], ['y']));
});

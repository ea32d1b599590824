import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOfFiles, digestOfModules, findModules } from '../../../src/project/code-digest.ts';
import { temporaryFolder, writeFiles } from '../../support/build-site.ts';

const files = { 'a.ts': '1', 'b/c.ts': '2' };
const digestOf = (written: Record<string, string>, paths = ['a.ts', 'b', 'absent']) =>
  digestOfFiles(writeFiles(temporaryFolder(), written), paths);

test('the digest of code depends only on its paths and bytes', () => {
  expect(digestOf(files)).toBe(digestOf({ 'b/c.ts': '2', 'a.ts': '1', 'other.ts': '3' }));
  const others: Record<string, string>[] = [
    { ...files, 'a.ts': '2' },
    { 'a.ts': '1', 'b/d.ts': '2' },
    { ...files, 'b/d.ts': '' },
    { ...files, absent: '' },
  ];
  for (const other of others) expect(digestOf(other)).not.toBe(digestOf(files));
});

test('a new or deleted file changes the digest', () => {
  const folder = writeFiles(temporaryFolder(), files);
  const before = digestOfFiles(folder, ['a.ts', 'b']);
  rmSync(join(folder, 'b/c.ts'));
  expect(digestOfFiles(folder, ['a.ts', 'b'])).not.toBe(before);
  expect(digestOfFiles(folder, ['a.ts'], ['x'])).not.toBe(digestOfFiles(folder, ['a.ts'], ['y']));
});

test('modules are found through every way to name them', () => {
  const root = writeFiles(temporaryFolder(), {
    'a.ts': `import { b } from './b/b.ts';\nimport type { C } from "./c.ts";\nnew Worker(new URL('./d.js', import.meta.url));`,
    'b/b.ts': `export const load = () => import('../e.ts');\nimport '../a.ts';`,
    'c.ts': `import x from './page.astro';`,
    'd.js': `import words from './words.json';`,
    'e.ts': `import 'package';\nimport './absent.ts';`,
    'page.astro': `---\n---\n<script src="./f.ts"></script><style>@import './g.css';</style>`,
    'f.ts': `import early from './h.js?url';`,
    'g.css': '',
    'h.js': '',
    'words.json': '{"not": "./unused.ts"}',
    'unused.ts': '',
  });
  const all = ['a.ts', 'b/b.ts', 'c.ts', 'd.js', 'e.ts', 'f.ts', 'g.css', 'h.js', 'page.astro', 'words.json'];
  expect([...findModules(root, ['a.ts'])].sort()).toEqual(all);
  expect([...findModules(root, ['b'])].sort()).toEqual(all);
  const before = digestOfModules(['a.ts'], ['lock'], { root });
  writeFiles(root, { 'unused.ts': 'changed' });
  expect(digestOfModules(['a.ts'], ['lock'], { root })).toBe(before);
  writeFiles(root, { 'h.js': 'changed' });
  const after = digestOfModules(['a.ts'], ['lock'], { root });
  expect(after).not.toBe(before);
  writeFiles(root, { lock: 'changed' });
  expect(digestOfModules(['a.ts'], ['lock'], { root })).not.toBe(after);
});

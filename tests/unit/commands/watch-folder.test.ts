import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { watchFolder } from '../../../src/commands/dev/watch-folder.ts';
import { temporaryFolder } from '../../support/build-site.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

test('a change in a folder that was made or moved a moment ago is seen', async () => {
  const root = temporaryFolder();
  let told = 0;
  stop = watchFolder(root, () => (told += 1));
  mkdirSync(join(root, 'a/b'), { recursive: true });
  await expect.poll(() => told).toBeGreaterThan(0);
  for (const [folder, next] of [
    ['a/b', 'a/c'],
    ['a', 'd'],
  ] as const) {
    renameSync(join(root, folder), join(root, next));
    const before = told;
    await expect.poll(() => told).toBeGreaterThan(before);
  }
  const before = told;
  writeFileSync(join(root, 'd/c/x.yaml'), 'names: [X]');
  await expect.poll(() => told).toBeGreaterThan(before);
});

test('many changes at once are told together', async () => {
  const root = temporaryFolder();
  let told = 0;
  stop = watchFolder(root, () => (told += 1));
  for (let count = 0; count < 500; count += 1) writeFileSync(join(root, `${count}.yaml`), 'names: [X]');
  await expect.poll(() => told).toBeGreaterThan(0);
  writeFileSync(join(root, 'last.yaml'), 'names: [X]');
  const before = told;
  await expect.poll(() => told).toBeGreaterThan(before);
  expect(told).toBeLessThan(250);
});

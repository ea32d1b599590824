import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectionFolder, findInCollection } from '../../../src/build/styles/style-collection.ts';
import { openPackedStyles, packStyles } from '../../../src/build/styles/pack-styles.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const colophon = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(projectDir, 'bin/colophon.js'), ...args], { encoding: 'utf8' });

test('packed styles are those of the collection, with their titles', () => {
  const folder = temporaryFolder();
  const whole = findInCollection(join(collectionFolder(), 'dist'));
  const ids = ['vancouver', 'apa', 'nature'].filter((id) => whole.styleFiles.has(id));
  const some = {
    ...whole,
    styleFiles: new Map(ids.map((id) => [id, whole.styleFiles.get(id)!])),
    localeFiles: new Map([...whole.localeFiles].filter(([tag]) => tag === 'fa-IR' || tag === 'en-US')),
  };
  packStyles(folder, some, '1.2.3');
  const packed = openPackedStyles(folder)!;
  expect(packed.version).toBe('1.2.3');
  expect(ids.length).toBeGreaterThan(1);
  expect(packed.styleFiles).toEqual(some.styleFiles);
  expect(packed.localeFiles).toEqual(some.localeFiles);
  expect(packed.titlesOf(ids)).toEqual(whole.titlesOf(ids));
  for (const name of [...some.styleFiles.values(), ...some.localeFiles.values()])
    expect(packed.read(name)).toBe(whole.read(name));
  expect(openPackedStyles(join(folder, 'absent'))).toBeUndefined();
});

test('the command says its version, and what it does not know', () => {
  const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string };
  expect(colophon('--version').stdout).toBe(`${version}\n`);
  expect(colophon('biuld')).toMatchObject({ status: 1, stderr: expect.stringContaining('"biuld"') });
  expect(colophon('check', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--summary') });
});

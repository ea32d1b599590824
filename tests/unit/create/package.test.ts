import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
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

/** Manuals for people who change the program, whose files a package does not hold. */
const forDevelopers = ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/benchmarks.md', 'docs/extending.md'];

test('the package holds what an institute needs: the manuals and all that they link to, and no more of the project', () => {
  const { status, stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: projectDir,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  const paths = packed.files.map(({ path }) => path).filter((path) => !path.startsWith('lib/'));
  expect(paths.filter((path) => !/^docs\/|^(?:CHANGELOG|README|SECURITY)\.md$|^LICENSE$/.test(path))).toEqual([
    'bin/colophon.js',
    'package.json',
  ]);
  const missing = paths
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const text = readFileSync(join(projectDir, path), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, link]) =>
        posix.join(path, '..', link!),
      );
      return links.filter((link) => !paths.includes(link) && !forDevelopers.includes(link));
    });
  // The picture of the first lines is in the repository.
  expect(missing).toEqual(['.github/home.png']);
  expect(paths.filter((path) => forDevelopers.includes(path))).toEqual([]);
});

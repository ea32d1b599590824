import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { copyOf, digestsOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { commandArguments } from '../support/command-arguments.ts';

test('all that a build and a check write lies in the folders of the cache and of the site, without a home', () => {
  const program = temporaryFolder();
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(projectDir, name), join(program, name), { recursive: true });
  mkdirSync(join(program, 'node_modules'));
  for (const name of readdirSync(join(projectDir, 'node_modules')))
    symlinkSync(join(projectDir, 'node_modules', name), join(program, 'node_modules', name));
  const names = (): string[] => readdirSync(join(program, 'node_modules'));
  const files = () =>
    Object.fromEntries(Object.entries(digestsOf(program)).filter(([path]) => !path.startsWith('node_modules/')));
  const before = [files(), names()];
  const home = temporaryFolder();
  const own = temporaryFolder();
  for (const command of ['check', 'build']) {
    const { status, stderr } = spawnSync(process.execPath, commandArguments(command), {
      cwd: program,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        TMPDIR: home,
        CONTENT_DIR: copyOf(siteFolder('small')),
        OUT_DIR: join(own, 'dist'),
        CACHE_DIR: join(own, 'cache'),
      },
    });
    expect(stderr).not.toMatch(/\bat \S+ \(/);
    expect(status).toBe(0);
  }
  expect([files(), names()]).toEqual(before);
  expect(readdirSync(home)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { siteFolder, writeFiles } from '../support/build-site.ts';
import { createSite, install, npm, offline, ownEnvironment, packProject } from '../support/packed-project.ts';

/** As docs/own-design.md says: the two packages, and a file of settings. */
let site: string;

beforeAll(async () => {
  site = createSite(await packProject(), undefined, '--name', 'Institute of Sleep');
  for (const name of ['parts', 'components'])
    cpSync(join(siteFolder('own-design'), name), join(site, 'content', name), { recursive: true });
  writeFiles(site, { 'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n' });
  install(site);
  const { devDependencies } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const packages = ['@astrojs/check', 'typescript'].map((name) => `${name}@${devDependencies[name]}`);
  const { status, text } = npm(site, ['install', '--save-dev', ...offline, ...packages]);
  expect(status, text).toBe(0);
});

const check = () => {
  const { status, stdout, stderr } = spawnSync('npx', ['astro', 'check'], {
    cwd: site,
    encoding: 'utf8',
    env: { ...ownEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { status, text: stripVTControlCharacters(`${stdout}${stderr}`) };
};

test('the examples of own parts and components have no mistake', () => {
  const { status, text } = check();
  expect(status, text).toBe(0);
  expect(text).toMatch(/Result \([5-9] files\)/);
});

test.each([
  [
    'parts/publication-aside.astro',
    'page.publication.slug',
    'page.publication.shelf',
    "Property 'shelf' does not exist on type",
  ],
  ['parts/home.astro', 'format.number(page.total)', 'format.number(page)', 'is not assignable to parameter of type'],
  ['components/Dose.astro', '<b>{amount}</b>', '<b>{amont}</b>', "Cannot find name 'amont'"],
  ['parts/foot.astro', 'urls.text(id, locale)', 'urls.txt(id, locale)', "Property 'txt' does not exist on type"],
])('a mistake in %s is named with its file and line: %s', (path, right, wrong, message) => {
  const file = join(site, 'content', path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(right);
  writeFileSync(file, text.replace(right, wrong));
  const { status, text: told } = check();
  writeFileSync(file, text);
  expect(status, told).not.toBe(0);
  const line = text.slice(0, text.indexOf(right)).split('\n').length;
  expect(told).toMatch(new RegExp(`${path.split('/').at(-1)!.replace('.', '\\.')}:${line}:\\d+`));
  expect(told).toContain(message);
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { knownLocales } from '../../../src/i18n/locales.ts';
import { createTranslator } from '../../../src/i18n/translate.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { hosts } from '../../../create/hosts.js';
import { bringsNode, siteNames } from '../../../create/build-files.js';
import { nextSteps } from '../../../create/next-steps.js';
import { languages, readAnswers } from '../../../create/questions.js';
import { checkFolder, listFiles, temporaryFolder, writeFiles } from '../../support/build-site.ts';

const create = (folder: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectDir, 'create/index.js'), folder, '--yes', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};
const newFolder = (): string => join(temporaryFolder(), 'site');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;

test('a new site holds its own words, no example, and content without a problem', async () => {
  const folder = newFolder();
  const { status, stdout } = create(
    folder,
    ...['--languages', 'fa,en,ar', '--name', 'مؤسسهٔ "نمونه": ۱', '--name', 'en=Institute of Sleep'],
    ...[
      '--url',
      'https://sleep.example-university.edu/papers',
      '--host',
      'server',
      '--import',
      'ror:01c4pz451',
      '--import',
      'old.ris',
    ],
  );
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(stdout).toContain('npm install && npm start');
  expect(stdout).toContain('npm run import -- old.ris');
  expect(listFiles(folder)).toEqual([
    '.gitignore',
    'content/import.yaml',
    ...['ar', 'en', 'fa'].map((language) => `content/pages/${language}/start.mdx`),
    'content/site.yaml',
    'package.json',
    'public/favicon.svg',
    'publish.sh',
  ]);
  expect(parse(readFileSync(join(folder, 'content/site.yaml'), 'utf8'))).toMatchObject({
    institute: { fa: 'مؤسسهٔ "نمونه": ۱', en: 'Institute of Sleep' },
    platform: { fa: 'آثار پژوهشی', en: 'Publications', ar: 'المنشورات' },
    url: 'https://sleep.example-university.edu/papers',
    locales: ['fa', 'en', 'ar'],
  });
  expect((await checkFolder(join(folder, 'content'))).map(({ name }) => name)).toEqual(['no-publications']);
});

test.each(Object.keys(hosts))('a site for the host %s has the files that publish it there', (host) => {
  const folder = newFolder();
  expect(create(folder, '--host', host)).toMatchObject({ status: 0, stderr: '' });
  for (const path of Object.keys(hosts[host as keyof typeof hosts].files))
    expect(readFileSync(join(folder, path), 'utf8')).toMatch(/npm run (?:build|check)/);
});

test('the files of a site run commands that its package.json has, and those are commands of the program', () => {
  const folder = newFolder();
  create(folder);
  const { scripts = {} } = readJson(join(folder, 'package.json'));
  const files = readdirSync(join(projectDir, 'create/templates'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const named = files.flatMap((text) => [...text.matchAll(/npm run (\w+)/g)].map(([, name]) => name!));
  expect(new Set(named).size).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  for (const name of Object.keys(scripts)) {
    expect(scripts[name]).toBe(`colophon ${name}`);
    expect(existsSync(join(projectDir, `src/commands/${name}.ts`)), name).toBe(true);
  }
  const help = spawnSync(process.execPath, [join(projectDir, 'bin/colophon.js')], { encoding: 'utf8' }).stdout;
  const listed = [...help.matchAll(/^ {2}colophon (\w+)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.keys(scripts).sort());
});

test('a folder that holds something, and answers that make no site, are refused', () => {
  const folder = writeFiles(temporaryFolder(), { 'a.txt': '1' });
  expect(create(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('is not empty') });
  expect(readdirSync(folder)).toEqual(['a.txt']);
  for (const [args, words] of [
    [['--languages', 'en,de'], 'not translated into de'],
    [['--languages', 'en,en'], 'named twice'],
    [['--name', 'fa=نام'], 'no language of the site'],
    [['--url', 'our site'], 'is not an address'],
    [['--host', 'geocities'], 'none of github'],
    [['--adress', 'x'], '--adress'],
  ] as const) {
    const target = newFolder();
    expect(create(target, ...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(words) });
    expect(existsSync(target)).toBe(false);
  }
});

describe('what makes sites', () => {
  test('has the number and the Node of the program, and its languages', () => {
    const own = readJson(join(projectDir, 'create/package.json'));
    const program = readJson(join(projectDir, 'package.json'));
    expect(own['version']).toBe(program['version']);
    expect([...languages].sort()).toEqual([...knownLocales].sort());
    for (const code of knownLocales) expect(siteNames[code]).toBe(createTranslator(code)('nav.publications'));
    const text = readFileSync(join(projectDir, 'create/build-files.js'), 'utf8');
    expect(text).toContain(`version: '${String(program['devDependencies']!['node'])}'`);
  });
});

test('names of files and folders are printed so that a shell replaces nothing in them', () => {
  const folder = join(temporaryFolder(), 'a $(touch x) site');
  const { status, stdout } = create(folder, '--import', "it's `id`.ris", '--import', 'two words.ris');
  expect(status).toBe(0);
  expect(stdout).toContain(`cd '${folder}'`);
  expect(stdout).toContain(`npm run import -- 'it'\\''s \`id\`.ris' "two words.ris"`);
});

test.each(['toString', '__proto__', 'constructor'])('the host %s, which every object has, is none', (host) => {
  const { status, stderr } = create(newFolder(), '--host', host);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^--host: .* is none of github/)]);
});

test('a file, and a link to nowhere, are no folder for a site', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { file: 'text' });
  symlinkSync('nowhere', join(folder, 'link'));
  for (const name of ['file', 'link']) {
    const { status, stderr } = create(join(folder, name));
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${name} is no folder, and nothing is replaced`)]);
  }
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('text');
});

test('git keeps all that belongs to a site, and nothing that is made from it', () => {
  const folder = newFolder();
  create(folder);
  const ignored = (paths: readonly string[]): readonly string[] =>
    spawnSync('git', ['check-ignore', ...paths], { cwd: folder, encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  const own = ['components/Dose.astro', 'parts/foot.astro', 'strings/en.yaml', 'styles/house.csl', 'theme.css'];
  expect(
    ignored([...own.map((path) => `content/${path}`), 'content/publications/dist/a.mdx', 'public/parts/a.png']),
  ).toEqual([]);
  const made = ['dist/index.html', 'parts/1-of-2/part.json', '.cache/catalog.db', 'node_modules/colophon/package.json'];
  expect(ignored(made)).toEqual(made);
});

test('what npm warns of on an older Node is explained beforehand', () => {
  const answers = readAnswers({ languages: ['en'], name: ['A'], url: ['https://a.example.org'], host: ['other'] });
  expect(['20.20.2', '22.23.3', '24.1.0', '26.0.0'].map(bringsNode)).toEqual([true, true, false, false]);
  expect(nextSteps(answers, 'site', true)).toContain('EBADENGINE');
  expect(nextSteps(answers, 'site', false)).not.toContain('EBADENGINE');
});

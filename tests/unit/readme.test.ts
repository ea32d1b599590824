import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFolder, contentFolder } from '../support/build-site.ts';

const project = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const readme = read('README.md');
const architecture = read('docs/architecture.md');
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe('the README', () => {
  test('names no script that package.json does not have', () => {
    const named = namedScripts(readme);
    expect(named).toContain('start');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('lists every script among the commands', () => {
    const listed = namedScripts(section('Commands'));
    expect(Object.keys(scripts).filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('draws a tree of what is there', () => {
    const paths = treePaths(section('The tree', architecture));
    expect(paths).toContain('src/catalog/');
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  test('draws every folder of src and of tests', () => {
    const folders = treePaths(section('The tree', architecture)).map((path) => path.replace(/\/$/, ''));
    expect(folders).toEqual(expect.arrayContaining(foldersIn('src')));
    expect(folders).toEqual(expect.arrayContaining(foldersIn('tests')));
  });

  test('is short enough to be read', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThan(200);
  });

  test.each(['README.md', 'CONTRIBUTING.md', ...readdirSync(join(project, 'docs')).map((name) => `docs/${name}`)])(
    'and %s name and link files that exist',
    (document) => {
      if (!document.endsWith('.md')) return;
      const text = read(document);
      const code = [...text.matchAll(/`((?:src|tests|docs|public|\.ci|\.github)\/[^`\s<…*]*)`/g)].map(
        ([, path]) => path!,
      );
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) =>
        join(dirname(document), path!),
      );
      expect([...code, ...links].filter((path) => !existsSync(join(project, path)))).toEqual([]);
    },
  );

  test('gives a reason for every dependency, and for nothing else', () => {
    const rows = tableRows(section('Dependencies'));
    const listed = rows.flatMap(([packages = '']) => [...packages.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(listed.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
    expect(rows.filter(([, reason = '']) => reason.length < 10)).toEqual([]);
  });

  test('shows content that has no problem', async () => {
    const examples = exampleFiles(readme);
    expect(Object.keys(examples)).toHaveLength(4);
    expect(await checkFolder(contentFolder(examples))).toEqual([]);
  });

  test('speaks of the product alone: no machine, no registry', () => {
    const texts = [
      readme,
      read('CONTRIBUTING.md'),
      read('.ci/run'),
      read('.github/workflows/publish.yml'),
      read('.github/workflows/test.yml'),
    ].join('\n');
    expect(texts.match(/\/(?:home|root|Users|work|tmp)\/[^\s`]*|registry\.[a-z.]+/g)).toBeNull();
  });
});

test('.ci/run runs the two commands of the README, and no other script', () => {
  const commands = read('.ci/run')
    .split('\n')
    .filter((line) => /^npm\b/.test(line))
    .map((line) => line.replace(/ *[>&].*$/, ''));
  expect(commands).toEqual(['npm ci', 'npm start', 'npm test']);
  expect(section('Install')).toContain('npm ci && npm start');
  expect(readme).toContain('`npm test`');
});

test.each([
  ['publish.yml', ['check', 'build']],
  ['test.yml', ['test', 'lint', 'test:all', 'build', 'prove']],
])('the workflow %s runs scripts that exist', (name, expected) => {
  const named = namedScripts(read(`.github/workflows/${name}`));
  expect(named).toEqual(expected);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

/** Names of the scripts that a text runs; `npm ci`, `npm install` and the like are npm's own. */
function namedScripts(text: string): string[] {
  const own = new Set(['audit', 'ci', 'create', 'exec', 'install', 'pack']);
  const names = [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z:]+)(?=[\s`)]|$)/gm)].map(([, name]) => name ?? '');
  return [...new Set(names)].filter((name) => !own.has(name));
}

/** The text under a heading, up to the next heading of the same level. */
function section(heading: string, document = readme): string {
  const [, text] = new RegExp(`^## ${heading}\n(.*?)(?=^## |\\Z)`, 'ms').exec(document) ?? [];
  if (text === undefined) throw new Error(`there is no section ${heading}`);
  return text;
}

/** Paths of a drawn tree: each line names a file or folder of the last unindented one. */
function treePaths(text: string): string[] {
  const [, drawing = ''] = /```text\n(.*?)```/s.exec(text) ?? [];
  let root = '';
  return drawing.split('\n').flatMap((line) => {
    const [, branch, name] = /^([├└]── )?(\S+)/.exec(line) ?? [];
    if (name === undefined) return [];
    if (branch !== undefined) return [root + name];
    root = name;
    return [name];
  });
}

const foldersIn = (folder: string): string[] =>
  readdirSync(join(project, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(project, folder, entry.name)).length > 0)
    .map(({ name }) => `${folder}/${name}`);

/** Cells of the rows of the first table, without its head. */
const tableRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** Content files that the text shows: in a block after a sentence that ends with their path, or in a line. */
function exampleFiles(text: string): Record<string, string> {
  const blocks = [...text.matchAll(/`content\/([^`]+)`:\n\n```\w+\n(.*?)```/gs)];
  const lines = [...text.matchAll(/`content\/([^`]+)`, holds `([^`]+)`/g)];
  return Object.fromEntries([...blocks, ...lines].map(([, path = '', body = '']) => [path, body]));
}

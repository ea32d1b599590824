import { CatalogStore } from '../../src/store/catalog-store.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder, checkFolder, contentFolder, copyOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { sharedSite } from '../support/shared-site.ts';
import { slow, testEach } from '../support/slow.ts';
import { expectProblems, withBody, type FailingCode } from './failing-code.ts';

/** Mistakes in the code of bodies that only show when it is compiled or runs, and the problems that they give. */
const cases: FailingCode[] = [
  {
    name: 'an import of a file that is not there, and a template that is malformed',
    files: {
      'publications/2024/x.mdx': withBody('import X from "./missing.astro"\n\n## A\n\n<X/>\n'),
      'publications/2024/y.mdx': withBody('import X from "./y.astro"\n\n## A\n\n<X/>\n', 'Another study'),
      'publications/2024/y.astro': '---\nconst a = ;\n---\n<b>{a}</b>\n',
    },
    problems: [
      { name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6, hint: /path/ },
      { name: 'code-not-compiled', file: 'publications/2024/y.astro', line: 2 },
    ],
  },
  {
    name: 'code that fails when it runs',
    files: { 'publications/2024/x.mdx': withBody('export const f = () => missing.name\n\n## A\n\n{f()}\n') },
    problems: [{ name: 'code-failed', file: 'publications/2024/x.mdx', message: /missing is not defined/ }],
  },
];

describe('code in the content that fails is a problem of its file, and no trace of the program', () => {
  testEach(cases)('$name', expectProblems);
});

describe('a site that says `trust: markdown`', () => {
  const strict = 'institute: Example\nurl: https://strict.example.org\nlocales: [en]\nstyles: []\ntrust: markdown\n';
  const traces = () => ['check', 'build'].map((name) => join(folder, name));
  const folder = temporaryFolder();
  const leaveTrace = (name: string) =>
    `import("node:fs").then(({ writeFileSync }) => writeFileSync(${JSON.stringify(join(folder, name))}, ""))`;

  test('runs nothing of a body, neither when it is checked nor when it is built', async () => {
    const content = contentFolder({
      'site.yaml': strict,
      'publications/2024/x.mdx': withBody(`import "./x.js"\n\n## A\n\n{${leaveTrace('check')}}\n`),
      'publications/2024/x.js': `${leaveTrace('build')};\n`,
      'pages/en/about.mdx': `---\ntitle: About\n---\n{${leaveTrace('build')}}\n`,
    });
    const names = (await checkFolder(content)).map(({ name }) => name);
    expect(names).toEqual(['code-not-trusted', 'code-not-trusted', 'code-not-trusted']);
    const { problems, rendered } = await buildFolder(content);
    expect(problems.map(({ name }) => name)).toEqual(names);
    expect(rendered).toBeUndefined();
    expect(traces().filter((path) => existsSync(path))).toEqual([]);
  });

  test('is built without code that lies beside a body', async () => {
    const content = contentFolder({
      'site.yaml': strict,
      'publications/2024/x.mdx': withBody('A.\n\n## B\n\nC.\n'),
      'publications/2024/x.js': `${leaveTrace('build')};\n`,
      'publications/2024/x.astro': `---\n${leaveTrace('build')};\n---\n`,
      'astro.config.mjs': `${leaveTrace('build')};\nexport default {};\n`,
    });
    const { problems, settings } = await buildFolder(content);
    expect(problems).toEqual([]);
    expect(new CatalogStore(settings.catalogFile, 'read').sources.componentFiles()).toEqual([]);
    expect(traces().filter((path) => existsSync(path))).toEqual([]);
  });
});

test('the gallery is built with `trust: markdown`: only what its bodies hold of code is refused', slow, async () => {
  const content = copyOf(siteFolder('gallery'));
  const settings = join(content, 'site.yaml');
  const text = readFileSync(settings, 'utf8');
  expect(text).toContain('\ntrust: mdx\n');
  writeFileSync(settings, text.replace('\ntrust: mdx\n', '\ntrust: markdown\nerrors: hold-back\n'));
  const [strict, free] = [await buildFolder(content), await sharedSite(siteFolder('gallery'))];
  const contacts = ['ar', 'en', 'fa'].map((locale) => `pages/${locale}/contact.mdx`);
  expect(strict.heldBack.map(({ file }) => file)).toEqual([
    ...contacts,
    'publications/2021/kaku-2021-video.mdx',
    'publications/2024/khiyali-2024-spout.mdx',
  ]);
  const others = strict.problems.filter(({ name }) => name !== 'code-not-trusted');
  expect(others.filter((one) => !free.problems.some(({ message }) => message === one.message))).toEqual([]);
  expect(strict.rendered).toMatchObject({ failures: [] });
  expect(strict.rendered!.pages).toBeGreaterThan(free.rendered!.pages * 0.9);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDrawingFault } from '../../../src/compile/drawing/find-drawing-fault.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { checkFolder, contentFolder } from '../../support/build-site.ts';
import { compileText, defaultContext } from '../../support/make.ts';
import { harmlessCases } from '../../support/hostile-site.ts';

const folder = join(projectDir, 'tests/cases/hostile');
const harmless = new Set(harmlessCases.map((path) => path.slice(path.lastIndexOf('/') + 1)));

test.each(readdirSync(join(folder, 'drawings')))('the drawing %s is refused, or is in the hostile site', (name) => {
  const fault = findDrawingFault(readFileSync(join(folder, 'drawings', name)));
  expect(fault?.name).toBe(harmless.has(name) || name === 'huge.svg' ? undefined : 'drawing-not-safe');
});

test.each([
  ['black-page.mdx', [['error', 'formula-malformed']]],
  [
    'fake-retraction.mdx',
    [
      ['warning', 'attribute-removed'],
      ['warning', 'attribute-removed'],
    ],
  ],
  ['x-2020-internal.mdx', []],
] as const)('the publication %s is refused, or is in the hostile site', (name, expected) => {
  const text = readFileSync(join(folder, 'publications', name), 'utf8');
  const { problems, record } = compileText(`publications/${name}`, text, { ...defaultContext, trust: 'markdown' });
  expect(problems.map((problem) => [problem.severity, problem.name])).toEqual(expected);
  expect(record !== undefined).toBe(harmless.has(name));
  expect(record ?? '').not.toMatch(/class=|notice--stop|"vh/);
});

test('the drawing huge.svg is refused for its size', async () => {
  const content = contentFolder({
    'pages/en/about.mdx': '---\ntitle: About\n---\n![Wide](./huge.svg)\n',
    'pages/en/huge.svg': readFileSync(join(folder, 'drawings/huge.svg')),
  });
  expect((await checkFolder(content)).map(({ name }) => name)).toContain('image-too-large');
});

test('each case has its expectation', () => {
  expect(readdirSync(join(folder, 'publications')).sort()).toEqual([
    'black-page.mdx',
    'fake-retraction.mdx',
    'x-2020-internal.mdx',
  ]);
  expect(readdirSync(join(folder, 'drawings'))).toHaveLength(17);
});

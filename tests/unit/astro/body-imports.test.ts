import { expect, test } from 'vitest';
import { findBodyImports } from '../../../src/astro/body-imports.ts';
import { contentFolder } from '../../support/build-site.ts';

const folder = contentFolder({
  'publications/part.mdx':
    "import Chart from '../components/chart.astro';\n\nText, and a [link](./data.csv).\n\n<Chart />\n",
  'components/chart.astro': "---\nimport rows from './rows.json';\nimport './chart.css';\n---\n<p>{rows.length}</p>\n",
  'components/chart.css': 'p { background: url(./paper.png) }\n',
  'components/paper.png': '',
  'components/rows.json': '[]',
  'components/other.js': 'export {};\n',
});
const find = (imports: string) => findBodyImports(folder, 'publications/x.mdx', imports);

test('finds what a body imports, through files of every kind', () => {
  expect(find("import Part from './part.mdx'\nimport { table } from 'a-package'")).toEqual({
    files: [
      'publications/part.mdx',
      'components/chart.astro',
      'components/rows.json',
      'components/chart.css',
      'components/paper.png',
    ],
    whole: true,
  });
});

test.each(["import Chart from '../components/chart'", "const all = import.meta.glob('../components/*.js')"])(
  'says where there may be more than it finds: %s',
  (imports) => {
    expect(find(imports)).toMatchObject({ whole: false });
  },
);

test('nothing is imported by a body without imports', () => {
  expect(find('')).toEqual({ files: [], whole: true });
});

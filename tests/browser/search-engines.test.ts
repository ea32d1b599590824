import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';
import type { SearchSource } from '../../src/domain/pages/search-source.ts';
import { prepareSearchIndex } from '../../src/search/search-index.ts';
import { chooseTexts, packRecords } from '../../src/search/records/packed-records.ts';
import type { SearchDocuments, ShownRecord } from '../../src/search/search-data.ts';
import { serveForBench, type BenchServer } from '../bench/search-server.ts';
import { temporaryFolder } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { makePublication } from '../support/make.ts';

const things = ['umbrella', 'teapot', 'lantern', 'cloud', 'policing', 'police', 'ابر'];
const authors = ['Dai, Meiling', 'Karimi, Sara Ali', 'Karimi, Hassan', 'Müller, Jürgen', 'Li, Wei'];

/** Publications that share their words in all combinations. */
const sources = Array.from({ length: 60 }, (_, index): SearchSource => ({
  publication: makePublication({
    slug: `example-${index}`,
    title: `The ${things[index % 7]} and the ${things[(index * 3) % 7]} of kind ${index % 11}`,
    published: String(2000 + (index % 20)),
    authors: [authors[index % 5]!, authors[(index * 2 + 1) % 5]!].filter(
      (name, place, all) => all.indexOf(name) === place,
    ),
    body: `Each ${things[(index * 5) % 7]} was counted, and out of domain. Clouds of number ${index} were counted twice.`,
  }),
  people: new Map(),
  units: [],
  topics: [],
}));

const engines = ['pagefind', 'term files'] as const;
type Engine = (typeof engines)[number];

let browser: Browser;
const opened = new Map<Engine, { readonly server: BenchServer; readonly page: Page }>();

beforeAll(async () => {
  browser = await launchBrowser();
  for (const engine of engines) {
    const folder = temporaryFolder();
    const mostInPagefind = engine === 'pagefind' ? sources.length : 0;
    await prepareSearchIndex({ folder, key: 'site', count: sources.length, mostInPagefind, sources: () => sources });
    const read = <Value>(path: string) => JSON.parse(readFileSync(join(folder, 'site/search', path), 'utf8')) as Value;
    const write = (path: string, text: string) => writeFileSync(join(folder, 'site/search', path), text);
    // One record without texts, as those of a large site, and the citation that has its abstract; and one without either.
    const [first, second, ...others] = read<ShownRecord[]>('records/0.json');
    write(
      'records/0.json',
      JSON.stringify([
        ...[first, second].map((record) => ({ ...record, texts: undefined, topics: [{ en: 'Rain', fa: 'باران' }] })),
        ...others,
      ]),
    );
    if (engine === 'term files') {
      // Packed, as those of a large site.
      const paths = readdirSync(join(folder, 'site/search/records')).map((name) => `records/${name}`);
      const texts = chooseTexts(paths.flatMap(read<ShownRecord[]>), 50);
      for (const path of paths) write(path, packRecords(read(path), texts));
      write(
        'documents.json',
        JSON.stringify({ ...read<SearchDocuments>('documents.json'), recordTexts: texts.join('\n') }),
      );
    }
    mkdirSync(join(folder, 'site/publications'));
    writeFileSync(
      join(folder, 'site/publications/example-0.ris'),
      'TY  - JOUR\r\nTI  - A title\r\nAB  - Umbrellas in an abstract.\r\nER  - \r\n',
    );
    const server = await serveForBench(join(folder, 'site'));
    const page = await browser.newPage();
    await page.goto(`${server.origin}/~empty`);
    opened.set(engine, { server, page });
  }
});
afterAll(async () => {
  await browser?.close();
  for (const { server } of opened.values()) await server.close();
});

/** What an expression gives, in which `search` is the search of a site. As text, because Vitest would replace the import. */
const inBrowser = async <Value>(engine: Engine, expression: string): Promise<Value> =>
  opened.get(engine)!.page.evaluate<Value>(`(async () => {
    const { openSearch } = await import('/~source/src/search/search-client.ts');
    const search = await (window.opened ??= openSearch('/'));
    return ${expression};
  })()`);

test('each site has the index that its size asks for', async () => {
  const hasNames = `'ids' in search.documents.index`;
  expect(await inBrowser('pagefind', hasNames)).toBe(true);
  expect(await inBrowser('term files', hasNames)).toBe(false);
  expect(
    opened
      .get('term files')!
      .server.takeSent()
      .some(({ path }) => path.startsWith('/pagefind/')),
  ).toBe(false);
});

interface Answer {
  readonly documents: readonly number[];
  /** True when no publication has all words; `documents` are then empty, because weights choose those that have some. */
  readonly partly: boolean;
  readonly unknown: readonly string[];
  readonly corrected: readonly (readonly [string, string])[];
  readonly endings: readonly unknown[];
}

describe('both indexes find the same', () => {
  test.each([
    ['teapot', 26],
    ['The cloud and the lantern of kind 3', 2],
    ['police', undefined],
    ['policing kind', undefined],
    ['Karimi S', undefined],
    ['Karimi', undefined],
    ['Dai 2005', undefined],
    ['Mueller teapot', undefined],
    ['Sara Karimi', undefined],
    ['title:lantern', undefined],
    ['author:li', undefined],
    ['umbr*', undefined],
    ['po*', undefined],
    ['lantern -teapot', undefined],
    ['lantern OR ابر', undefined],
    ['year:2003..2005 cloud', undefined],
    ['"counted twice"', 60],
    ['"number 17"', 1],
    ['"out of domain"', 58],
    ['"domain out"', 0],
    ['title:"cloud and the lantern"', undefined],
    // Both pairs of its words are in each publication, and it is in none.
    ['"umbrella counted twice"', 0],
    ['title:7', undefined],
    ['Ka*', undefined],
    ['ابر', undefined],
    ['umbrela', undefined],
    ['teepot lantern', undefined],
    ['xylophone', 0],
    ['Dai M, Li W. The cloud and the lantern of kind 3. J Things 2010;3(4):5-6.', 0],
  ] as const)('for %s', async (query, count) => {
    const ask = `search.find(${JSON.stringify(query)}).then((found) => ({
      partly: found.partly,
      documents: found.partly ? [] : found.documents.toSorted((a, b) => a - b),
      unknown: found.unknown, corrected: [...found.corrected], endings: found.endings }))`;
    const [pagefind, terms] = await Promise.all(engines.map((engine) => inBrowser<Answer>(engine, ask)));
    expect(terms).toEqual(pagefind);
    if (count !== undefined) expect(terms!.documents).toHaveLength(count);
    else expect(terms!.documents).not.toEqual([]);
  });
});

test('both indexes find the same for phrases and beginnings of words of every publication', async () => {
  const queries = sources.flatMap(({ publication: { title, contributions } }, index) => {
    const words =
      `${richTextToPlain(title)} Each thing was counted, and out of domain. Clouds of number ${index}`.split(' ');
    const at = index % (words.length - 4);
    return [
      ...[2, 3, 4].map((length) => `"${words.slice(at, at + length).join(' ')}"`),
      `${words[at + 1]!.slice(0, 2 + (index % 3))}*`,
      `${contributions[0]!.name.printed.slice(0, 3)}*`,
    ];
  });
  const ask = `Promise.all(${JSON.stringify([...new Set(queries)])}.map((query) => search.find(query).then((found) =>
    [query, ...(found.partly ? [] : found.documents.toSorted((a, b) => a - b))])))`;
  const [pagefind, terms] = await Promise.all(engines.map((engine) => inBrowser<(string | number)[][]>(engine, ask)));
  expect(terms).toEqual(pagefind);
  expect(terms!.filter(({ length }) => length > 1).length).toBeGreaterThan(80);
});

test('records are shown the same, packed or not', async () => {
  const [pagefind, terms] = await Promise.all(
    engines.map((engine) =>
      inBrowser<ShownRecord[]>(engine, 'search.records(Array.from({ length: 60 }, (_, index) => index))'),
    ),
  );
  expect(terms).toHaveLength(60);
  expect(terms).toEqual(pagefind);
});

describe('a record without texts', () => {
  const texts = (number: number) =>
    `search.records([${number}]).then(([record]) => search.details(record)).then(({ texts }) => texts)`;

  test('has its abstract from its citation', async () => {
    expect(await inBrowser('term files', texts(0))).toEqual([['en', 'Umbrellas in an abstract.']]);
  });

  test('has the names of its topics itself', async () => {
    const more = texts(0).replace('({ texts }) => texts', '({ more }) => more.topics');
    expect(await inBrowser('term files', more)).toEqual([{ en: 'Rain', fa: 'باران' }]);
  });

  test('has none where the citation was withheld', async () => {
    expect(await inBrowser('term files', texts(1))).toEqual([]);
  });
});

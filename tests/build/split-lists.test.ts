import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { readZip } from '../../src/import/read/read-zip.ts';
import { buildFolder, contentFolder, type BuiltSite } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { attribute, textOf } from '../support/read-html.ts';
import { deadLinks, readPages, type SitePage } from './site-pages.ts';

/** Publications of one year, in more than one page of each part: 205 of March, 3 of April, 205 that name no month; all of one journal, one topic and one person. */
const months = [
  ...Array.from({ length: 205 }, () => '2024-03'),
  '2024-04',
  '2024-04-02',
  '2024-04-30',
  ...Array.from({ length: 205 }, () => '2024'),
];
const slugOf = (index: number) => `work-${String(index).padStart(3, '0')}`;

let site: BuiltSite;
let pages: SitePage[];

beforeAll(async () => {
  const files = Object.fromEntries(
    months.map((published, index) => [
      `publications/2024/${slugOf(index)}.mdx`,
      publicationText({
        title: `Work ${numberWords(index)}`,
        published,
        authors: ['Jamshidi A'],
        journal: 'Gut',
        topics: ['sleep'],
      }),
    ]),
  );
  const folder = contentFolder({
    ...files,
    'site.yaml':
      'institute: Example\nurl: https://lists.example.org\nlocales: [en]\nstyles: []\nfeatures: { related: false, search: false, cards: none, bulk: { split: 0, archive: true } }\n',
    'people/jamshidi-a.yaml': 'names: [Jamshidi A]\n',
    'topics/sleep.yaml': 'label: Sleep\n',
  });
  site = await buildFolder(folder);
  pages = readPages(site);
});

test('hundreds of publications of one year are built without a problem', () => {
  expect(site.problems).toEqual([]);
  expect(site.publications).toBe(months.length);
});

test('a site without search has none of its files', () => {
  expect(site.files().filter((path) => path.startsWith('search/') || path.startsWith('pagefind/'))).toEqual([]);
});

describe.each([
  { list: 'the year', root: '/years/2024/', parts: ['04/', '03/', '03/2/', 'undated/', 'undated/2/'] },
  {
    list: 'the person',
    root: '/people/jamshidi-a/',
    parts: ['2024/04/', '2024/03/', '2024/03/2/', '2024/undated/', '2024/undated/2/'],
  },
  {
    list: 'the topic',
    root: '/topics/sleep/',
    parts: ['2024/04/', '2024/03/', '2024/03/2/', '2024/undated/', '2024/undated/2/'],
  },
  {
    list: 'the journal',
    root: '/journals/gut/',
    parts: ['2024/04/', '2024/03/', '2024/03/2/', '2024/undated/', '2024/undated/2/'],
  },
])('$list', ({ root, parts }) => {
  const pageAt = (address: string) => pages.find((page) => page.address === address)!;

  test('has a page for each month, and several for a month of more than 200', () => {
    expect(
      pages
        .map(({ address }) => address)
        .filter((address) => address.startsWith(root) && !address.endsWith('/embed/'))
        .sort(),
    ).toEqual([root, ...parts.map((part) => root + part)].sort());
  });

  test('holds every publication on exactly one of its parts', () => {
    const listed = parts.flatMap((part) => slugsOf(pageAt(root + part)));
    expect([...listed].sort()).toEqual(months.map((_, index) => slugOf(index)));
    for (const part of parts) expect(slugsOf(pageAt(root + part)).length, part).toBeLessThanOrEqual(200);
  });

  test('says how many of its publications each page shows, and leads on to the next one', () => {
    const addresses = [root, ...parts.map((part) => root + part)];
    for (const [index, address] of addresses.entries()) {
      const end = pageAt(address).html.all('nav', (nav) => attribute(nav, 'aria-labelledby') === 'all-parts')[0]!;
      expect(textOf(end), address).toContain(
        `${slugsOf(pageAt(address)).length} of ${months.length} publications are on this page`,
      );
      const next = pageAt(address)
        .html.all('a', (link) => attribute(link, 'rel') === 'next')
        .map((link) => attribute(link, 'href'));
      const following = index === 0 ? root + parts[1] : addresses[index + 1];
      expect(next, address).toEqual(following === undefined ? [] : [following]);
    }
  });

  test('links from its first page to every part, and names each for what it holds', () => {
    const main = pageAt(root).html.all('main')[0]!;
    const links = pageAt(root)
      .html.all('a')
      .map((element) => attribute(element, 'href'));
    for (const part of parts) expect(links).toContain(root + part);
    for (const part of parts) expect(links).toContain(`${root}${part}#bulk`);
    expect(textOf(main)).toContain(String(months.length));
    const titles = [root, ...parts.map((part) => root + part)].map((address) =>
      textOf(pageAt(address).html.all('title')[0]!),
    );
    expect(new Set(titles).size, titles.join('\n')).toBe(titles.length);
  });
});

describe('citation files of lists above the size', () => {
  const parts = ['04', '03', '03/2', 'undated', 'undated/2'];

  test.each(['years/2024', 'people/jamshidi-a/2024', 'topics/sleep/2024', 'journals/gut/2024'])(
    'are in parts below %s, which hold each record once',
    (root) => {
      for (const { extension } of offeredFormats()) {
        const texts = parts.map((part) => site.read(`${root}/${part}${extension}`));
        const titles = texts.flatMap((text) => [...new Set(text.match(/Work [a-z ]+/g))]);
        expect(titles.sort(), extension).toEqual(months.map((_, index) => `Work ${numberWords(index)}`).sort());
      }
    },
  );

  test.each(['years/2024', 'people/jamshidi-a', 'topics/sleep', 'journals/gut'])(
    'say beside %s where the parts are, and name only what exists',
    (root) => {
      const files = new Set(site.files());
      for (const { extension } of offeredFormats()) {
        const urls = [...site.read(root + extension).matchAll(/https:\/\/lists\.example\.org\/([^\s",<]+)/g)];
        expect(urls, extension).toHaveLength(parts.length);
        for (const [, path = ''] of urls) expect(files.has(path), path).toBe(true);
      }
    },
  );

  test('are at the old address in a form that is no empty list of records', () => {
    expect(site.read('publications.bib')).toBe(
      `% These ${months.length} publications are too many for one file. They are in 1 file:\n% https://lists.example.org/years/2024.bib (${months.length})\n`,
    );
    expect(JSON.parse(site.read('publications.csl.json'))).toEqual({
      publications: months.length,
      parts: [{ url: 'https://lists.example.org/years/2024.csl.json', publications: months.length }],
    });
    expect(site.read('publications.csv')).toBe(
      `url,publications\r\nhttps://lists.example.org/years/2024.csv,${months.length}\r\n`,
    );
  });

  test('are named on the page of each part, with their sizes', () => {
    const page = pages.find(({ address }) => address === '/years/2024/03/2/')!;
    const links = page.html.all('a').map((element) => attribute(element, 'href'));
    for (const { extension } of offeredFormats()) expect(links).toContain(`/years/2024/03/2${extension}`);
    expect(links).not.toContain('/years/2024.bib');
  });

  test('are also in one archive, whole', () => {
    const archive = readZip(readFileSync(join(site.settings.outDir, 'publications.zip')), 1e8);
    expect(archive.map(({ name }) => name)).toEqual(
      offeredFormats().map(({ extension }) => `publications${extension}`),
    );
    const text = (name: string) => new TextDecoder().decode(archive.find((file) => file.name === name)?.bytes);
    expect(JSON.parse(text('publications.csl.json'))).toHaveLength(months.length);
    expect(text('publications.bib')).toContain(`% Records: ${months.length}; the newest is of 2024-04-30\n\n@`);
    const page = pages.find(({ address }) => address === '/publications/')!;
    expect(page.html.all('a').map((element) => attribute(element, 'href'))).toContain('/publications.zip');
  });
});

test('no link of a split list leads nowhere', () => {
  expect(deadLinks(pages, site, 'https://lists.example.org')).toEqual([]);
});

/** Titles must differ in more than a number, or they would be reported as nearly the same. */
const numberWords = (index: number): string =>
  [...String(index)]
    .map((digit) => ['ash', 'birch', 'cedar', 'date', 'elm', 'fir', 'gum', 'hazel', 'iris', 'juniper'][Number(digit)])
    .join(' ');

/** Publications that the list of a page links to. */
function slugsOf(page: SitePage): string[] {
  const slugs = page.html
    .all('a')
    .flatMap((element) => /^\/publications\/(work-\d+)\/$/.exec(attribute(element, 'href') ?? '')?.[1] ?? []);
  return [...new Set(slugs)];
}

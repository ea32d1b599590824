import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder, contentFolder, type BuiltSite } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { attribute, textOf } from '../support/read-html.ts';
import { deadLinks, readPages, type SitePage } from './site-pages.ts';

/** Publications of one year: 350 of March, 3 of April, 347 that name no month; all of one journal, one topic and one person. */
const months = [
  ...Array.from({ length: 350 }, () => '2024-03'),
  '2024-04',
  '2024-04-02',
  '2024-04-30',
  ...Array.from({ length: 347 }, () => '2024'),
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
      'institute: Example\nurl: https://lists.example.org\nlocales: [en]\nstyles: []\nfeatures: { related: false }\n',
    'people/jamshidi-a.yaml': 'names: [Jamshidi A]\n',
    'topics/sleep.yaml': 'label: Sleep\n',
  });
  site = await buildFolder(folder);
  pages = readPages(site);
});

test('seven hundred publications of one year are built without a problem', () => {
  expect(site.problems).toEqual([]);
  expect(site.publications).toBe(700);
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

  test('has a page for each month, and several for a month of more than 300', () => {
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
    for (const part of parts) expect(slugsOf(pageAt(root + part)).length, part).toBeLessThanOrEqual(300);
  });

  test('says how many of its publications each page shows, and leads on to the next one', () => {
    const addresses = [root, ...parts.map((part) => root + part)];
    for (const [index, address] of addresses.entries()) {
      const end = pageAt(address).html.all('nav', (nav) => attribute(nav, 'aria-labelledby') === 'all-parts')[0]!;
      expect(textOf(end), address).toContain(`${slugsOf(pageAt(address)).length} of 700 publications are on this page`);
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
    expect(textOf(main)).toContain('700');
    const titles = [root, ...parts.map((part) => root + part)].map((address) =>
      textOf(pageAt(address).html.all('title')[0]!),
    );
    expect(new Set(titles).size, titles.join('\n')).toBe(titles.length);
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

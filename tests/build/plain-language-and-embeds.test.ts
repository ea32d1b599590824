import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder, contentFolder, minimalSite, type BuiltSite } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { attribute, readHtml, textOf, type Element, type Html } from '../support/read-html.ts';

const told = {
  both: { en: 'We counted sheep.', fa: 'گوسفند شمردیم.' },
  english: { en: 'We slept at last.' },
};
const files = {
  'site.yaml': minimalSite,
  'people/jamshidi-a.yaml': 'names: [Jamshidi A]\n',
  'people/nobody.yaml': 'names: [Nobody N]\n',
  'topics/sleep.yaml': 'label: { en: Sleep, fa: خواب }\n',
  'publications/sheep.mdx': publicationText({
    title: 'Sheep in the dark',
    published: '2024-03-02',
    authors: ['Jamshidi A'],
    topics: ['sleep'],
    summary: told.both,
    status: 'retracted',
    notices: [{ type: 'retraction', date: '2024-05-01' }],
  }),
  'publications/nap.mdx': publicationText({
    title: 'The nap',
    published: '2023',
    authors: ['Jamshidi A'],
    summary: told.english,
  }),
  ...Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [
      `publications/older-${index}.mdx`,
      publicationText({
        title: `Older work on ${['ash', 'birch', 'cedar', 'date', 'elm', 'fir', 'gum', 'hazel', 'iris', 'juniper', 'kapok'][index]}`,
        published: '2020',
        authors: ['Jamshidi A'],
      }),
    ]),
  ),
};

let site: BuiltSite;
beforeAll(async () => {
  site = await buildFolder(contentFolder(files));
  expect(site.problems).toEqual([]);
});
const pageAt = (address: string): Html => readHtml(site.read(`${address.slice(1)}index.html`));
const main = (page: Html): Element => page.all('main')[0]!;
const hrefs = (page: Html): (string | undefined)[] => page.all('a').map((link) => attribute(link, 'href'));

describe('the list of plain-language summaries', () => {
  test('has what has a summary, newest first, in the language of the reader or marked with its own', () => {
    for (const [prefix, summaries, marks] of [
      ['', [told.both.en, told.english.en], []],
      ['/fa', [told.both.fa, told.english.en], ['خلاصه به زبان انگلیسی']],
    ] as const) {
      const page = pageAt(`${prefix}/plain-language/`);
      const articles = page.all('article');
      expect(articles.map((article) => summaries.find((text) => textOf(article).includes(text)))).toEqual(summaries);
      for (const mark of marks) expect(textOf(articles[1]!)).toContain(mark);
      // Nobody needs to be told that two sentences take a minute.
      expect(textOf(main(page))).not.toMatch(/1 min|۱ دقیقه/);
      expect(textOf(main(page))).not.toContain('Older work');
    }
    const [paragraph] = pageAt('/fa/plain-language/').all('p', (element) => textOf(element) === told.english.en);
    expect([attribute(paragraph!, 'lang'), attribute(paragraph!, 'dir')]).toEqual(['en', 'ltr']);
  });

  test('says what was retracted, on its page and in the band of the home page', () => {
    for (const address of ['/plain-language/', '/'])
      expect(textOf(pageAt(address).all('article')[0]!), address).toContain('Retracted');
  });

  test('is linked to from home, from publications with a summary, and from llms.txt, and is in the sitemap', () => {
    expect(hrefs(pageAt('/'))).toContain('/plain-language/');
    expect(hrefs(pageAt('/fa/publications/nap/'))).toContain('/fa/plain-language/');
    expect(hrefs(pageAt('/publications/older-1/'))).not.toContain('/plain-language/');
    expect(site.read('llms.txt')).toContain('https://minimal.example.org/plain-language/');
    expect(site.read('sitemap-1.xml')).toContain('<loc>https://minimal.example.org/fa/plain-language/</loc>');
  });

  test('has a feed in each language that tells the summaries, and names it in its head', () => {
    for (const [prefix, first] of [
      ['', told.both.en],
      ['/fa', told.both.fa],
    ] as const) {
      const feed = JSON.parse(site.read(`${prefix}/plain-language/feed.json`.slice(1))) as {
        items: { id: string; title: string; content_text: string }[];
      };
      expect(feed.items.map(({ id }) => id.split('/').at(-2))).toEqual(['sheep', 'nap']);
      expect(feed.items[0]!.title).toMatch(/^RETRACTED/);
      expect(feed.items[0]!.content_text).toContain(first);
      expect(feed.items[1]!.content_text).toContain(told.english.en);
      const named = pageAt(`${prefix}/plain-language/`)
        .all('link', (link) => attribute(link, 'type') === 'application/atom+xml')
        .map((link) => attribute(link, 'href'));
      expect(named).toEqual([`${prefix}/plain-language/feed.xml`]);
    }
    expect(site.read('fa/plain-language/feed.xml')).toContain(`xml:lang="fa">&lt;p&gt;`);
  });
});

describe('the page of a list for other sites', () => {
  const address = '/people/jamshidi-a/embed/';

  test('holds the newest ten and a link to the rest, and opens links in the whole window', () => {
    const page = pageAt(address);
    expect(page.errors).toEqual([]);
    const links = hrefs(page);
    expect(links.filter((href) => href?.startsWith('/publications/'))).toHaveLength(10);
    expect(links[0]).toBe('/publications/sheep/');
    expect(links.at(-1)).toBe('/people/jamshidi-a/');
    expect(textOf(main(page))).toContain('All 13 publications');
    expect(textOf(page.all('li')[0]!)).toContain('Retracted');
    expect(page.all('base').map((base) => attribute(base, 'target'))).toEqual(['_top']);
  });

  test('has no script, header or footer, and points search engines to the whole list', () => {
    for (const prefix of ['', '/fa']) {
      const page = pageAt(prefix + address);
      expect(['script', 'header', 'footer', 'nav'].flatMap((name) => page.all(name))).toEqual([]);
      expect(page.all('meta', (meta) => attribute(meta, 'content') === 'noindex')).toHaveLength(1);
      expect(
        page.all('link', (link) => attribute(link, 'rel') === 'canonical').map((link) => attribute(link, 'href')),
      ).toEqual([`https://minimal.example.org${prefix}/people/jamshidi-a/`]);
    }
    expect(site.read('sitemap-1.xml')).not.toContain('/embed/');
  });

  test('is offered on the page of the list, as code to copy', () => {
    const [code] = pageAt('/fa/topics/sleep/').all('pre');
    expect(textOf(code!)).toBe(
      '<iframe src="https://minimal.example.org/fa/topics/sleep/embed/" title="خواب: تازه‌ترین آثار" width="100%" height="640" loading="lazy" style="border:0"></iframe>',
    );
  });

  test('is not there for those who have no publication', () => {
    expect(site.files().filter((path) => path.includes('nobody/') && path.includes('embed'))).toEqual([]);
    expect(pageAt('/people/nobody/').all('pre')).toEqual([]);
  });
});

test('without summaries there is no list of them, and without the feature no page for other sites; nothing leads there', async () => {
  const without = await buildFolder(
    contentFolder({
      ...files,
      'site.yaml': `${minimalSite}features: { embeds: false }\n`,
      'publications/sheep.mdx': publicationText({
        title: 'Sheep in the dark',
        authors: ['Jamshidi A'],
        topics: ['sleep'],
      }),
      'publications/nap.mdx': publicationText({ title: 'The nap', authors: ['Jamshidi A'] }),
    }),
  );
  expect(without.problems).toEqual([]);
  expect(without.files().filter((path) => /plain-language|embed/.test(path) && !path.startsWith('_astro/'))).toEqual(
    [],
  );
  for (const path of without.files().filter((file) => /\.(html|xml|txt)$/.test(file)))
    expect(without.read(path), path).not.toMatch(/plain-language\/|\/embed\/|iframe/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileFile } from '../../src/compile/compile-file.ts';
import type { Publication } from '../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';
import { readSite } from '../../src/build/read-site.ts';
import { listFiles, type BuiltSite } from '../support/build-site.ts';
import { attribute, readHtml, type Element } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';
import { xmlFaults, xmlFaultsOfAll } from '../support/validate-xml.ts';
import { coinsFaults, coinsOf } from './machine-rules/coins-rules.ts';
import { pageFaults } from './machine-rules/page-rules.ts';
import { publicationFaults } from './machine-rules/publication-rules.ts';
import { machineFolders, readPages, squeeze, type SitePage } from './site-pages.ts';

describe.each(machineFolders)('what machines read of %s', (folder) => {
  const { site: settings } = readSite(folder, {});
  const origin = new URL(settings!.url).origin;
  const locales = settings!.locales;
  let site: BuiltSite;
  let pages: SitePage[];
  let records: Publication[];

  beforeAll(async () => {
    site = await sharedSite(folder);
    expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    pages = readPages(site);
    records = listFiles(join(folder, 'publications'))
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => {
        const { record } = compileFile(`publications/${path}`, readFileSync(join(folder, 'publications', path)), {
          locales,
          trust: 'mdx',
          names: [],
          base: '',
          url: 'https://example.org',
        });
        return JSON.parse(record!) as Publication;
      })
      .filter(({ draft }) => !draft);
  });

  const isUnlisted = ({ html }: SitePage): boolean =>
    html.all('meta', (element) => attribute(element, 'name') === 'robots').length > 0;
  const recordOf = ({ address }: SitePage): Publication | undefined => {
    const slug = /^(?:\/[a-z]{2})?\/publications\/([^/]+)\/$/.exec(address)?.[1];
    return records.find((record) => record.slug === slug);
  };

  test('the page of every publication obeys every rule, in every language', () => {
    const own = pages.filter((page) => recordOf(page) !== undefined);
    expect(own).toHaveLength(records.length * locales.length);
    expect(own.flatMap((page) => publicationFaults({ site, origin, page }, recordOf(page)!))).toEqual([]);
  });

  test('the rules find what is wrong with a page', () => {
    const page = pages.find((each) => {
      const record = recordOf(each);
      return record?.doi !== undefined && record.type !== 'editorial' && record.type !== 'media';
    })!;
    const record = recordOf(page)!;
    const text = site.read(page.path);
    const faultsOf = (html: string) =>
      publicationFaults({ site, origin, page: { ...page, html: readHtml(html) } }, record);
    expect(faultsOf(text)).toEqual([]);
    const spoiled: readonly (readonly [RegExp, string])[] = [
      [/<meta name="citation_title"[^>]*>/, ''],
      [/<meta name="citation_author"/, '<meta name="citation_author" content="One More"><meta name="citation_author"'],
      [/(<meta name="citation_publication_date" content=")[^"]*/, '$12024-01-01'],
      [/<meta name="citation_title"/, '<meta name="citation_inbook_title" content="x"><meta name="citation_title"'],
      [/<meta name="citation_doi"[^>]*>/, ''],
      [
        /<meta name="citation_title"/,
        '<meta name="citation_pdf_url" content="https://elsewhere.example/a.pdf"><meta name="citation_title"',
      ],
      [/<link rel="related"/, '<link rel="cite-as"'],
      [/<link rel="describedby alternate"[^>]*>/, ''],
      [/"@id":"[^"]*#work","url"/, '"@id":"other","url"'],
      [/(<meta property="og:image" content="[^"]*)/, '$1.gone'],
      [/<h1/, '<span class="Z3988" title="ctx_ver=Z39.88-2004"></span><h1'],
    ];
    for (const [from, to] of spoiled) {
      const html = text.replace(from, to);
      expect(html, String(from)).not.toBe(text);
      expect(faultsOf(html), String(from)).not.toEqual([]);
    }
  });

  test('every page says what it is, and where', () => {
    const listed = pages.filter((page) => !isUnlisted(page));
    expect(listed.length).toBeGreaterThan(records.length);
    expect(listed.flatMap((page) => pageFaults({ site, origin, page }))).toEqual([]);
  });

  test('no other page has citation tags, and every list offers what it lists to reference managers', () => {
    const others = pages.filter((page) => recordOf(page) === undefined);
    const tagged = others.filter(
      ({ html }) =>
        html.all('meta', (element) => /citation_|^DC|z:item/.test(attribute(element, 'name') ?? '')).length > 0,
    );
    expect(tagged.map(({ path }) => path)).toEqual([]);
    const lists = others.filter(({ address }) =>
      /^\/(?:(?:fa|ar)\/)?(?:publications|plain-language|years|people|units|topics|journals)\/(?:(?!.*embed).*\/)?$/.test(
        address,
      ),
    );
    const faults = lists.flatMap((page) => coinsFaults({ site, origin, page }, slugsOf(page), records));
    expect(faults).toEqual([]);
    expect(lists.flatMap(coinsOf).length).toBeGreaterThan(records.length);
  });

  test('sitemaps are valid, and hold every page that may be listed and no other', async () => {
    const index = site.read('sitemap-index.xml');
    const files = values(index, 'loc').map((url) => url.slice(origin.length + 1));
    expect(site.read('robots.txt')).toContain(`Sitemap: ${origin}/sitemap-index.xml\n`);
    const texts = Object.fromEntries(files.map((file) => [file, site.read(file)]));
    expect(await xmlFaultsOfAll({ 'sitemap-index.xml': index, ...texts }, 'sitemap.xsd')).toEqual([]);
    const found = Object.values(texts)
      .flatMap((text) => values(text, 'loc'))
      .sort();
    const expected = pages
      .filter((page) => !isUnlisted(page) && !/^\/(?:(?:fa|ar)\/)?search\/$/.test(page.address))
      .map(({ address }) => origin + encodeURI(address))
      .sort();
    expect(found).toEqual(expected);
  });

  test('sitemaps know the languages of each page, and the day of its last change where the content does', () => {
    const text = site.read('sitemap-1.xml');
    const entries = text.split('<url>').slice(1);
    for (const entry of entries) {
      const address = values(entry, 'loc')[0]!.slice(origin.length);
      const page = pages.find((each) => encodeURI(each.address) === address)!;
      const inPage = page.html
        .all('link', (element) => attribute(element, 'hreflang') !== undefined)
        .map((element) => `${attribute(element, 'hreflang')} ${attribute(element, 'href')}`);
      const inMap = [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(
        ([, lang, href]) => `${lang} ${href}`,
      );
      expect(inMap.sort(), address).toEqual(inPage.sort());
      const record = recordOf(page);
      if (!record) continue;
      const [first, ...others] = [
        record.added ?? record.published,
        ...record.notices.flatMap(({ date }) => date ?? []),
      ];
      const latest = others.reduce((a, b) => (iso(b) > iso(a) ? b : a), first);
      expect(values(entry, 'lastmod')).toEqual(latest.day === undefined ? [] : [iso(latest)]);
    }
  });

  test('every feed that a page names is there and valid, and says what was retracted', async () => {
    const named = new Set(
      pages.flatMap(({ html }) =>
        html
          .all('link', (element) => /atom|feed\+json/.test(attribute(element, 'type') ?? ''))
          .map((element) => attribute(element, 'href')!.slice(1)),
      ),
    );
    const written = site.files().filter((path) => /(^|\/)feed\.(xml|json)$/.test(path));
    expect([...named].sort()).toEqual(written);
    for (const path of written.filter((name) => name.endsWith('.json')))
      expect(jsonFeedFaults(JSON.parse(site.read(path)) as JsonFeed, `${origin}/${path}`), path).toEqual([]);
    const atom = written.filter((path) => path.endsWith('.xml'));
    expect(atom.length).toBeGreaterThan(0);
    const texts = Object.fromEntries(atom.map((path) => [path, site.read(path)]));
    expect(await xmlFaultsOfAll(texts, 'atom.rng')).toEqual([]);
    const whole = JSON.parse(site.read('feed.json')) as JsonFeed;
    for (const { id, title, content_text: content, date_modified: modified } of whole.items) {
      const record = records.find(({ slug }) => id === `${origin}/publications/${slug}/`)!;
      const inLanguage = record.titles[locales[0]!] ?? record.title;
      expect(squeeze(title).endsWith(squeeze(richTextToPlain(inLanguage))), title).toBe(true);
      if (record.status === 'retracted') expect(`${title} ${content}`).toMatch(/^RETRACTED: .* RETRACTED/s);
      for (const { date } of record.notices) if (date) expect(modified >= iso(date)).toBe(true);
    }
    const dates = whole.items.map((item) => item.date_modified);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('the search description, the repository and llms.txt are as their rules say', async () => {
    if (site.files().includes('opensearch.xml')) {
      expect(await xmlFaults(site.read('opensearch.xml'), 'opensearch.xsd')).toEqual([]);
      expect(site.read('opensearch.xml')).toContain(`template="${origin}/search/?q={searchTerms}"`);
    }
    expect(site.files().includes('oai.xml')).toBe(settings!.features.oai);
    if (settings!.features.oai) {
      const text = site.read('oai.xml');
      expect(await xmlFaults(text, 'oai.rng')).toEqual([]);
      expect(values(text, 'oai:identifier')).toHaveLength(records.length);
    }
    const llms = site.read('llms.txt');
    expect(llms).toMatch(/^# .+\n\n> .+\n\n/);
    for (const [, address] of llms.matchAll(/\]\(([^)]+)\)/g)) {
      const path = decodeURI(address!.slice(origin.length + 1)).replace(/(^|\/)$/, '$1index.html');
      expect(site.files(), address).toContain(path);
    }
  });
});

const iso = ({ year, month, day }: Publication['published']): string =>
  [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))].join('-');

/** Texts of the elements of one name; addresses hold nothing that XML must escape but the ampersand. */
const values = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text!.replaceAll('&amp;', '&'));

/** Slugs in the order of the list, as links of its headings. What to begin with stands in the list once more. */
function slugsOf({ html }: SitePage): string[] {
  const start = new Set(
    html
      .all('section', (element) => attribute(element, 'aria-labelledby') === 'start')
      .flatMap((element) => elementsIn(element)),
  );
  return html
    .all('*', (element) => attribute(element, 'class') === 'pub' || element.tagName === 'article')
    .filter((element) => !start.has(element))
    .flatMap((element) =>
      linksIn(element)
        .flatMap((href) => /\/publications\/([^/]+)\/$/.exec(href)?.[1] ?? [])
        .slice(0, 1),
    );
}

const elementsIn = (element: Element): Element[] =>
  element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []));

const linksIn = (element: Element): string[] =>
  element.childNodes.flatMap((node) =>
    'tagName' in node ? [...(node.tagName === 'a' ? [attribute(node, 'href') ?? ''] : []), ...linksIn(node)] : [],
  );

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly feed_url: string;
  readonly home_page_url: string;
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_text: string;
    readonly date_published: string;
    readonly date_modified: string;
    readonly authors: readonly { readonly name: string }[];
  }[];
}

/** https://www.jsonfeed.org/version/1.1/ */
function jsonFeedFaults(feed: JsonFeed, address: string): string[] {
  const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  const ids = feed.items.map(({ id }) => id);
  return [
    feed.version === 'https://jsonfeed.org/version/1.1' ? '' : 'version',
    typeof feed.title === 'string' && feed.title !== '' ? '' : 'title',
    feed.feed_url === address ? '' : `feed_url ${feed.feed_url}`,
    new Set(ids).size === ids.length && ids.length > 0 ? '' : 'ids',
    ...feed.items.flatMap((item) => [
      typeof item.id === 'string' && /^https?:/.test(item.url) ? '' : `address of ${item.id}`,
      item.content_text !== '' && item.title !== '' ? '' : `content of ${item.id}`,
      date.test(item.date_published) && date.test(item.date_modified) ? '' : `dates of ${item.id}`,
      item.authors.every(({ name }) => name !== '') ? '' : `authors of ${item.id}`,
    ]),
  ].filter((fault) => fault !== '');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { compileFile } from '../../src/compile/compile-file.ts';
import { mailAddress } from '../../src/domain/people/mail-address.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';
import type { Publication } from '../../src/domain/publication/publication.ts';
import { projectDir } from '../../src/project/settings.ts';
import { listFiles, siteFolder, type BuiltSite } from '../support/build-site.ts';
import { attribute, textOf } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';
import { linked, shownTexts } from './shown-fields.ts';
import { deadLinks, readPages, squeeze, type SitePage } from './site-pages.ts';

const sites = [
  {
    name: 'the gallery',
    folder: siteFolder('gallery'),
    origin: 'https://gallery.example.org',
    locales: ['en', 'fa', 'ar'],
    // Forty authors, and each part of the record by which an error can be reported.
    weighed: { slug: 'fabula-2023-forty', authors: 40, bytes: 9_000 },
  },
  {
    name: 'the example content',
    folder: join(projectDir, 'content'),
    origin: 'https://publications.example.org',
    locales: ['en', 'fa'],
    weighed: { slug: 'jamshidi-2024-allogeneic', authors: 16, bytes: 8_000 },
  },
];
const directions: Record<string, string> = { en: 'ltr', fa: 'rtl', ar: 'rtl' };

describe.each(sites)('$name', ({ folder, origin, locales, weighed }) => {
  let site: BuiltSite;
  let pages: SitePage[];
  let records: Publication[];
  const pageAt = (address: string) => pages.find((page) => page.address === address)!;

  beforeAll(async () => {
    site = await sharedSite(folder);
    pages = readPages(site);
    records = listFiles(join(folder, 'publications'))
      .filter((path) => path.endsWith('.mdx'))
      .map(
        (path) =>
          JSON.parse(
            compileFile(`publications/${path}`, readFileSync(join(folder, 'publications', path)), {
              locales,
              trust: 'mdx',
              names: [],
              base: '',
              url: 'https://example.org',
            }).record!,
          ) as Publication,
      );
  });

  test('says in the head of every page what is on it', () => {
    const meta = (name: string, { html }: SitePage) =>
      html
        .all('meta', (element) => attribute(element, 'name') === name)
        .map((element) => attribute(element, 'content'));
    // A publication without an abstract has the description for social media alone.
    const descriptionsOf = (page: SitePage) => {
      const named = meta('description', page);
      if (named.length > 0) return named;
      return meta('twitter:description', page);
    };
    // An address that leads on, or nowhere, has nothing on it.
    const isPage = (page: SitePage) =>
      meta('robots', page)[0] !== 'noindex' || /\/(?:embed|reading-list)\//.test(page.address);
    const told = pages.filter(isPage).map((page) => [page.address, descriptionsOf(page)] as const);
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(([, descriptions]) => descriptions.length !== 1 || (descriptions[0] ?? '').length < 5)).toEqual(
      [],
    );
  });

  test('has no problem, and publishes all that is no draft', () => {
    // An office sees in its first build what of the example it has to replace.
    const names = new Set(site.problems.map(({ name }) => name));
    expect([...names]).toEqual(folder === join(projectDir, 'content') ? ['example-address'] : []);
    expect(site.publications).toBe(records.filter(({ draft }) => !draft).length);
  });

  test('is HTML without an error of syntax', () => {
    expect(pages.flatMap(({ path, html }) => html.errors.map((error) => `${path}: ${error}`))).toEqual([]);
  });

  test('has no link, picture or fragment that leads nowhere', () => {
    expect(deadLinks(pages, site, origin)).toEqual([]);
  });

  test('has one first heading on each page, no id twice, and no picture without alternative or of unknown size', () => {
    for (const { path, html } of pages) {
      expect(html.all('h1').map(textOf).filter(Boolean), path).toHaveLength(1);
      const ids = html.all('*').flatMap((element) => attribute(element, 'id') ?? []);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        path,
      ).toEqual([]);
      expect(
        html.all('img', (element) => attribute(element, 'alt') === undefined || attribute(element, 'width') === '0'),
        path,
      ).toEqual([]);
    }
  });

  test('preloads the serif where a Persian page has Latin titles, or a script draws them', () => {
    const serif = readFileSync(
      join(projectDir, 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
    );
    for (const address of ['search', `publications/${weighed.slug}`]) {
      const { html } = pages.find(({ path }) => path === `fa/${address}/index.html`)!;
      const fonts = html
        .all('link', (link) => attribute(link, 'rel') === 'preload')
        .map((link) => readFileSync(join(site.settings.outDir, attribute(link, 'href')!)));
      expect(
        fonts.filter((font) => font.equals(serif)),
        address,
      ).toHaveLength(1);
    }
  });

  test('has light pages: a publication, and what every page loads', () => {
    const size = (path: string) => gzipSync(site.read(path), { level: 9 }).length;
    expect(records.find(({ slug }) => slug === weighed.slug)?.contributions).toHaveLength(weighed.authors);
    for (const locale of locales) {
      const path = `${locale === locales[0] ? '' : `${locale}/`}publications/${weighed.slug}/index.html`;
      expect(size(path), path).toBeLessThanOrEqual(weighed.bytes);
      const { html } = pages.find((page) => page.path === path)!;
      const sheets = html.all('link', (link) => attribute(link, 'rel') === 'stylesheet');
      const scripts = html.all('script', (script) => attribute(script, 'src') !== undefined);
      const total = (elements: typeof sheets, name: string) =>
        elements.reduce((sum, element) => sum + size(new URL(attribute(element, name)!, origin).pathname.slice(1)), 0);
      expect(sheets.length).toBeGreaterThan(0);
      expect(total(sheets, 'href'), 'style sheets').toBeLessThanOrEqual(9_000);
      expect(scripts.length).toBeGreaterThan(0);
      expect(total(scripts, 'src'), 'scripts').toBeLessThanOrEqual(4_000);
    }
  });

  test('says the language and direction of each page', () => {
    for (const { path, html } of pages) {
      const locale = locales.find((code) => path.startsWith(`${code}/`)) ?? locales[0]!;
      const [root] = html.all('html');
      expect([attribute(root!, 'lang'), attribute(root!, 'dir')], path).toEqual([locale, directions[locale]]);
    }
  });

  test('names each page by its own address, and its other languages both ways', () => {
    for (const page of pages) {
      const links = page.html.all('link');
      const canonical = links
        .filter((element) => attribute(element, 'rel') === 'canonical')
        .map((element) => attribute(element, 'href'));
      const isAlias = page.html.all('meta', (element) => attribute(element, 'http-equiv') === 'refresh').length > 0;
      // What is out of search engines, and stands for no other page, has no address to name.
      if (page.path === '404.html' || page.address.endsWith('/reading-list/')) continue;
      expect(canonical, page.path).toHaveLength(1);
      if (isAlias || page.address.endsWith('/embed/')) continue;
      expect(canonical, page.path).toEqual([origin + encodeURI(page.address)]);
      for (const link of links) {
        const language = attribute(link, 'hreflang');
        if (attribute(link, 'rel') !== 'alternate' || language === undefined || attribute(link, 'type') !== undefined)
          continue;
        const other = pageAt(decodeURI(new URL(attribute(link, 'href')!).pathname));
        expect(other, `${page.path} names ${attribute(link, 'href')}`).toBeDefined();
        const back = other.html
          .all('link', (element) => attribute(element, 'rel') === 'alternate')
          .map((element) => attribute(element, 'href'));
        expect(back, `${other.path} names ${page.path}`).toContain(canonical[0]);
      }
    }
  });

  test('shows every field of a record on its page', () => {
    for (const record of records.filter(({ draft }) => !draft)) {
      const { html } = pageAt(`/publications/${record.slug}/`);
      const text = squeeze(textOf(html.all('main')[0]!));
      const addresses = html
        .all('*')
        .flatMap((element) => ['href', 'src', 'alt'].flatMap((name) => attribute(element, name) ?? []))
        .join('\n');
      for (const [field, value] of shownTexts(record))
        expect(text, `${record.file}: ${field} ${value}`).toContain(squeeze(value));
      for (const [field, value] of linked(record, records))
        expect(
          decodeURIComponent(addresses.replace(/%(?![0-9a-f]{2})/gi, '%25')).toLowerCase(),
          `${record.file}: ${field}`,
        ).toContain(value.toLowerCase());
    }
  });

  test('has the citation files of every publication and no other, none of them empty', () => {
    const expected = records
      .filter(({ draft }) => !draft)
      .flatMap(({ slug }) =>
        singleFormats(offeredFormats()).map(({ extension }) => `publications/${slug}${extension}`),
      );
    const found = site.files().filter((path) => /^publications\/[^/]+\.(bib|ris|nbib|csl\.json)$/.test(path));
    expect(found).toEqual(expected.sort());
    for (const record of records.filter(({ draft }) => !draft)) {
      const family = record.contributions[0]!.name;
      expect(site.read(`publications/${record.slug}.bib`)).toMatch(
        new RegExp(`^@\\w+\\{${record.citekey.replace(/[.+]/g, '\\$&')},`),
      );
      const [item] = JSON.parse(site.read(`publications/${record.slug}.csl.json`)) as {
        title: string;
        author?: { family?: string; literal?: string }[];
      }[];
      expect(squeeze(item!.title.replace(/<[^>]*>/g, ''))).toContain(
        squeeze(richTextToPlain(record.title)).slice(0, 12),
      );
      expect(item!.author?.[0]?.family ?? item!.author?.[0]?.literal).toBe(
        'family' in family ? item!.author?.[0]?.family : family.printed,
      );
    }
  });

  test('leads from each old address to the publication, in every language', () => {
    const aliases = records.flatMap(({ slug, aliases: old, draft }) =>
      draft ? [] : old.map((alias) => ({ slug, alias })),
    );
    for (const { slug, alias } of aliases) {
      for (const locale of locales) {
        const prefix = locale === locales[0] ? '' : `/${locale}`;
        const page = pageAt(`${prefix}/publications/${alias}/`);
        const target = `${prefix}/publications/${slug}/`;
        expect(
          page.html.all('a').map((element) => attribute(element, 'href')),
          alias,
        ).toContain(target);
        expect(
          page.html
            .all('meta', (element) => attribute(element, 'http-equiv') === 'refresh')
            .map((element) => attribute(element, 'content')),
        ).toEqual([`0; url=${target}`]);
      }
    }
  });

  test('tells nothing of drafts', () => {
    for (const { slug, title } of records.filter(({ draft }) => draft)) {
      const words = squeeze(richTextToPlain(title));
      expect(site.files().filter((path) => path.includes(slug))).toEqual([]);
      expect(
        pages
          .filter(({ html }) => html.all('html').some((root) => squeeze(textOf(root)).includes(words)))
          .map(({ path }) => path),
      ).toEqual([]);
    }
  });

  test('lists every publication exactly once by its year', () => {
    const years = pages.filter(({ address }) => /^\/years\/\d{4}\/$/.test(address));
    const listed = years.flatMap((page) => listedSlugs(page));
    expect([...listed].sort()).toEqual(
      records
        .filter(({ draft }) => !draft)
        .map(({ slug }) => slug)
        .sort(),
    );
    for (const page of years) {
      const year = Number(/\d{4}/.exec(page.address)![0]);
      for (const slug of listedSlugs(page))
        expect(records.find((record) => record.slug === slug)?.published.year, slug).toBe(year);
    }
  });

  test('shows no mail address but those that the institute gives to its readers', () => {
    const given = new Set(
      listFiles(folder)
        .filter((path) => path === 'site.yaml' || path.startsWith('pages/'))
        .flatMap((path) => readFileSync(join(folder, path), 'utf8').match(mailAddress) ?? []),
    );
    // OAI-PMH asks for one, and a site that names none has that of its host (RFC 2142).
    const webmaster = `webmaster@${new URL(origin).hostname}`;
    const shown = site
      .files()
      .filter((path) => /\.(?:html|xml|json|txt|bib|ris|nbib|csv)$/.test(path))
      .flatMap((path) => site.read(path).match(mailAddress) ?? []);
    expect([...new Set(shown)].filter((address) => !given.has(address) && address !== webmaster)).toEqual([]);
    expect(given.size).toBeGreaterThan(0);
    expect(shown).toEqual(expect.arrayContaining([...given]));
  });

  test('asks nobody else for anything', () => {
    for (const { path, html } of pages) {
      for (const element of html.all('*')) {
        const loads = ['script', 'img', 'iframe', 'video', 'audio', 'source', 'track', 'embed', 'object'].includes(
          element.tagName,
        )
          ? [attribute(element, 'src'), attribute(element, 'poster'), attribute(element, 'data')]
          : [];
        const sheet =
          element.tagName === 'link' &&
          /stylesheet|preload|icon|preconnect|prefetch/.test(attribute(element, 'rel') ?? '')
            ? [attribute(element, 'href')]
            : [];
        for (const address of [...loads, ...sheet])
          expect(address ?? '', `${path}: <${element.tagName}>`).not.toMatch(/^(https?:)?\/\//);
      }
    }
  });
});

/** Slugs of the publications in the lists of a page, as often as they are listed. */
function listedSlugs({ html }: SitePage): string[] {
  return html.all('main')[0]!.childNodes.flatMap(function collect(node): string[] {
    if (!('tagName' in node)) return [];
    const slug = /^h[2-4]$/.test(node.tagName) ? slugIn(node) : undefined;
    return slug ? [slug] : node.childNodes.flatMap(collect);
  });
}

function slugIn(element: Parameters<typeof textOf>[0]): string | undefined {
  const find = (node: (typeof element.childNodes)[number]): string | undefined => {
    if (!('tagName' in node)) return undefined;
    const slug = /^\/publications\/([^/]+)\/$/.exec(attribute(node, 'href') ?? '')?.[1];
    return slug ?? node.childNodes.map(find).find(Boolean);
  };
  return element.childNodes.map(find).find(Boolean);
}

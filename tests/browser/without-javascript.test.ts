import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { describeEach, testEach } from '../support/slow.ts';
import { article, manyAuthors, visits, type Locale } from './addresses.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();

/** A page whose scripts do not run. What a test itself evaluates still does. */
const openPlain = (address: string, locale?: Locale): Promise<Page> =>
  gallery.open(address, locale, { javaScriptEnabled: false });

describe('every page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await gallery.newContextForAll({ javaScriptEnabled: false })).newPage();
  });
  afterAll(() => page.context().close());

  testEach(visits, ({ isQuick }) => isQuick)(
    '$locale $address shows no control that does nothing',
    async ({ address, locale }) => {
      await page.goto(gallery.path(address, locale));
      expect(await page.locator('html').getAttribute('class')).toBeNull();
      expect(await page.locator('.js-only').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('[data-theme-toggle], [data-copy]').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('main h1').count()).toBe(1);
    },
  );
});

test('a list opens what it offers by a link, and closes it by another', async () => {
  const page = await openPlain('/people/fictus-ada/');
  const sheet = page.locator('#bulk');
  expect(await sheet.isVisible()).toBe(false);
  await page.locator('a[href="#bulk"]').first().click();
  expect(await sheet.isVisible()).toBe(true);
  expect(await sheet.locator('a[download]').count()).toBeGreaterThan(3);
  await sheet.locator('[data-close]').click();
  expect(await sheet.isVisible()).toBe(false);
});

describe('a publication', () => {
  test('shows all authors and affiliations on demand', async () => {
    const page = await openPlain(manyAuthors);
    const authors = page.locator('.names li').filter({ visible: true });
    expect(await authors.count()).toBe(6);
    expect(await authors.last().innerText()).toBe(await page.locator('.names li').last().innerText());
    await page.locator('.byline .all summary').click();
    expect(await authors.count()).toBe(40);
    const affiliations = page.locator('.affil li').filter({ visible: true });
    expect(await affiliations.count()).toBe(0);
    await page.locator('#affiliations > summary').click();
    expect(await affiliations.count()).toBe(8);
  });

  test('shows the card of an author', async () => {
    const page = await openPlain(article);
    await page.locator('.names button').first().click();
    expect(await page.locator('.names [popover]:popover-open').innerText()).toContain('Institute of Invented Sciences');
  });

  testEach(['fa', 'en'] as const)(
    'shows how to cite it in %s, in each style, and its files by program',
    async (locale) => {
      const page = await openPlain(article, locale);
      await page.locator('.actions a[href="#cite"]').click();
      const citation = page.locator('#cite');
      expect(new URL(page.url()).hash).toBe('#cite');
      const shown = citation.locator('.reference').filter({ visible: true });
      expect(await shown.count()).toBe(1);
      expect(await shown.locator('p[dir=ltr], p:not([dir])').first().innerText()).toContain('Fictus A');
      expect(await shown.locator('p').count()).toBe(locale === 'fa' ? 2 : 1);
      expect(await shown.locator('p').first().innerText()).toMatch(locale === 'fa' ? /1403/ : /Fictus A/);
      await citation.locator('summary').click();
      const texts = await shown.allInnerTexts();
      expect(texts.length).toBeGreaterThanOrEqual(3);
      expect(new Set(texts).size).toBe(texts.length);
      const programs = (await citation.locator('small').allInnerTexts()).join(', ').split(', ');
      expect(programs.toSorted()).toEqual(['EndNote', 'LaTeX', 'Mendeley', 'Zotero']);
    },
  );

  test('offers its files as links, and each is served as what it is', async () => {
    const page = await openPlain(article);
    const hrefs = await page
      .locator('#cite a[download]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const mediaTypes = new Map<string, string>();
    for (const href of new Set(hrefs)) {
      const response = await page.request.get(href);
      expect(response.status(), href).toBe(200);
      expect((await response.text()).length, href).toBeGreaterThan(100);
      mediaTypes.set(href.slice(`${gallery.origin}${article}`.length - 1), response.headers()['content-type'] ?? '');
    }
    for (const { extension, mediaType } of singleFormats(offeredFormats()))
      expect(mediaTypes.get(extension)?.split(';')[0], extension).toBe(mediaType);
  });

  test('is shared by plain links, with its address ready to select', async () => {
    const page = await openPlain(article);
    await page.locator('.menu summary').click();
    expect(await page.locator('.share a').filter({ visible: true }).count()).toBe(7);
    for (const link of await page.locator('.share li a').all())
      expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(
        `https://gallery.example.org${article}`,
      );
    expect(await page.locator('#permalink').innerText()).toBe(`https://gallery.example.org${article}`);
    expect(await page.locator('#permalink').evaluate((element) => getComputedStyle(element).userSelect)).toBe('all');
  });
});

describeEach(['en', 'fa'] as const)('the search page in %s', (locale) => {
  test('says what it needs, and offers the lists and the files of all records instead', async () => {
    const page = await openPlain('/search/', locale);
    expect(await page.locator('.empty__title.no-js').isVisible()).toBe(true);
    expect(await page.locator('[data-finder]').isVisible()).toBe(false);
    const links = page.locator('[data-browse] a').filter({ visible: true });
    const paths = await links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    const files = offeredFormats().map(({ extension }) => `/publications${extension}`);
    expect(paths.toSorted()).toEqual(
      ['/publications/', '/people/', '/units/', '/journals/', '/topics/']
        .map((path) => gallery.path(path, locale))
        .concat(files)
        .toSorted(),
    );
    for (const file of files) expect((await page.request.get(file)).status(), file).toBe(200);
    await links.first().click();
    await expect.poll(() => page.locator('main a').count()).toBeGreaterThan(5);
  });

  test('is reached with what was asked', async () => {
    const page = await openPlain('/', locale);
    await page.locator('input[name=q]').fill('clouds');
    await page.locator('input[name=q]').press('Enter');
    await page.waitForURL(`**${gallery.path('/search/', locale)}?q=clouds`);
    expect(await page.locator('[data-browse] a').first().isVisible()).toBe(true);
  });
});

testEach(['fa', 'en'] as const)(
  'every figure of the statistics in %s has its table, and needs no script',
  async (locale) => {
    const page = await openPlain('/statistics/', locale);
    const figures = page.locator('figure');
    expect(await figures.count()).toBeGreaterThan(5);
    for (const figure of await figures.all()) {
      // The gallery knows of too few publications whether they are open for a share of each year: numbers alone are told.
      const told = await figure.locator('figcaption').innerText();
      if (!/free|رایگان/.test(told)) expect(await figure.locator('svg.chart').first().isVisible()).toBe(true);
      const summary = figure.locator('summary');
      if ((await summary.count()) > 0) await summary.click();
      const table = figure.getByRole('table');
      expect(await table.getByRole('columnheader').count()).toBeGreaterThan(1);
      const rows = await table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') })
        .all();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(await row.getByRole('cell').last().innerText()).toMatch(/[0-9۰-۹]/);
    }
  },
);

test('a chart tells its first, last and largest year', async () => {
  const page = await openPlain('/statistics/');
  const charts = page.locator('figure svg:has(> desc)');
  expect(await charts.nth(0).locator('desc').textContent()).toMatch(/1 in 1998 and 5 in 2026; most in 2024: 16/);
  expect(await page.locator('figcaption').nth(1).innerText()).toMatch(
    /^\d+% of \d+ publications from \d{4}–\d{4} are free to read$/,
  );
  const home = await openPlain('/');
  expect(await home.locator('#per-year').textContent()).toBe(
    'Publications per year: 1 in 1998, 5 in 2026; most in 2024, with 16',
  );
});

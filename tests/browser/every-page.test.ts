import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach, testEach } from '../support/slow.ts';
import { addresses, article, manyAuthors, visits } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { loadImages, mirroredTexts, unmarkedArabic, unusedPreloads, wideElements } from './in-page.ts';

const gallery = openGallery();
const widths = [320, 390, 820, 1440];

/** One window for all pages: a whole browser needs a second for each. */
let page: Page;
const faults: string[] = [];
/** The address that is not there, while it is visited. */
let missing: string | undefined;

beforeAll(async () => {
  page = await (await gallery.newContextForAll()).newPage();
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== gallery.origin && protocol !== 'data:') faults.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== missing)
      faults.push(`${response.status()} from ${response.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.location().url !== missing) faults.push(`${message.type()}: ${message.text()}`);
  });
});
afterAll(() => page.context().close());

describeEach(visits, ({ isQuick }) => isQuick)('$locale $address', ({ address, locale }) => {
  beforeAll(async () => {
    // What the page before it left unfinished is no fault of this one.
    await page.goto('about:blank');
    await page.setViewportSize({ width: 1280, height: 900 });
    faults.length = 0;
    missing = address === addresses['not-found'][0] ? gallery.origin + address : undefined;
    // Only the search asks for anything after it is loaded.
    await page.goto(gallery.path(address, locale), {
      waitUntil: address === addresses.search[0] ? 'networkidle' : 'load',
    });
  });

  test('runs in the direction of its language, and each text in that of its script', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'en' ? 'ltr' : 'rtl');
    expect(await page.evaluate(mirroredTexts)).toEqual([]);
    expect(await page.evaluate(unmarkedArabic)).toEqual([]);
  });

  test('asks no other server, sets no cookie, fails at no request and says nothing in the console', async () => {
    await page.evaluate(loadImages);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    // A browser warns of these, but only after some seconds.
    expect(await page.evaluate(unusedPreloads)).toEqual([]);
  });

  test('needs no scrolling sideways at any width, with everything opened', async () => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(wideElements), `closed, at ${width} px`).toEqual([]);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(wideElements), `opened, at ${width} px`).toEqual([]);
    }
    expect(faults, 'nor does it ask, fail or say anything meanwhile').toEqual([]);
  });
});

describe('in Persian', () => {
  test('the title of an English record runs from left to right, and its translation as the page does', async () => {
    const page = await gallery.open(article, 'fa');
    const title = page.locator('h1');
    expect([await title.getAttribute('lang'), await title.getAttribute('dir')]).toEqual(['en', 'ltr']);
    const translation = page.locator('.translation').first();
    expect(await translation.getAttribute('dir')).toBeNull();
    expect(await translation.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await page.locator('main .prose[lang=en]').first().getAttribute('dir')).toBe('ltr');
  });
});

describe('between languages', () => {
  test('switching and switching back ends where it began', async () => {
    const page = await gallery.open(manyAuthors);
    await page.locator('.tools a[hreflang=fa]').click();
    await page.waitForURL(`**${gallery.path(manyAuthors, 'fa')}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.locator('.tools a[hreflang=en]').click();
    await page.waitForURL(`${gallery.origin}${manyAuthors}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  });
});

describe('an address that is not that of a page', () => {
  testEach(['fa', 'en', 'ar'] as const)('an old address leads to the publication in %s', async (locale) => {
    const [alias] = addresses.alias;
    const page = await gallery.open('/', locale);
    await page.goto(gallery.path(alias, locale));
    await page.waitForURL(gallery.origin + gallery.path(article, locale));
    expect(await page.locator('h1').innerText()).toContain('Counting clouds');
  });

  testEach(['/publications/fictus-2024-counting/missing.png', '/no-such-page/', '/fa/no-such-page/'])(
    '%s is answered with 404, navigation and a search',
    async (address) => {
      const page = await (await gallery.newContext()).newPage();
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      expect(response?.headers()['content-type']).toContain('text/html');
      expect(await page.locator('header nav a').count()).toBeGreaterThan(3);
      expect(await page.getByRole('search').isVisible()).toBe(true);
      await page.locator('header nav a').first().click();
      await page.waitForURL('**/publications/');
    },
  );
});

testEach([
  ['/ar/publications/none/', 'ar', 'هذه الصفحة غير موجودة'],
  ['/no-such-page/', 'en', 'This page does not exist'],
  ['/fa/no-such-page/', 'fa', 'این صفحه وجود ندارد'],
])('%s is answered in the language of the address', async (address, lang, title) => {
  const page = await (await gallery.newContext()).newPage();
  await page.goto(gallery.origin + address);
  await page.locator('.other-language').first().waitFor({ state: 'detached' });
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.title()).toContain(title);
});

test('a missing page below /fa/ has the navigation and the search field of the Persian pages, and each sentence once', async () => {
  const page = await (await gallery.newContext()).newPage();
  await page.goto(`${gallery.origin}/fa/no-such-page/`);
  await page.locator(`body > header a[href="/fa/people/"]`).waitFor();
  const home = await gallery.open('/', 'fa');
  const partsOf = async (of: Page) => ({
    header: await of.locator('body > header').innerText(),
    field: await of.locator('main input[name=q]').getAttribute('placeholder'),
    browse: await of.locator('main a[href="/fa/years/"]').allInnerTexts(),
  });
  await expect.poll(() => partsOf(page)).toEqual(await partsOf(home));
  await expect.poll(() => page.locator('main').innerText()).not.toMatch(/Browse|Title/);
  // The field that came from the other page searches like any other.
  await page.locator('main input[name=q]').fill('cloud');
  await page.getByRole('option').first().waitFor();
});

describe('on paper', () => {
  testEach([manyAuthors, article])('%s shows all authors and affiliations', async (address) => {
    const page = await gallery.open(address);
    const hidden = await hiddenOnPaper(
      page,
      '.names li, .affil li > span:first-child, .roles dt, h1, .abstract .prose',
    );
    expect(hidden).toEqual([]);
    expect(await page.locator('.names li').count()).toBeGreaterThanOrEqual(address === manyAuthors ? 40 : 5);
  });

  testEach([article, '/', '/publications/', '/people/fictus-ada/', '/statistics/', '/search/'])(
    '%s has no navigation, no controls and no dialog',
    async (address) => {
      const page = await gallery.open(address);
      await page.emulateMedia({ media: 'print' });
      // The names of authors are buttons that open their cards, and are printed.
      const seen = await page
        .locator('nav, dialog, button:not(.names button), summary, .actions, .tools, .skip, input')
        .evaluateAll((elements) =>
          elements.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 120)),
        );
      expect(seen).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
    },
  );

  test('a dark theme prints black on white', async () => {
    const page = await gallery.open(article, 'en', { colorScheme: 'dark' });
    await page.locator('[data-theme-toggle]').click();
    await page.locator('[data-theme-toggle]').click();
    await page.emulateMedia({ media: 'print' });
    const { ink, paper } = await page.evaluate(() => {
      const lightness = (color: string): number => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        if (!canvas) throw new Error('No canvas.');
        canvas.fillStyle = 'white';
        canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
      };
      const root = getComputedStyle(document.documentElement);
      return {
        ink: lightness(getComputedStyle(document.querySelector('h1') ?? document.body).color),
        paper: lightness(root.backgroundColor),
      };
    });
    expect(paper).toBeGreaterThan(245);
    expect(ink).toBeLessThan(60);
  });
});

/** Elements of a printed page that cannot be seen. */
async function hiddenOnPaper(page: Page, selector: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  return page
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) =>
            !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) ||
            element.getBoundingClientRect().height < 8,
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    );
}

testEach([
  '/topics/cloud-arithmetic/',
  '/topics/weather/',
  '/units/faculty-of-imaginary-sciences/',
  '/publications/',
  '/years/2024/',
  '/journals/journal-of-invented-results/',
])('the list %s begins with a publication on the first screen, before its offers', async (address) => {
  for (const locale of ['en', 'fa'] as const) {
    await page.goto(gallery.path(address, locale));
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const top = await page
        .locator('.pub')
        .first()
        .evaluate((entry) => entry.getBoundingClientRect().top);
      expect(top, `${locale}, ${width} px`).toBeLessThan(400);
    }
  }
});

test('thousands of authors are opened on a telephone in a time that grows with their number alone', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(gallery.path(manyAuthors, 'en'));
  const times = await page.evaluate(async () => {
    const names = document.querySelector('.names')!;
    const all = document.querySelector<HTMLDetailsElement>('.all')!;
    // Beyond the first ones, authors of a long list have no cards.
    const own = [...names.children].slice(7, -1);
    for (const item of own) item.querySelector('[popover]')?.remove();
    const measured: number[] = [];
    for (const count of [1_000, 8_000]) {
      names.replaceChildren(
        ...Array.from({ length: count }, (_, index) => [own[index % own.length]!.cloneNode(true), ' ']).flat(),
      );
      const times: number[] = [];
      // The quickest of some, because other programs take the processor meanwhile.
      for (let time = 0; time < 4; time++) {
        all.open = false;
        document.body.getBoundingClientRect();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const start = performance.now();
        all.open = true;
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      measured.push(Math.min(...times));
    }
    return measured;
  });
  // Eight times the names; the square of it would be 64.
  expect(times[1]! / times[0]!).toBeLessThan(24);
});

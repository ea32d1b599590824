import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach, testEach } from '../support/slow.ts';
import { addresses, article, visits, type Locale } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { answered } from './search-site.ts';

const gallery = openGallery();
testEach([
  // Roman and italic serif, and sans.
  { address: '/publications/placeholder-2024-letter/', locale: 'en', kilobytes: 150 },
  // Roman serif, sans and Vazirmatn. The journal's name is upright, so that Greek letters have room.
  { address: '/publications/farzi-2023-fa/', locale: 'fa', kilobytes: 130 },
  { address: '/publications/placeholder-2024-letter/', locale: 'fa', kilobytes: 130 },
] as const)('$locale $address loads at most $kilobytes kB of fonts', async ({ address, locale, kilobytes }) => {
  const page = await gallery.open(address, locale);
  await page.evaluate(() => document.fonts.ready);
  const fonts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.woff2'))
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  );
  expect(fonts.length).toBeGreaterThan(1);
  expect(
    fonts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    JSON.stringify(fonts),
  ).toBeLessThanOrEqual(kilobytes * 1000);
});

test('the dagger of authors who contributed equally loads no font', async () => {
  const page = await gallery.open('/publications/placeholder-2024-letter/');
  const files = () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await document.fonts.ready;
      return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).length;
    });
  const before = await files();
  await page.locator('.byline').evaluate((byline) => byline.append('†'));
  expect(await files()).toBe(before);
});

test('no font hides the text while it loads', async () => {
  const page = await gallery.open(article);
  const displays = await page.evaluate(() => [
    // Fonts of the system are there at once.
    ...new Set([...document.fonts].filter(({ family }) => !/^"?Adjusted /.test(family)).map(({ display }) => display)),
  ]);
  expect(displays.sort()).toEqual(['optional', 'swap']);
});

describe('a first visit in Persian has the fonts of the site', () => {
  test('at an address that does not exist, though they come late', async () => {
    const first = await (await gallery.newContext()).newPage();
    await first.route(/\.woff2$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await first.goto('/fa/no-such-page/');
    // Spaces are in the sans, which every page loads.
    await expect.poll(() => fontsOf(first, 'h1')).toContain('Vazirmatn');
  });

  test('in the reading list, for titles in Latin letters too', async () => {
    const context = await gallery.newContext();
    await context.addInitScript(
      (slug) => localStorage.setItem('reading-list /', JSON.stringify([slug])),
      article.split('/').at(-2),
    );
    const first = await context.newPage();
    // The publication comes after the font of its title.
    await first.route(/\/fa\/publications\//, async (route) => {
      const hasFonts = first.waitForFunction(() => {
        const preloaded = [...document.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')];
        return preloaded.length === 2 && preloaded.every(({ href }) => performance.getEntriesByName(href).length > 0);
      });
      await hasFonts.catch(() => undefined);
      await route.continue();
    });
    await first.goto('/fa/reading-list/');
    await expect.poll(() => fontsOf(first, '[data-entries] h2 a')).toEqual(['Source Serif 4']);
  });
});

/** Families of the fonts in which the browser shows the text of an element; empty until there is one. */
async function fontsOf(page: Page, selector: string): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  if (nodeId === 0) return [];
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts.map(({ familyName }) => familyName);
}

/** One window for all pages whose shifts are measured: a whole browser needs a second for each. */
let page: Page;
beforeAll(async () => {
  page = await (await gallery.newContextForAll()).newPage();
});
afterAll(() => page.context().close());

/** What italics and rare letters may move when they come. */
const mostMoved = 0.02;

/** The others show nothing that these do not. */
const different: readonly string[] = [addresses.home[0], article, addresses.publications[0], addresses.statistics[0]];

testEach(visits, ({ address, isQuick }) => isQuick && different.includes(address))(
  'nothing on $locale $address moves, though fonts come late',
  async ({ address, locale }) => {
    expect(await shifts(address, locale, 300)).toBeLessThan(mostMoved);
  },
);

describeEach(['fa', 'en'] as const)('a search in %s', (locale) => {
  testEach(['?q=cloud', '?type=review', '?q=xyzzyx'])('for %s moves nothing when it answers', async (query) => {
    const address = `/search/${query}`;
    for (const width of [390, 1440]) expect(await shifts(address, locale, 300, width)).toBeLessThan(mostMoved);
  });
});

testEach(['en', 'fa'] as const)('nothing on a publication in %s moves where fonts come at once', async (locale) => {
  expect(await shifts(article, locale, 0)).toBeLessThan(mostMoved);
});

testEach(['en', 'fa'] as const)(
  'the text of a publication in %s is there before its fonts, and stays where it is',
  async (locale) => {
    expect(await shifts(article, locale, 'after the text')).toBeLessThan(mostMoved);
  },
);

/**
 * Cumulative layout shift of a page, on a telephone unless told otherwise, whose fonts and index of the search are so many
 * milliseconds late, or come when its text is shown.
 */
async function shifts(address: string, locale: Locale, delay: number | 'after the text', width = 390): Promise<number> {
  let asked = 0;
  const shown = Promise.withResolvers<void>();
  // What the page before it loaded is not kept: pages whose requests are routed have no cache.
  await page.goto('about:blank');
  await page.unrouteAll();
  await page.route(/\.woff2$|\/search\/.*\.json$/, async (route) => {
    asked += 1;
    if (delay === 'after the text') await shown.promise;
    else await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue();
  });
  await page.setViewportSize({ width, height: 800 });
  await page.goto(gallery.path(address, locale), { waitUntil: 'commit' });
  if (delay === 'after the text')
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  shown.resolve();
  await page.waitForLoadState();
  if (/^\/search\/(?:\?|$)/.test(address)) await answered(page);
  await page.evaluate(() => document.fonts.ready);
  expect(asked, 'fonts that came late').toBeGreaterThan(0);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // Shifts are told after the frame in which they happened.
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
      }),
  );
}

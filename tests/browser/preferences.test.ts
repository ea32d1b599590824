import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach } from '../support/slow.ts';
import { addresses, article, visits } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { cutTexts, movingElements, unseenElements, wideElements } from './in-page.ts';

const gallery = openGallery();

/** One window for all pages: a whole browser needs a second for each. */
let page: Page;
beforeAll(async () => {
  page = await (await gallery.newContextForAll()).newPage();
});
afterAll(() => page.context().close());

describeEach(visits, ({ isQuick }) => isQuick)('$locale $address', ({ address, locale }) => {
  beforeAll(async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference', contrast: null, forcedColors: null });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(gallery.path(address, locale));
    if (address === addresses.search[0]) await page.waitForLoadState('networkidle');
  });

  test('shows the same with reduced motion, more contrast and forced colours, and loses no control', async () => {
    const text = () => page.locator('body').innerText();
    const before = await text();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await text()).toBe(before);
    expect(await page.evaluate(movingElements)).toEqual([]);
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink-2'));
    const usual = await ink();
    await page.emulateMedia({ contrast: 'more' });
    expect(await text()).toBe(before);
    expect(await ink()).not.toBe(usual);
    await page.emulateMedia({ contrast: null, forcedColors: 'active' });
    expect(await text()).toBe(before);
    expect(await page.evaluate(unseenElements)).toEqual([]);
  });

  test('loses nothing when its text is twice as large, also at 320 px', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce', contrast: null, forcedColors: null });
    const before = await page.locator('body').innerText();
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await page.locator('body').innerText()).toBe(before);
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(wideElements), `twice as large, at ${width} px`).toEqual([]);
      expect(await page.evaluate(cutTexts), `twice as large, at ${width} px`).toEqual([]);
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(wideElements), 'at 320 px').toEqual([]);
    expect(await page.evaluate(cutTexts), 'at 320 px').toEqual([]);
  });
});

test('with forced colours, the legend of a chart still tells its series apart', async () => {
  const forced = await gallery.open(addresses.statistics[0], 'en', { forcedColors: 'active' });
  const colours = await forced
    .locator('.legend')
    .first()
    .evaluate((legend) => [...legend.children].map((item) => getComputedStyle(item, '::before').backgroundColor));
  expect(colours.length).toBeGreaterThan(2);
  expect(new Set(colours).size).toBe(colours.length);
});

test('a theme that was chosen is there at the first paint, however late its script comes', async () => {
  const context = await gallery.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(article);
  const groundOf = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await groundOf();
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  // The one script of the head that is no module.
  const script = await page.locator('head script[src]:not([type])').getAttribute('src');
  await page.route(`**${script}`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.reload();
  expect(await groundOf()).not.toBe(light);
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  const { painted, ready } = await page.evaluate(
    (path) => ({
      painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
      ready: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) =>
        name.endsWith(path!),
      )!.responseEnd,
    }),
    script,
  );
  expect(ready).toBeGreaterThan(400);
  expect(painted).toBeGreaterThanOrEqual(ready);
});

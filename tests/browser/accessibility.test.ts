import axe from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addresses, article, visits } from './addresses.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules whose result depends on the theme. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** One page of every kind in both directions of writing, and every other one in English. */
const firstOfKind = new Set<string>(Object.values(addresses).map(([first]) => first));
const checked = visits.filter(({ address, locale }) => locale === 'en' || firstOfKind.has(address));

describe.each(checked)('$locale $address', ({ address, locale }) => {
  // The colours are the same in every language.
  const themes = locale === 'en' ? 'in the light theme and in the dark one' : 'in the light theme';
  test(`has no violation ${themes}`, async () => {
    const page = await gallery.open(address, locale);
    expect(await violations(page)).toEqual([]);
    if (locale !== 'en') return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ofColour)).toEqual([]);
  });
});

/*
 * Everything opened, at the other widths, in the other languages and schemes: no result depends on all of them at once, so
 * that each kind of page is seen in two of the twelve combinations here, and in the others above.
 */
describe.each(
  [...firstOfKind]
    .filter((address) => address !== addresses.alias[0] && address !== addresses['not-found'][0])
    .flatMap((address) => [
      { address, locale: 'fa' as const, width: 390, colorScheme: 'dark' as const },
      { address, locale: 'ar' as const, width: 820, colorScheme: 'light' as const },
    ]),
)('$locale $address at $width px in the $colorScheme theme', ({ address, locale, width, colorScheme }) => {
  test('has no violation, with everything opened', async () => {
    const page = await gallery.open(address, locale, { viewport: { width, height: 800 }, colorScheme });
    await openDetails(page);
    expect(await violations(page)).toEqual([]);
  });
});

describe.each([
  { locale: 'en', width: 1280 },
  { locale: 'fa', width: 1280 },
  { locale: 'fa', width: 390 },
] as const)('a publication in $locale at $width px', ({ locale, width }) => {
  const options = { viewport: { width, height: 900 } };

  test('has no violation while authors, affiliations, contributions and the Share menu are open', async () => {
    const page = await gallery.open(article, locale, options);
    await openDetails(page);
    expect(await page.locator('details.menu .qr svg').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ofColour)).toEqual([]);
  });

  test('has no violation while each format of the Cite dialog is shown', async () => {
    const page = await gallery.open(article, locale, options);
    await page.locator('a[href="#cite"]').first().click();
    expect(await page.locator('#cite').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.locator('#cite input[type=radio]').last().check();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ofColour)).toEqual([]);
  });
});

test('the rules that are off unless asked for are checked too', async () => {
  const page = await gallery.open(addresses.home[0]);
  const { passes } = await builder(page).analyze();
  const names = passes.map(({ id }) => id);
  expect(names).toEqual(
    expect.arrayContaining(['color-contrast', 'heading-order', 'html-has-lang', 'landmark-one-main', 'target-size']),
  );
});

/** What axe finds, in lines that say what to repair. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const checks = rules === undefined ? builder(page) : new axe({ page }).setLegacyMode().withRules([...rules]);
  const found = await checks.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

/** The pages have no frames, so nothing is lost without the window that axe would open to collect their results. */
const builder = (page: Page): axe =>
  new axe({ page }).setLegacyMode().options({ runOnly: tags, rules: { 'target-size': { enabled: true } } });

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

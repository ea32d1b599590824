import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach, testEach } from '../support/slow.ts';
import { addresses, article, manyAuthors } from './addresses.ts';
import { coveredStops } from './covered-stops.ts';
import { openGallery } from './gallery.ts';
import { unseenElements, wideElements } from './in-page.ts';

const gallery = openGallery();

/** What opens over a page or in it: where it is, what opens it, and the part that is then shown. */
const opened = [
  { name: 'the Cite dialog', address: article, by: '.actions a[href="#cite"]', shown: 'dialog[open]' },
  { name: 'Use this list', address: '/people/fictus-ada/', by: 'a[href="#bulk"]', shown: 'dialog[open]' },
  { name: 'the Share menu', address: article, by: '.menu summary', shown: '.menu__body' },
  { name: 'the card of an author', address: article, by: '.names button', shown: '[popover]:popover-open' },
  { name: 'the list of all authors', address: manyAuthors, by: '.all summary', shown: '.all[open]' },
  { name: 'the affiliations', address: article, by: '#affiliations > summary', shown: '.affil' },
  { name: 'what each author did', address: article, by: 'details:has(> .roles) > summary', shown: '.roles' },
  { name: 'the abstract in another language', address: article, by: '.other > summary', shown: '.other > .prose' },
  { name: 'the choice of what is wrong', address: article, by: '.report summary', shown: '.report[open]' },
  { name: 'the other styles', address: article, by: 'details.screen summary', shown: 'details.screen[open]' },
  { name: 'the table of a chart', address: addresses.statistics[0], by: '.data summary', shown: '.data[open]' },
] as const;
/** One of each that opens in its own way: a dialog, a menu, a popover and a part of the page. */
const kinds: readonly string[] = ['the Cite dialog', 'the Share menu', 'the card of an author', 'the affiliations'];
const isQuick = ({ name }: (typeof opened)[number]): boolean => kinds.includes(name);

// A window of 1,280 × 1,024 at 400 % is 320 × 256 px (WCAG 2.2, 1.4.10).
const zoomed = { viewport: { width: 320, height: 256 } };

describeEach(['fa', 'en'] as const)('at 400 % zoom in %s', (locale) => {
  testEach(opened, isQuick)('$name is within the window, and nothing hides the focus in it', async (part) => {
    const page = await gallery.open(part.address, locale, zoomed);
    await open(page, part);
    expect(await page.evaluate(wideElements)).toEqual([]);
    expect(await coveredStops(page, 16)).toEqual([]);
  });
});

testEach(opened, isQuick)('$name loses nothing in forced colours', async (part) => {
  const page = await gallery.open(part.address, 'en', { forcedColors: 'active' });
  await open(page, part);
  expect(await page.evaluate(unseenElements)).toEqual([]);
});

testEach(['active', 'none'] as const)(
  'bars that lead to the search look like links with forced colours %s, and those that lead nowhere do not',
  async (forcedColors) => {
    const page = await gallery.open(addresses.statistics[0], 'en', { forcedColors });
    const looks = (rows: string) =>
      page.locator(rows).evaluateAll((names) => [
        ...new Set(
          names.map((name) => {
            const { color, textDecorationLine, borderBottomStyle } = getComputedStyle(name);
            const isInk = color === getComputedStyle(name.closest('table')!).color;
            const isLined = textDecorationLine === 'underline' || borderBottomStyle !== 'none';
            return `${isInk ? 'ink' : 'other colour'}, ${isLined ? 'lined' : 'plain'}`;
          }),
        ),
      ]);
    expect(await looks('.bars th > a')).toEqual(['other colour, lined']);
    expect(await looks('[aria-labelledby=countries] .bars tbody th > span')).toEqual(['ink, plain']);
  },
);

async function open(page: Page, { by, shown }: (typeof opened)[number]): Promise<void> {
  await page.locator(by).first().press('Enter');
  await page.locator(shown).first().waitFor();
}

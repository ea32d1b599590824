import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addresses } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { openDetails, violations } from './violations.ts';

const gallery = openGallery();
let page: Page;
beforeAll(async () => {
  page = await (await gallery.newContextForAll()).newPage();
});
afterAll(() => page.context().close());

/*
 * Everything opened, at the other widths, in the other languages and schemes: no result depends on all of them at once, so
 * that each kind of page is seen in two of the twelve combinations here, and in others in accessibility.test.ts.
 */
describe.each(
  Object.values(addresses)
    .map(([first]) => first)
    .filter((address) => address !== addresses.alias[0] && address !== addresses['not-found'][0])
    .flatMap((address) => [
      { address, locale: 'fa' as const, width: 390, colorScheme: 'dark' as const },
      { address, locale: 'ar' as const, width: 820, colorScheme: 'light' as const },
    ]),
)('$locale $address at $width px in the $colorScheme theme', ({ address, locale, width, colorScheme }) => {
  test('has no violation, with everything opened', async () => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(gallery.path(address, locale));
    await openDetails(page);
    expect(await violations(page)).toEqual([]);
  });
});

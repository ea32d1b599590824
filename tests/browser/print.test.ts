import { expect, test } from 'vitest';
import { testEach } from '../support/slow.ts';
import { manyAuthors, type Locale } from './addresses.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();

/** Sheets of paper that a page takes; the objects of a PDF that Chromium writes name each of them. */
async function countSheets(address: string, locale: Locale): Promise<number> {
  const page = await gallery.open(address, locale);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

testEach([
  { address: manyAuthors, locale: 'fa' },
  { address: manyAuthors, locale: 'en' },
  { address: '/publications/khiyali-2023-retracted/', locale: 'en' },
] as const)('$locale $address is printed on two sheets at most', async ({ address, locale }) => {
  expect(await countSheets(address, locale)).toBeLessThanOrEqual(2);
});

test('on paper, the first line of the text follows the head of the site, and all authors are there', async () => {
  const page = await gallery.open(manyAuthors, 'en', { viewport: { width: 658, height: 986 } });
  await page.emulateMedia({ media: 'print' });
  const [head, title] = await Promise.all([
    page.locator('.site-head').boundingBox(),
    page.locator('main h1').boundingBox(),
  ]);
  expect(title!.y - (head!.y + head!.height)).toBeLessThan(60);
  expect(await page.locator('.names li').filter({ visible: true }).count()).toBe(40);
  expect(await page.locator('.affil li').filter({ visible: true }).count()).toBe(8);
  const note = await page.locator('.byline .note').boundingBox();
  const last = await page.locator('.names li').last().boundingBox();
  expect(note!.y, 'no note stands between the authors').toBeGreaterThan(last!.y);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach, slowUnless, testEach } from '../support/slow.ts';
import { addresses, article, visits } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { axe, openDetails, violations } from './violations.ts';

const gallery = openGallery();
/** Rules whose result depends on the theme. */
const ofColor = ['color-contrast', 'link-in-text-block'];

/** Every page in the language in which `npm test` looks at it, and the rest in the slow tests. */
const inBoth: readonly string[] = [addresses.home[0], article, addresses.publications[0], addresses.search[0]];
const checked = visits.filter(({ address, locale, isQuick }) => isQuick || locale === 'en' || inBoth.includes(address));
/** Pages with colours that others do not have. */
const ownColors: readonly string[] = [addresses.home[0], ...addresses.publication, addresses.statistics[0]];

/** One window for all pages that are only looked at: what checks them is compiled once. */
let looking: Page;
beforeAll(async () => {
  looking = await (await gallery.newContextForAll()).newPage();
});
afterAll(() => looking.context().close());

describeEach(checked, ({ isQuick }) => isQuick)('$locale $address', ({ address, locale }) => {
  beforeAll(async () => {
    await looking.emulateMedia({ colorScheme: 'light' });
    await looking.goto(gallery.path(address, locale));
  });

  test('has no violation with everything opened', async () => {
    await openDetails(looking);
    expect(await violations(looking)).toEqual([]);
  });

  test('has no violation of colour in the dark theme', slowUnless(ownColors.includes(address)), async () => {
    await looking.emulateMedia({ colorScheme: 'dark' });
    await openDetails(looking);
    expect(await violations(looking, ofColor)).toEqual([]);
  });
});

describeEach([
  { locale: 'fa', width: 390 },
  { locale: 'en', width: 1280 },
] as const)('a publication in $locale at $width px', ({ locale, width }) => {
  const options = { viewport: { width, height: 900 } };

  test('has no violation while authors, affiliations, contributions and the Share menu are open', async () => {
    const page = await gallery.open(article, locale, options);
    await openDetails(page);
    await page.locator('details.menu .qr svg').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => violations(page, ofColor)).toEqual([]);
  });

  test('has no violation while the card of an author is open', async () => {
    const page = await gallery.open(article, locale, options);
    await page.locator('.names button').first().click();
    await page.locator('.names [popover]:popover-open').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => violations(page, ofColor)).toEqual([]);
  });

  test('has no violation while each format of the Cite dialog is shown', async () => {
    const page = await gallery.open(article, locale, options);
    await page.locator('a[href="#cite"]').first().click();
    await page.locator('dialog').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.locator('dialog input[type=radio]').last().check();
    await page.locator('#cited-file', { hasText: '"id"' }).waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => violations(page, ofColor)).toEqual([]);
  });
});

testEach(['fa', 'en'] as const)('a list in %s has no violation while it shows what it offers', async (locale) => {
  const page = await gallery.open('/people/fictus-ada/', locale, { viewport: { width: 390, height: 800 } });
  await page.locator('a[href="#bulk"]').first().click();
  await expect.poll(() => page.locator('#bulk').isVisible()).toBe(true);
  await expect.poll(() => violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => violations(page, ofColor)).toEqual([]);
});

test('what is wrong is found, by all rules and by those of colour', async () => {
  const page = await gallery.open('/about/');
  await page.locator('main').evaluate((main) => {
    main.style.color = 'color-mix(in srgb, currentcolor 5%, white)';
    main.append(document.createElement('button'));
  });
  const found = await violations(page);
  expect(found).toContainEqual(expect.stringMatching(/^color-contrast: /));
  expect(found).toContainEqual(expect.stringMatching(/^button-name: /));
  const ofTheme = await violations(page, ofColor);
  expect(ofTheme.length).toBeGreaterThan(0);
  expect(ofTheme).toEqual(found.filter((line) => ofColor.some((rule) => line.startsWith(`${rule}: `))));
});

test('the rules that are off unless asked for are checked too', async () => {
  const page = await gallery.open(addresses.home[0]);
  const { passes } = await axe(page).analyze();
  const names = passes.map(({ id }) => id);
  expect(names).toEqual(
    expect.arrayContaining([
      'color-contrast',
      'heading-order',
      'html-has-lang',
      'label-content-name-mismatch',
      'landmark-one-main',
      'target-size',
    ]),
  );
});

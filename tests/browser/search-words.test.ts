import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeEach, slowUnless, testEach } from '../support/slow.ts';
import { answered, ask, openSearchSite, results, shownSlugs } from './search-site.ts';
import { violations } from './violations.ts';

/* What the search does with words that nobody typed, why a result is shown, and how readers come back to it. */

const site = openSearchSite();
const locales = ['en', 'fa'] as const;
const at = (locale: 'en' | 'fa', query = '') =>
  `${locale === 'en' ? '' : '/fa'}/search/${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
const notes = (page: Page) => page.locator('[data-notes]').innerText();
const nothingWithAll = { en: 'No publication has all these words', fa: 'هیچ اثری همهٔ این کلمه‌ها را ندارد' };
const typedOnly = { en: 'Only the words as typed', fa: 'فقط خود کلمه‌های نوشته‌شده' };

describe.each(locales)('other words, in %s', (locale) => {
  testEach(
    [
      ['فانوس', 'lantern zanzibar', ['mueller-2020-tnf']],
      ['luminaire', 'lantern zanzibar', ['mueller-2020-tnf']],
      ['bone marrow transplantation', 'bmt', ['khiyali-2022-retracted', 'mueller-2020-tnf']],
      ['BMT', 'bone marrow transplantation', ['khiyali-2022-retracted', 'mueller-2020-tnf']],
      // An entry term of the MeSH descriptor of a topic.
      ['aqueous matter', 'fluids', ['khiyali-2022-second']],
    ],
    ([text]) => text === 'aqueous matter' || text === (locale === 'fa' ? 'فانوس' : 'BMT'),
  )('%s also asks for %s', async (text, added, slugs) => {
    const page = await site.open(at(locale, text));
    await expect.poll(async () => (await shownSlugs(page)).toSorted()).toEqual(slugs);
    await expect.poll(() => notes(page)).toContain(added);
    await expect.poll(() => violations(page)).toEqual([]);
  });

  test(
    'are no longer asked for when the reader says so, and the address tells',
    slowUnless(locale === 'en'),
    async () => {
      const page = await site.open(at(locale, 'bone marrow transplantation'));
      await page.locator('[data-notes] a', { hasText: typedOnly[locale] }).click();
      await page.waitForURL(/words=typed/);
      await expect.poll(() => shownSlugs(page)).toEqual(['mueller-2020-tnf']);
      await page.locator('.chip', { hasText: typedOnly[locale] }).click();
      await expect.poll(() => shownSlugs(page)).toHaveLength(2);
    },
  );

  testEach(
    [
      ['عپذقثممشس', 'umbrellas', 'series-2023-30'],
      [';jhfohki Hclhdad', 'کتابخانه', 'khiyali-2021-books'],
    ],
    (_, index) => index === locales.indexOf(locale),
  )('%s was typed with another keyboard', async (typed, meant, slug) => {
    const page = await site.open(at(locale, typed));
    await expect.poll(() => shownSlugs(page)).toContain(slug);
    await expect.poll(() => notes(page)).toContain(meant);
  });

  test('an initial is that of an author, and matches no letter of the text', async () => {
    // One text of the series has `C++`; its author is Ada Fictus.
    const page = await site.open(at(locale, 'Fictus C'));
    await expect.poll(() => notes(page)).toContain(nothingWithAll[locale]);
    await ask(page, 'Fictus A');
    await expect.poll(() => shownSlugs(page)).toHaveLength(10);
    await expect.poll(() => notes(page)).toBe('');
  });

  test('an address among the links of a record leads to it', slowUnless(locale === 'fa'), async () => {
    const page = await site.open(at(locale, 'umbrellas'));
    await page.locator('#q').fill('https://data.example.org/sets/7/?part=2&utm_source=mail');
    await page.locator('#q').press('Enter');
    await page.waitForURL('**/publications/mueller-2020-tnf/');
  });
});

describeEach([
  { locale: 'fa', author: 'نویسندهٔ ۷: Gia Ultima', keyword: 'کلیدواژه: haemoglobin', topic: 'موضوع: موضوع blood' },
  { locale: 'en', author: 'Author 7: Gia Ultima', keyword: 'Keyword: haemoglobin', topic: 'Topic: Topic blood' },
] as const)('why a result is shown, in $locale', ({ locale, author, keyword, topic }) => {
  test.each([
    ['ultima', author],
    ['hemoglobin', keyword],
    ['blood', topic],
  ])('%s', async (text, reason) => {
    const page = await site.open(at(locale, text));
    const plain = (shown: string) => shown.replace(/[\u2066-\u2069]/g, '');
    await expect
      .poll(async () => (await results(page).first().locator('.snip').allInnerTexts()).map(plain))
      .toContain(reason);
    await expect.poll(() => results(page).first().locator('.snip mark').count()).toBeGreaterThan(0);
  });
});

test('names and years are in the language of the reader', async () => {
  const page = await site.open(at('fa', 'water'));
  const shown = await results(page).first().innerText();
  expect(shown).toContain('سارا خیالی');
  expect(shown).toContain('۲۰۲۲');
  // The form that was asked for is shown.
  await ask(page, 'khiyali water');
  await expect.poll(() => results(page).first().innerText()).toContain('Sara Khiyali');
});

testEach(locales)('back leads to the place that was left, in %s', async (locale) => {
  const page = await site.open(`${at(locale, 'umbrellas')}&show=30`);
  const link = results(page).nth(20).locator('h2 a');
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(300);
  await link.click();
  await page.waitForURL('**/publications/**');
  await page.goBack();
  await answered(page);
  const isThere = () =>
    expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThan(120);
  await isThere();
  await page.reload();
  await answered(page);
  await isThere();
});

describeEach(['fa', 'en'] as const)('a saved search, in %s', (locale) => {
  test('is listed, tells what is new, and can be forgotten', async () => {
    const page = await site.open(`${at(locale, 'water')}&year=2022`);
    const save = page.locator('[data-save-search]');
    const label = await save.innerText();
    await expect.poll(() => save.getAttribute('aria-pressed')).toBe('false');
    await save.click();
    await expect.poll(() => save.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => save.innerText()).toBe(label);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('searches ');
    // As if it had been saved long ago, before the second paper was there.
    await page.evaluate(() => {
      const [key, text = '[]'] = Object.entries(localStorage).find(([name]) => name.startsWith('searches '))!;
      const [saved] = JSON.parse(text as string) as [{ search: string; seen: { slugs: string[]; day: string } }];
      const slugs = saved.seen.slugs.filter((slug) => slug !== 'khiyali-2022-second');
      localStorage.setItem(key, JSON.stringify([{ ...saved, seen: { slugs, day: '2020-03-01' } }]));
    });
    await page.goto(at(locale));
    await answered(page);
    await expect.poll(() => violations(page)).toEqual([]);
    await page.locator('[data-saved] a').click();
    await page.waitForURL(/q=water/);
    await expect
      .poll(() => page.locator('[data-saved]').innerText())
      .toContain(locale === 'en' ? '1 new' : '۱ مورد تازه');
    const fresh = results(page).filter({ has: page.locator('.tag', { hasText: locale === 'en' ? 'New' : 'تازه' }) });
    await expect.poll(() => fresh.locator('h2').allInnerTexts()).toEqual(['Water again, without names']);
    await save.click();
    await expect.poll(() => save.getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => save.innerText()).toBe(label);
    await page.goto(at(locale));
    await answered(page);
    await expect.poll(() => page.locator('[data-saved] a').count()).toBe(0);
  });
});

testEach(locales)('how to search is explained, and every example leads to a search, in %s', async (locale) => {
  const page = await site.open(at(locale));
  await page.locator('.search__help a').click();
  await page.waitForURL('**/search/help/');
  await expect.poll(() => page.locator('.ways dt a').count()).toBeGreaterThan(12);
  await page.locator('.ways dt a', { hasText: 'immun*' }).click();
  await page.waitForURL(/\?q=immun/);
});

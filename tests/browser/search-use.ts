import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import {
  answered,
  countOf,
  digits,
  results,
  searchPath,
  shownSlugs,
  type SearchLocale,
  type SearchSite,
} from './search-site.ts';
import { openCite } from './take-citations.ts';
import { violations } from './violations.ts';

/** What a reader does on the page of the search. */
export function testUse(site: SearchSite, locale: SearchLocale): void {
  test('a filter narrows, counts follow, the address tells, and back and forward work', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    await expect.poll(() => countOf(page)).toBe(2);
    const review = page.locator('[data-facet=type] input[value=review]');
    const amountOf = async (type: string) =>
      digits(await page.locator(`[data-facet=type] label:has(input[value=${type}]) .num`).innerText());
    await expect.poll(() => amountOf('review')).toBe(1);
    await review.check();
    await page.waitForURL(/type=review/);
    await page.locator('.chip').waitFor();
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-retracted']);
    // The other values count as if this one were not chosen.
    await expect.poll(() => amountOf('article')).toBe(1);
    await page.goBack();
    await expect.poll(() => countOf(page)).toBe(2);
    await expect.poll(() => review.isChecked()).toBe(false);
    await page.goForward();
    await expect.poll(() => countOf(page)).toBe(1);
    await page.locator('.chip').click();
    await expect.poll(() => countOf(page)).toBe(2);
    expect(new URL(page.url()).search).toBe('?q=water');
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-count'))).toBe(true);
  });

  test('what is retracted can be chosen', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    await page.locator('[data-facet=status] input[value=retracted]').check();
    await page.waitForURL(/status=retracted/);
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-retracted']);
  });

  test('the other language shows the same search', async () => {
    const page = await site.open(searchPath(locale, '?q=water&year=2022'));
    await page.locator(`header a[hreflang=${locale === 'en' ? 'fa' : 'en'}]`).click();
    await page.waitForURL(`**${searchPath(locale === 'en' ? 'fa' : 'en', '?q=water&year=2022')}`);
    await answered(page);
    await expect.poll(() => page.locator('#q').inputValue()).toBe('water');
    await expect.poll(() => countOf(page)).toBe(2);
  });

  test('more results come on request, and the first of them has the focus', async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'));
    await expect.poll(() => results(page).count()).toBe(10);
    await page.locator('[data-pager] button').press('Enter');
    await expect.poll(() => results(page).count()).toBe(20);
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.querySelectorAll('[data-results] > li')].findIndex((item) =>
            item.contains(document.activeElement),
          ),
        ),
      )
      .toBe(10);
    await page.reload();
    await answered(page);
    await expect.poll(() => results(page).count()).toBe(20);
  });

  test('results are sorted by year and by title', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    await expect.poll(() => page.locator('#sort').inputValue()).toBe('relevance');
    await page.locator('#sort').selectOption('title');
    await page.waitForURL(/sort=title/);
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-second', 'khiyali-2022-retracted']);
    await page.locator('#sort').selectOption('oldest');
    await page.waitForURL(/sort=oldest/);
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-second', 'khiyali-2022-retracted']);
    await page.locator('#sort').selectOption('newest');
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-retracted', 'khiyali-2022-second']);
  });

  test('titles and people are suggested, and chosen by the keyboard', async () => {
    for (const address of [searchPath(locale), locale === 'en' ? '/' : '/fa/']) {
      const page = await site.open(address);
      const field = page.locator('#q');
      await field.pressSequentially('khiya');
      const options = page.locator('#q-options [role=option]');
      await options.first().waitFor();
      await expect.poll(() => options.first().innerText()).toContain('Khiyali');
      await expect.poll(() => options.count()).toBeGreaterThan(1);
      await expect.poll(() => page.locator('#q-options ~ [role=status]').innerText()).toMatch(/[0-9۰-۹]/);
      // The list is the same on both.
      if (address === searchPath(locale)) await expect.poll(() => violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => options.count()).toBe(0);
      await page.keyboard.press('ArrowDown');
      await options.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/people/khiyali-sara/');
    }
  });

  test('the key / goes to the field, not while something is typed, and can be switched off', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    await page.locator('h2 a').first().focus();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.locator('#from').focus();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('from');
    await page.locator('[data-slash]').uncheck();
    await page.reload();
    await answered(page);
    await expect.poll(() => page.locator('[data-slash]').isChecked()).toBe(false);
    await page.locator('h2 a').first().focus();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe('q');
  });

  test('the bar of what is selected is used by the keyboard, and gives the focus back when it goes', async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'));
    const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);
    const [box, bar] = [page.locator('[data-pick]').nth(1), page.locator('[data-selection]')];
    const [cite, save, release] = [0, 1, 2].map((index) => bar.locator('button').nth(index)) as [
      Locator,
      Locator,
      Locator,
    ];
    await box.press('Space');
    await expect.poll(async () => digits(await bar.locator('[role=status]').first().innerText())).toBe(1);
    for (let step = 0; step < 80 && !(await hasFocus(cite)); step++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(cite)).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(save)).toBe(true);
    await page.keyboard.press('Enter');
    await bar.locator('[role=status] a').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(release)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => bar.isVisible()).toBe(false);
    await expect.poll(() => box.isChecked()).toBe(false);
    await expect.poll(() => hasFocus(box)).toBe(true);
  });

  test('the whole result and ticked ones can be taken as a text in every style', async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'));
    await page.locator('[data-select-all]').click();
    await openCite(page);
    const texts: string[][] = [];
    for (const style of await page.locator('dialog input[type=radio]').all()) {
      await style.check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('dialog .sheet__part').first().locator('.actions button').last().click(),
      ]);
      expect(download.suggestedFilename()).toBe('publications.txt');
      texts.push(
        readFileSync(await download.path(), 'utf8')
          .trimEnd()
          .split('\n'),
      );
    }
    const [vancouver = [], apa = [], ...others] = texts;
    expect([vancouver, apa, ...others].map((lines) => lines.length)).toEqual(texts.map(() => 30));
    expect(vancouver.map((line) => Number.parseInt(line, 10))).toEqual(vancouver.map((_, index) => index + 1));
    const slugs = await shownSlugs(page);
    expect(vancouver[0]).toContain(`Part ${Number(slugs[0]!.slice(-2))} of`);
    // Without numbers they are in the order of the alphabet: authors first, then years.
    const years = apa.map((line) => Number(/\b(20\d\d)\b/.exec(line)?.[1]));
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(apa[0]).toContain('Fictus');
  });

  test('what takes long shows how far it is, can be stopped, and says when it fails', async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'));
    await page.locator('[data-select-all]').click();
    await openCite(page);
    const selection = page.locator('dialog > div:last-child');
    const ris = selection.locator('button', { hasText: /^RIS$/ });
    const held: (() => void)[] = [];
    let asked = 0;
    await page.route('**/*.ris', async (route) => {
      asked += 1;
      if (asked > 5) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });
    await ris.click();
    await expect.poll(() => selection.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(5);
    await expect.poll(() => selection.locator('progress').evaluate((bar: HTMLProgressElement) => bar.max)).toBe(30);
    await expect.poll(() => ris.isDisabled()).toBe(true);
    await selection.locator('button:not([disabled])').press('Enter');
    await expect.poll(() => selection.locator('progress').isVisible()).toBe(false);
    await expect.poll(() => ris.isDisabled()).toBe(false);
    await expect.poll(() => selection.locator('[role=status]').innerText()).toBe('');
    held.forEach((go) => go());
    await page.unroute('**/*.ris');
    await page.route('**/*.ris', (route) => route.abort());
    await ris.click();
    await expect.poll(() => selection.locator('[role=status]').innerText()).not.toBe('');
    await expect.poll(() => selection.locator('progress').isVisible()).toBe(false);
  });

  test('“Cite” in a result opens the dialog of its publication here, and has a name of its own', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    const links = page.locator('[data-results] a[data-cite-slug]');
    await links.first().waitFor();
    const names = await links.evaluateAll((all) => all.map((link) => link.textContent));
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
    const address = page.url();
    await links.first().press('Enter');
    await page.locator('dialog .programs').waitFor();
    expect(page.url()).toBe(address);
    await expect.poll(() => page.locator('#cited p').first().innerText()).not.toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => links.first().evaluate((link) => link === document.activeElement)).toBe(true);
  });

  test('what was found is saved to the reading list', async () => {
    const page = await site.open(searchPath(locale, '?q=water'));
    await page.locator('[data-select-all]').click();
    const slugs = await shownSlugs(page);
    await page.locator('[data-selection] button', { hasText: /^(?:Save|ذخیره)$/ }).click();
    await page.locator('[data-selection] [role=status] a').click();
    await page.locator('[data-entries] > li').nth(1).waitFor();
    await expect
      .poll(() =>
        page.locator('[data-entries] h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      )
      .toEqual(slugs.map((slug) => `${locale === 'en' ? '' : '/fa'}/publications/${slug}/`));
  });
}

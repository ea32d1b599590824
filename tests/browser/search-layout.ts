import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { slowUnless } from '../support/slow.ts';
import { coveredStops } from './covered-stops.ts';
import { isSeenInFrame, mirroredTexts, unseenElements, wideElements } from './in-page.ts';
import {
  countOf,
  digits,
  inDigits,
  searchPath,
  shownSlugs,
  type SearchLocale,
  type SearchSite,
} from './search-site.ts';
import { openCite, take, taken } from './take-citations.ts';
import { violations } from './violations.ts';

/** What depends on the direction of writing, on digits, or on the width of the page. */
export function testLayout(site: SearchSite, locale: SearchLocale): void {
  const isIn = (quick: SearchLocale): boolean => locale === quick;
  test('shows everything, the newest first, until something is asked', slowUnless(isIn('fa')), async () => {
    const page = await site.open(searchPath(locale));
    await expect.poll(() => countOf(page)).toBe(34);
    await expect.poll(async () => (await shownSlugs(page))[0]).toBe('khiyali-2022-retracted');
    await expect.poll(() => page.locator('#sort').inputValue()).toBe('newest');
    await expect.poll(() => violations(page)).toEqual([]);
    await expect.poll(() => page.evaluate(mirroredTexts)).toEqual([]);
  });

  test('a state is reached by its address alone', slowUnless(isIn('fa')), async () => {
    const page = await site.open(
      searchPath(locale, '?q=umbrellas&year=2012-2014&topic=subject-2&topic=subject-3&sort=oldest'),
    );
    const slugs = await shownSlugs(page);
    expect(slugs).toEqual(
      ['series-2023-03', 'series-2023-18', 'series-2023-04', 'series-2023-19'].filter((slug) => slugs.includes(slug)),
    );
    expect(slugs.length).toBe(2);
    await expect.poll(() => page.locator('#sort').inputValue()).toBe('oldest');
    await expect.poll(() => page.locator('#from').inputValue()).toBe(inDigits(locale, '2012'));
    await expect.poll(() => page.locator('.chip').count()).toBe(3);
  });

  test(
    'years are chosen by their fields and by the handles, and the histogram follows',
    slowUnless(isIn('fa')),
    async () => {
      const page = await site.open(searchPath(locale, '?q=umbrellas'));
      await expect.poll(() => page.locator('#from').getAttribute('placeholder')).toBe(inDigits(locale, '2010'));
      for (const typed of ['2018', '۲۰۱۷', '٢٠١٨']) {
        await page.locator('#from').fill(typed);
        await page.locator('#from').press('Tab');
        await page.waitForURL(typed === '۲۰۱۷' ? /year=2017-/ : /year=2018-/);
      }
      await expect.poll(() => page.locator('#from').inputValue()).toBe(inDigits(locale, '2018'));
      await expect.poll(() => countOf(page)).toBe(6);
      await expect.poll(() => page.locator('[data-years] rect.off').count()).toBeGreaterThan(0);
      await page.locator('[data-to]').focus();
      for (let year = 2022; year > 2018; year -= 1) await page.keyboard.press('ArrowDown');
      await page.waitForURL(/year=2018(&|$)/);
      await expect.poll(() => countOf(page)).toBe(3);
      await page.locator('#from').fill('not a year');
      await page.locator('#from').press('Tab');
      await page.waitForURL(/year=-2018/);
      await expect.poll(() => page.locator('#from').inputValue()).toBe('');
    },
  );

  test(
    'many values are loaded when their field is entered, and chosen by the keyboard',
    slowUnless(isIn('en')),
    async () => {
      const page = await site.open(searchPath(locale, '?q=umbrellas'));
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      const field = page.locator('#choose-topic');
      await field.focus();
      await page.locator('#choose-topic-options [role=option]').first().waitFor();
      expect(loaded).toContain('/search/facets/topic.json');
      await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
      await expect.poll(() => violations(page)).toEqual([]);
      await field.pressSequentially('subject 14');
      await expect.poll(() => page.locator('#choose-topic-options [role=option]').count()).toBe(1);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe('choose-topic-options-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(/topic=subject-14/);
      await expect.poll(() => countOf(page)).toBe(2);
      await expect.poll(() => page.locator('[data-facet=topic] input[value=subject-14]').isChecked()).toBe(true);
    },
  );

  test('the whole result and ticked ones can be taken in every format', slowUnless(isIn('en')), async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'));
    await expect.poll(() => page.locator('[data-selection]').isVisible()).toBe(false);
    await page.locator('[data-pick]').nth(0).check();
    await page.locator('[data-pick]').nth(1).check();
    const bar = page.locator('[data-selection]');
    await expect.poll(() => bar.innerText()).toMatch(locale === 'fa' ? /^۲ اثر انتخاب‌شده/ : /^2 selected/);
    await expect.poll(async () => (await bar.boundingBox())!.height).toBeLessThan(80);
    await openCite(page);
    for (const format of taken) expect(await take(page, format), format.label).toHaveLength(2);
    await page.keyboard.press('Escape');
    await page.locator('[data-select-all]').click();
    await expect.poll(() => violations(page)).toEqual([]);
    await openCite(page);
    await expect.poll(() => violations(page)).toEqual([]);
    for (const format of taken) {
      expect(await take(page, format), format.label).toHaveLength(30);
      await expect
        .poll(async () => digits(await page.locator('dialog .take__status').innerText()), { message: format.label })
        .toBe(30);
    }
  });

  test('the bar hides nothing that has the focus, at 400 % zoom', slowUnless(isIn('en')), async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas'), { width: 320 });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('[data-pick]').first().check();
    // Its code is loaded with the first selected result.
    await page.locator('[data-selection]').waitFor();
    const bar = (await page.locator('[data-selection]').boundingBox())!;
    expect(bar.height).toBeLessThan(640 / 5);
    expect(await coveredStops(page, 12)).toEqual([]);
    // On a low screen, as at 400 % zoom on a laptop, it stands at the end of the results.
    await page.setViewportSize({ width: 320, height: 256 });
    await expect
      .poll(() => page.locator('[data-selection]').evaluate((element) => getComputedStyle(element).position))
      .toBe('static');
  });

  test(
    'opens its filters on a telephone as a sheet that says how many results they leave',
    slowUnless(isIn('en')),
    async () => {
      const page = await site.open(searchPath(locale, '?q=umbrellas'), { width: 390 });
      const [filters, sheet] = [page.locator('[data-filters]'), page.locator('dialog')];
      await expect.poll(() => page.locator('[data-facet=topic]').isVisible()).toBe(false);
      await filters.press('Enter');
      await expect.poll(() => sheet.evaluate((element) => element.matches(':modal'))).toBe(true);
      const show = sheet.locator('.btn--solid');
      await expect.poll(async () => digits(await show.innerText())).toBe(30);
      // A filter counts at once, keeps the focus, and can be removed here.
      const journal = sheet.locator('[data-facet=type] input').first();
      await sheet.locator('#from').fill('2019');
      await sheet.locator('#from').press('Tab');
      await expect.poll(async () => digits(await show.innerText())).toBe(3);
      await expect.poll(async () => digits(await sheet.locator('[role=status]').first().innerText())).toBe(3);
      await journal.focus();
      await page.keyboard.press('Space');
      await expect.poll(() => page.url()).toContain('type=article');
      await expect.poll(() => journal.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(() => violations(page)).toEqual([]);
      await sheet.locator('.sheet__foot .btn').last().press('Enter');
      await expect.poll(async () => digits(await show.innerText())).toBe(30);
      await expect.poll(() => show.evaluate((element) => element === document.activeElement)).toBe(true);
      // Each way to close it gives the focus back.
      for (const close of [
        () => page.keyboard.press('Enter'),
        () => page.keyboard.press('Escape'),
        () => sheet.locator('.sheet__head .btn').press('Enter'),
      ]) {
        if (!(await sheet.isVisible())) await filters.press('Enter');
        await sheet.waitFor();
        await close();
        await sheet.waitFor({ state: 'detached' });
        await expect.poll(() => filters.evaluate((element) => element === document.activeElement)).toBe(true);
      }
      // Turned, the screen has room for them beside the results.
      await filters.press('Enter');
      await page.setViewportSize({ width: 1200, height: 390 });
      await sheet.waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.finder [data-facet=topic]').isVisible()).toBe(true);
      await expect.poll(() => filters.isVisible()).toBe(false);
    },
  );

  test('lets each filter be reached at 400 % zoom, with nothing over it', slowUnless(isIn('fa')), async () => {
    for (const height of [256, 640]) {
      const page = await site.open(searchPath(locale, '?q=umbrellas&topic=subject-1'), { width: 320 });
      await page.setViewportSize({ width: 320, height });
      await page.locator('[data-filters]').press('Enter');
      await page.locator('dialog').waitFor();
      expect(await coveredStops(page, 24), `${height} px`).toEqual([]);
      await expect.poll(() => page.evaluate(wideElements)).toEqual([]);
    }
  });

  test(
    'shows what opens in a window at 400 % zoom, and loses nothing in forced colours',
    slowUnless(isIn('en')),
    async () => {
      const page = await site.open(searchPath(locale, '?q=umbrellas'), { width: 320 });
      await page.setViewportSize({ width: 320, height: 256 });
      const suits = async (what: string) => {
        await expect.poll(() => page.evaluate(wideElements), { message: what }).toEqual([]);
        await page.emulateMedia({ forcedColors: 'active' });
        await expect.poll(() => page.evaluate(unseenElements), { message: what }).toEqual([]);
        await page.emulateMedia({ forcedColors: 'none' });
      };
      /** Each option is in view when the arrow keys come to it, and has a frame, which forced colours keep. */
      const lists = async (id: string, open: (field: Locator) => Promise<void>) => {
        await open(page.locator(`#${id}`));
        const options = page.locator(`#${id}-options [role=option]`);
        await options.first().waitFor();
        for (let index = 0; index < (await options.count()); index++) {
          await page.keyboard.press('ArrowDown');
          await expect
            .poll(() => options.nth(index).evaluate(isSeenInFrame), { message: `option ${index} of ${id}` })
            .toBe(true);
        }
        await suits(id);
        await page.keyboard.press('Escape');
        await expect.poll(() => options.count()).toBe(0);
      };
      await lists('q', (field) => field.fill('khiya'));
      await page.locator('[data-filters]').press('Enter');
      await page.locator('dialog').waitFor();
      await suits('the filters');
      await lists('choose-topic', (field) => field.focus());
      // It closed the list alone.
      await expect.poll(() => page.locator('dialog').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.locator('[data-pick]').first().check();
      await openCite(page);
      expect(await coveredStops(page, 16)).toEqual([]);
      await suits('the Cite dialog');
    },
  );

  test('fits any width', slowUnless(isIn('fa')), async () => {
    const page = await site.open(searchPath(locale, '?q=umbrellas&topic=subject-1'), { width: 390 });
    await page.locator('[data-pick]').first().check();
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => page.evaluate(wideElements), { message: `${width} px` }).toEqual([]);
    }
    await expect.poll(() => violations(page)).toEqual([]);
  });
}

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { offeredFormats, requireFormat } from '../../src/formats/table.ts';
import type { OfferedFormat } from '../../src/domain/publication/offered-format.ts';
import { readCsv } from '../support/read-csv.ts';
import { mirroredTexts, wideElements } from './in-page.ts';
import { answered, ask, openSearchSite, results, shownSlugs } from './search-site.ts';
import { violations } from './violations.ts';

const site = openSearchSite();
const locales = ['en', 'fa'] as const;
const at = (locale: 'en' | 'fa', rest = '') => `${locale === 'en' ? '' : '/fa'}/search/${rest}`;
const digits = (text: string): number =>
  Number(text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\D/g, ''));
const count = async (page: Page): Promise<number> => digits(await page.locator('[data-count]').innerText());
const inDigits = (locale: 'en' | 'fa', text: string): string =>
  locale === 'en' ? text : text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
const query = (text: string): string => `?q=${encodeURIComponent(text)}`;

describe.each(locales)('what people type, in %s', (locale) => {
  /** One page for all that is asked by typing. */
  let asked: Page;
  beforeAll(async () => {
    asked = await site.openForAll(at(locale));
  });
  afterAll(() => asked.context().close());

  test.each([
    ['a title', 'TNF-α in children with thalassaemia', 'mueller-2020-tnf'],
    ['a translated title', 'آلفا در کودکان تالاسمی', 'mueller-2020-tnf'],
    ['Greek letters by name', 'TNF alpha', 'mueller-2020-tnf'],
    ['Greek letters without a hyphen', 'TNFα', 'mueller-2020-tnf'],
    ['American spelling', 'thalassemia hemoglobin', 'mueller-2020-tnf'],
    ['a name without accents', 'muller lukasz', 'mueller-2020-tnf'],
    ['a transliterated name', 'Mueller Lukasik', 'mueller-2020-tnf'],
    ['author and year', 'mueller 2020', 'mueller-2020-tnf'],
    ['subscripts as digits', 'H2O 10-3', 'khiyali-2022-retracted'],
    ['numbers without a hyphen', 'il6', 'mueller-2020-tnf'],
    ['words of the abstract', 'lantern zanzibar', 'mueller-2020-tnf'],
    ['letters of an Arabic keyboard', 'كتابهاي علمي', 'khiyali-2021-books'],
    ['words without half-spaces', 'کتاب های علمی', 'khiyali-2021-books'],
    ['a native name', 'سارا خیالی کتابخانه', 'khiyali-2021-books'],
  ])('%s: %s', async (_, text, slug) => {
    await ask(asked, text);
    expect((await shownSlugs(asked))[0]).toBe(slug);
    expect(new URL(asked.url()).searchParams.get('q')).toBe(text);
  });

  test.each([
    ['TNF-α in children', 'mueller-2020-tnf'],
    ['كتابهاي علمي', 'khiyali-2021-books'],
  ])('%s in an address is found as if it were typed', async (text, slug) => {
    const page = await site.open(at(locale, query(text)));
    expect((await shownSlugs(page))[0]).toBe(slug);
    expect(await page.locator('#q').inputValue()).toBe(text);
  });

  test.each([
    ['10.5555/search.1', '/publications/mueller-2020-tnf/'],
    ['doi:10.5555/Search.1', '/publications/mueller-2020-tnf/'],
    ['https://doi.org/10.5555/Search.1', '/publications/mueller-2020-tnf/'],
    ['PMID: 99100001', '/publications/mueller-2020-tnf/'],
    ['PMC99100001', '/publications/mueller-2020-tnf/'],
    ['NCT99100001', '/publications/mueller-2020-tnf/'],
    ['https://orcid.org/0000-0000-1825-0025', '/people/khiyali-sara/'],
  ])('%s goes straight to its page', async (text, address) => {
    await asked.goto(at(locale, '?q=umbrellas'));
    await answered(asked);
    await asked.locator('#q').fill(text);
    await asked.locator('#q').press('Enter');
    await asked.waitForURL(`**${locale === 'en' ? '' : '/fa'}${address}`);
  });

  test('the number of a trial gives all its papers', async () => {
    const page = await site.open(at(locale, '?q=NCT99100002'));
    expect((await shownSlugs(page)).toSorted()).toEqual(['khiyali-2022-retracted', 'khiyali-2022-second']);
  });

  test('a phrase in quotation marks is found as it is', async () => {
    const page = await site.open(at(locale, query('names of water')));
    expect(await count(page)).toBe(2);
    await ask(page, '“names of water”');
    expect(await shownSlugs(page)).toEqual(['khiyali-2022-second']);
  });

  test('a misspelled word is named, and the near one searched', async () => {
    const page = await site.open(at(locale, query('umbrelas series')));
    const notes = await page.locator('[data-notes]').innerText();
    expect(notes).toContain('umbrelas');
    expect(notes).toContain('umbrellas');
    expect(await count(page)).toBe(30);
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    'Müller J, Łukasik Ł. TNF-α in children with thalassaemia. Lett Nothing. 2020;12(3):45-9.',
    'Müller, J., & Łukasik, Ł. (2020). TNF-α in children with thalassaemia. Letters on Nothing, 12(3), 45–49. https://doi.org/10.5555/search.1',
    'Mueller et al. 2020',
    '(Müller et al., 2020)',
    'Müller & Łukasik 2020',
    'Lukasik L',
    'J. Müller',
    'https://example.org/articles/10.5555/search.1/full?utm_source=x and more',
    'what is known about lanterns in Zanzibar?',
  ])('%s finds its publication', async (text) => {
    await asked.goto(at(locale, query(text)));
    await answered(asked);
    expect((await shownSlugs(asked))[0]).toBe('mueller-2020-tnf');
  });

  test('operators narrow, and each can be taken away', async () => {
    await asked.goto(at(locale, query('water -names')));
    await answered(asked);
    expect(await count(asked)).toBe(0);
    await ask(asked, 'author:khiyali year:2022 "names of water"');
    expect(await shownSlugs(asked)).toEqual(['khiyali-2022-second']);
    expect(await asked.locator('.chip').allInnerTexts()).toEqual(['author:khiyali', 'year:2022', '"names of water"']);
    expect(await violations(asked)).toEqual([]);
    await asked.locator('.chip').nth(2).click();
    await expect.poll(() => count(asked)).toBe(2);
    expect(await asked.locator('#q').inputValue()).toBe('author:khiyali year:2022');
    await ask(asked, 'journal:nothing');
    expect(await shownSlugs(asked)).toEqual(['mueller-2020-tnf']);
    await ask(asked, 'zanzibar OR conteneurs OR (water AND again)');
    expect((await shownSlugs(asked)).toSorted()).toEqual(['khiyali-2022-second', 'mueller-2020-tnf']);
  });

  test('where few have all words, those with some of them follow under a heading', async () => {
    await asked.goto(at(locale, query('water umbrellas names')));
    await answered(asked);
    expect(await count(asked)).toBeGreaterThan(0);
    await ask(asked, 'names water again umbrellas');
    const notes = await asked.locator('[data-notes]').innerText();
    expect(notes).not.toBe('');
    await ask(asked, 'names water again');
    expect(await shownSlugs(asked)).toEqual(['khiyali-2022-second']);
    expect(await asked.locator('[data-related] h2').first().isVisible()).toBe(true);
    expect(await asked.locator('[data-related-results] h2 a').first().getAttribute('href')).toContain(
      'khiyali-2022-retracted',
    );
    expect(await violations(asked)).toEqual([]);
  });

  test('where nothing is found it says so, and shows ways to browse', async () => {
    const page = await site.open(at(locale, '?q=xyzzyx'));
    expect(await count(page)).toBe(0);
    expect(await page.locator('[data-notes]').innerText()).toContain('xyzzyx');
    expect(await page.locator('[data-browse] a').first().isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test('the right letters are marked, and a retraction is seen', async () => {
    const page = await site.open(at(locale, query('TNF alpha thalassemia')));
    expect(await page.locator('h2 mark').allInnerTexts()).toEqual(['TNF-α', 'thalassaemia']);
    expect(await page.locator('.snip mark').first().innerText()).toBe('TNF-α');
    await ask(page, 'كتاب');
    expect((await page.locator('h2 mark').allInnerTexts()).join()).toContain('کتاب');
    await ask(page, 'h2o');
    expect(await page.locator('.tag--stop').first().isVisible()).toBe(true);
  });
});

describe.each(locales)('the page in %s', (locale) => {
  test('shows everything, the newest first, until something is asked', async () => {
    const page = await site.open(at(locale));
    expect(await count(page)).toBe(34);
    expect((await shownSlugs(page))[0]).toBe('khiyali-2022-retracted');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(mirroredTexts)).toEqual([]);
  });

  test('a filter narrows, counts follow, the address tells, and back and forward work', async () => {
    const page = await site.open(at(locale, '?q=water'));
    expect(await count(page)).toBe(2);
    const review = page.locator('[data-facet=type] input[value=review]');
    const amountOf = async (type: string) =>
      digits(await page.locator(`[data-facet=type] label:has(input[value=${type}]) .num`).innerText());
    expect(await amountOf('review')).toBe(1);
    await review.check();
    await page.waitForURL(/type=review/);
    await page.locator('.chip').waitFor();
    expect(await shownSlugs(page)).toEqual(['khiyali-2022-retracted']);
    // The other values count as if this one were not chosen.
    expect(await amountOf('article')).toBe(1);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(2);
    expect(await review.isChecked()).toBe(false);
    await page.goForward();
    await expect.poll(() => count(page)).toBe(1);
    await page.locator('.chip').click();
    await expect.poll(() => count(page)).toBe(2);
    expect(new URL(page.url()).search).toBe('?q=water');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-count'))).toBe(true);
  });

  test('what is retracted can be chosen', async () => {
    const page = await site.open(at(locale, '?q=water'));
    await page.locator('[data-facet=status] input[value=retracted]').check();
    await page.waitForURL(/status=retracted/);
    await expect.poll(() => shownSlugs(page)).toEqual(['khiyali-2022-retracted']);
  });

  test('the other language shows the same search', async () => {
    const page = await site.open(at(locale, '?q=water&year=2022'));
    await page.locator(`header a[hreflang=${locale === 'en' ? 'fa' : 'en'}]`).click();
    await page.waitForURL(`**${at(locale === 'en' ? 'fa' : 'en', '?q=water&year=2022')}`);
    await answered(page);
    expect(await page.locator('#q').inputValue()).toBe('water');
    expect(await count(page)).toBe(2);
  });

  test('a state is reached by its address alone', async () => {
    const page = await site.open(at(locale, '?q=umbrellas&year=2012-2014&topic=subject-2&topic=subject-3&sort=oldest'));
    const slugs = await shownSlugs(page);
    expect(slugs).toEqual(
      ['series-2023-03', 'series-2023-18', 'series-2023-04', 'series-2023-19'].filter((slug) => slugs.includes(slug)),
    );
    expect(slugs.length).toBe(2);
    expect(await page.locator('#sort').inputValue()).toBe('oldest');
    expect(await page.locator('#from').inputValue()).toBe(inDigits(locale, '2012'));
    expect(await page.locator('.chip').count()).toBe(3);
  });

  test('years are chosen by their fields and by the handles, and the histogram follows', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'));
    expect(await page.locator('#from').getAttribute('placeholder')).toBe(inDigits(locale, '2010'));
    for (const typed of ['2018', '۲۰۱۷', '٢٠١٨']) {
      await page.locator('#from').fill(typed);
      await page.locator('#from').press('Tab');
      await page.waitForURL(typed === '۲۰۱۷' ? /year=2017-/ : /year=2018-/);
    }
    await expect.poll(() => page.locator('#from').inputValue()).toBe(inDigits(locale, '2018'));
    await expect.poll(() => count(page)).toBe(6);
    expect(await page.locator('[data-years] rect.off').count()).toBeGreaterThan(0);
    await page.locator('[data-to]').focus();
    for (let year = 2022; year > 2018; year -= 1) await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/year=2018(&|$)/);
    await expect.poll(() => count(page)).toBe(3);
    await page.locator('#from').fill('not a year');
    await page.locator('#from').press('Tab');
    await page.waitForURL(/year=-2018/);
    expect(await page.locator('#from').inputValue()).toBe('');
  });

  test('many values are loaded when their field is entered, and chosen by the keyboard', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'));
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const field = page.locator('#choose-topic');
    await field.focus();
    await page.locator('#choose-topic-options [role=option]').first().waitFor();
    expect(loaded).toContain('/search/facets/topic.json');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await field.pressSequentially('subject 14');
    await expect.poll(() => page.locator('#choose-topic-options [role=option]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('choose-topic-options-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/topic=subject-14/);
    await expect.poll(() => count(page)).toBe(2);
    expect(await page.locator('[data-facet=topic] input[value=subject-14]').isChecked()).toBe(true);
  });

  test('more results come on request, and the first of them has the focus', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'));
    expect(await results(page).count()).toBe(10);
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
    expect(await results(page).count()).toBe(20);
  });

  test('results are sorted by year and by title', async () => {
    const page = await site.open(at(locale, '?q=water'));
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
    for (const address of [at(locale), locale === 'en' ? '/' : '/fa/']) {
      const page = await site.open(address);
      const field = page.locator('#q');
      await field.pressSequentially('khiya');
      const options = page.locator('#q-options [role=option]');
      await options.first().waitFor();
      expect(await options.first().innerText()).toContain('Khiyali');
      expect(await options.count()).toBeGreaterThan(1);
      expect(await page.locator('#q-options ~ [role=status]').innerText()).toMatch(/[0-9۰-۹]/);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await options.count()).toBe(0);
      await page.keyboard.press('ArrowDown');
      await options.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/people/khiyali-sara/');
    }
  });

  test('the key / goes to the field, not while something is typed, and can be switched off', async () => {
    const page = await site.open(at(locale, '?q=water'));
    await page.locator('h2 a').first().focus();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.locator('#from').focus();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('from');
    await page.locator('[data-slash]').uncheck();
    await page.reload();
    await answered(page);
    expect(await page.locator('[data-slash]').isChecked()).toBe(false);
    await page.locator('h2 a').first().focus();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('q');
  });

  test('the whole result and ticked ones can be taken in every format', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'));
    expect(await page.locator('[data-basket]').isVisible()).toBe(false);
    await page.locator('[data-pick]').nth(0).check();
    await page.locator('[data-pick]').nth(1).check();
    const bar = page.locator('[data-basket]');
    expect(await bar.innerText()).toMatch(locale === 'fa' ? /^۲ انتخاب‌شده/ : /^2 selected/);
    expect((await bar.boundingBox())!.height).toBeLessThan(80);
    await openCite(page);
    for (const format of taken) expect(await take(page, format), format.label).toHaveLength(2);
    await page.keyboard.press('Escape');
    await page.locator('[data-select-all]').click();
    expect(await violations(page)).toEqual([]);
    await openCite(page);
    expect(await violations(page)).toEqual([]);
    for (const format of taken) {
      expect(await take(page, format), format.label).toHaveLength(30);
      expect(digits(await page.locator('dialog .take__status').innerText()), format.label).toBe(30);
    }
  });

  test('the whole result and ticked ones can be taken as a text in every style', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'));
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
    const page = await site.open(at(locale, '?q=umbrellas'));
    await page.locator('[data-select-all]').click();
    await openCite(page);
    const basket = page.locator('dialog > div:last-child');
    const ris = basket.locator('button', { hasText: /^RIS$/ });
    const held: (() => void)[] = [];
    let asked = 0;
    await page.route('**/*.ris', async (route) => {
      asked += 1;
      if (asked > 5) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });
    await ris.click();
    await expect.poll(() => basket.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(5);
    expect(await basket.locator('progress').evaluate((bar: HTMLProgressElement) => bar.max)).toBe(30);
    expect(await ris.isDisabled()).toBe(true);
    await basket.locator('button:not([disabled])').press('Enter');
    await expect.poll(() => basket.locator('progress').isVisible()).toBe(false);
    expect(await ris.isDisabled()).toBe(false);
    expect(await basket.locator('[role=status]').innerText()).toBe('');
    held.forEach((go) => go());
    await page.unroute('**/*.ris');
    await page.route('**/*.ris', (route) => route.abort());
    await ris.click();
    await expect.poll(() => basket.locator('[role=status]').innerText()).not.toBe('');
    expect(await basket.locator('progress').isVisible()).toBe(false);
  });

  test('“Cite” in a result opens the dialog of its publication here, and has a name of its own', async () => {
    const page = await site.open(at(locale, '?q=water'));
    const links = page.locator('[data-results] a[data-cite-slug]');
    await links.first().waitFor();
    const names = await links.evaluateAll((all) => all.map((link) => link.textContent));
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
    const address = page.url();
    await links.first().press('Enter');
    await page.locator('dialog .programs').waitFor();
    expect(page.url()).toBe(address);
    expect(await page.locator('#cited p').first().innerText()).not.toBe('');
    await page.keyboard.press('Escape');
    expect(await links.first().evaluate((link) => link === document.activeElement)).toBe(true);
  });

  test('the bar hides nothing that has the focus, at 400 % zoom', async () => {
    const page = await site.open(at(locale, '?q=umbrellas'), { width: 320 });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('[data-pick]').first().check();
    const bar = (await page.locator('[data-basket]').boundingBox())!;
    expect(bar.height).toBeLessThan(640 / 5);
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const basket = document.querySelector('[data-basket]')!;
        const active = document.activeElement;
        if (!active || basket.contains(active)) return undefined;
        const box = active.getBoundingClientRect();
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return over && basket.contains(over) ? active.outerHTML.slice(0, 80) : undefined;
      });
      expect(hidden).toBeUndefined();
    }
    // On a low screen, as at 400 % zoom on a laptop, it stands at the end of the results.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.locator('[data-basket]').evaluate((element) => getComputedStyle(element).position)).toBe(
      'static',
    );
  });

  test('what was found is saved to the reading list', async () => {
    const page = await site.open(at(locale, '?q=water'));
    await page.locator('[data-select-all]').click();
    const slugs = await shownSlugs(page);
    await page.locator('[data-basket] button', { hasText: /^(?:Save|ذخیره)$/ }).click();
    await page.locator('[data-basket] [role=status] a').click();
    await page.locator('[data-entries] > li').nth(1).waitFor();
    expect(
      await page.locator('[data-entries] h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(slugs.map((slug) => `${locale === 'en' ? '' : '/fa'}/publications/${slug}/`));
  });

  test('fits any width, and its filters open on a telephone', async () => {
    const page = await site.open(at(locale, '?q=umbrellas&topic=subject-1'), { width: 390 });
    await page.locator('[data-filters]').click();
    await page.locator('[data-pick]').first().check();
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(wideElements), `${width} px`).toEqual([]);
    }
    expect(await violations(page)).toEqual([]);
  });
});

test('an index that cannot be loaded is told, and ways to browse are shown', async () => {
  const page = await site.open('/');
  await page.route('**/search/documents.json', (route) => route.abort());
  await page.goto('/search/?q=water');
  await page.locator('[data-count]', { hasText: 'could not be loaded' }).waitFor();
  expect(await page.locator('[data-browse] a').first().isVisible()).toBe(true);
});

test('the scripts of the page are small, and none of them or of the styles stands in the page', () => {
  const html = site.site.read('search/index.html');
  const files = new Set(Array.from(html.matchAll(/<script[^>]+src="\/([^"]+)"/g), ([, path]) => path!));
  for (const file of files)
    for (const [, path] of site.site.read(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      files.add(`_astro/${path}`);
  const size = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(site.site.settings.outDir, file))).byteLength,
    0,
  );
  expect(files.size).toBeGreaterThan(2);
  expect(size).toBeGreaterThan(5000);
  expect(size).toBeLessThanOrEqual(30_000);
});

test('works under a policy that allows the site itself and WebAssembly only', async () => {
  const page = await site.open('/');
  await page.route('**/search/?q=water', async (route) => {
    const response = await route.fetch();
    // The theme and the brand colours still stand in every page; they are not of the search.
    const body = (await response.text()).replace(/<script>.*?<\/script>/gs, '').replace(/<style>.*?<\/style>/gs, '');
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'";
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto('/search/?q=water');
  await answered(page);
  expect(await count(page)).toBe(2);
  expect(refused).toEqual([]);
});

const taken = offeredFormats();

/** Opens the Cite dialog for what is selected. */
async function openCite(page: Page): Promise<void> {
  await page.locator('[data-basket] button').first().click();
  await page.locator('dialog').waitFor();
}

/** The records in the file that a button of the dialog gives. */
async function take(page: Page, { id, label, extension }: OfferedFormat): Promise<readonly unknown[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('dialog button', { hasText: new RegExp(`^${label}$`) }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`publications${extension}`);
  const text = readFileSync(await download.path(), 'utf8');
  const read = requireFormat(id).read?.(text);
  expect(read?.problems ?? []).toEqual([]);
  return read?.records ?? readCsv(text.slice(1)).slice(1);
}

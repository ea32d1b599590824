import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { slowUnless, testEach } from '../support/slow.ts';
import { article, type Locale } from './addresses.ts';
import { openGallery } from './gallery.ts';
import { violations } from './violations.ts';

const gallery = openGallery();
const retracted = '/publications/khiyali-2023-retracted/';
const slugOf = (address: string): string => address.split('/').at(-2)!;

const words = {
  en: {
    save: 'Save to reading list',
    remove: 'Remove',
    clear: 'Clear the list',
    undo: 'Undo',
    empty: 'Nothing is saved yet',
    retracted: 'Retracted',
    formatted: 'Download as text',
    refused: 'does not allow',
  },
  fa: {
    save: 'افزودن به فهرست مطالعه',
    remove: 'برداشتن',
    clear: 'خالی کردن فهرست',
    undo: 'برگرداندن',
    empty: 'هنوز چیزی',
    retracted: 'پس‌گرفته‌شده',
    formatted: 'دریافت به‌صورت متن',
    refused: 'اجازه',
  },
} as const;

const items = (page: Page) => page.locator('[data-entries] > li');

/** Opens the reading list with these slugs saved, and waits until it is drawn. */
async function openList(locale: Locale, slugs: readonly string[], shown = slugs.length): Promise<Page> {
  const page = await gallery.open('/about/', locale);
  await keep(page, slugs);
  await page.goto(gallery.path('/reading-list/', locale));
  await drawn(page, shown);
  return page;
}

const keep = (page: Page, slugs: readonly string[]): Promise<void> =>
  page.evaluate((value) => localStorage.setItem('reading-list /', value), JSON.stringify(slugs));

const kept = (page: Page): Promise<unknown> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('reading-list /') ?? '[]') as unknown);

async function drawn(page: Page, count: number): Promise<void> {
  if (count === 0) await page.locator('[data-nothing]').waitFor();
  else
    await items(page)
      .nth(count - 1)
      .waitFor();
  await expect.poll(() => items(page).count()).toBe(count);
}

/** What a list shows of these publications: title, its translation, plain language, authors, journal and tags. */
const partsOfItems = (slugs: readonly string[]) =>
  slugs.map((slug) => {
    const item = document.querySelector(`.pub a[href$="/publications/${slug}/"]`)?.closest('.pub');
    return [
      item?.querySelector('h2, h4')?.innerHTML.replace(/ href="[^"]*"/, ''),
      item?.querySelector('.pub__translation')?.innerHTML,
      item?.querySelector('.pub__plain')?.innerHTML,
      item?.querySelector('p:not([class])')?.outerHTML,
      item?.querySelector('.meta')?.innerHTML.replace(/\s+/g, ''),
    ];
  });

async function take(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  if ((await page.locator('dialog').count()) === 0) await page.locator('[data-take]').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('dialog button', { hasText: new RegExp(`^${button}$`) }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describe.each(['en', 'fa'] as const)('the reading list in %s', (locale) => {
  const own = words[locale];

  test(
    'keeps what is saved by the keyboard, shows it as lists do, and lets it go again',
    slowUnless(locale === 'fa'),
    async () => {
      const page = await gallery.open(article, locale);
      const button = page.locator('[data-save]');
      await expect.poll(async () => (await button.innerText()).trim()).toBe(own.save);
      await button.focus();
      await page.keyboard.press('Space');
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
      // The state is told by the button; its name stays.
      await expect.poll(async () => (await button.innerText()).trim()).toBe(own.save);
      await expect.poll(() => page.locator('[data-save-status]').textContent()).not.toBe('');
      await page.goto(gallery.path(retracted, locale));
      await page.locator('[data-save]').press('Enter');
      await expect.poll(() => kept(page)).toEqual([slugOf(article), slugOf(retracted)]);

      await page.locator('.site-head a[href$="/reading-list/"]').click();
      await drawn(page, 2);
      const links = page.locator('[data-entries] h2 a');
      await expect
        .poll(() => links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
        .toEqual([gallery.path(article, locale), gallery.path(retracted, locale)]);
      await expect
        .poll(() => items(page).nth(1).locator('.tag--stop').innerText())
        .toMatch(new RegExp(own.retracted, 'i'));
      await expect.poll(() => violations(page)).toEqual([]);

      await items(page).nth(0).getByRole('button').press('Enter');
      await drawn(page, 1);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(own.undo);
      await page.keyboard.press('Enter');
      await drawn(page, 2);
      await expect.poll(() => kept(page)).toEqual([slugOf(article), slugOf(retracted)]);
      await page.getByRole('button', { name: own.clear }).press('Enter');
      await drawn(page, 0);
      await expect.poll(() => page.locator('[data-count]').innerText()).toContain(own.empty);
      await expect.poll(() => violations(page)).toEqual([]);
      await page.getByRole('button', { name: own.undo }).press('Enter');
      await drawn(page, 2);
      await page.goto(gallery.path(article, locale));
      await page.locator('[data-save]').press('Enter');
      await expect.poll(() => page.locator('[data-save]').getAttribute('aria-pressed')).toBe('false');
      await expect.poll(() => kept(page)).toEqual([slugOf(retracted)]);
    },
  );

  test(
    'shows titles, authors and what must be known as the lists of the site do',
    slowUnless(locale === 'fa'),
    async () => {
      const others = [
        'fabula-2023-forty',
        'farzi-2023-fa',
        'khiyali-2024-spout',
        'wu-2024-errors',
        'farzi-2024-editorial',
      ];
      const slugs = [slugOf(article), slugOf(retracted), ...others];
      const page = await openList(locale, slugs);
      const shown = await page.evaluate(partsOfItems, slugs);
      await page.goto(gallery.path('/publications/', locale));
      expect(shown).toEqual(await page.evaluate(partsOfItems, slugs));
      await page.goto(gallery.path('/reading-list/', locale));
      await drawn(page, slugs.length);
      // The Persian name of the first is in her file, and that of the fourth on the paper.
      await expect
        .poll(() => items(page).nth(0).locator('p', { hasText: 'You Wu' }).innerText())
        .toBe(
          locale === 'fa'
            ? 'آدا فیکتوس، You Wu، Jan van der Verzonnen، سارا خیالی، Invented Clouds Consortium'
            : 'Ada Fictus, You Wu, Jan van der Verzonnen, Sara Khiyali, Invented Clouds Consortium',
        );
      // More than six authors are cut as in lists, with a space before “et al.” at which no line breaks.
      await expect
        .poll(() => items(page).nth(2).locator('p', { hasText: 'Fabula' }).innerText())
        .toMatch(/^Ada Fabula, .*, Frøya Quimérico,\u00a0et al\.$/);
    },
  );

  test('is taken along in every format', slowUnless(locale === 'en'), async () => {
    const page = await openList(locale, [slugOf(retracted), slugOf(article)]);
    for (const { label, extension, frame } of singleFormats(offeredFormats())) {
      const { name, text } = await take(page, label);
      expect(name).toBe(`publications${extension}`);
      const records = [retracted, article].map((address) => {
        const file = gallery.site.read(`${address.slice(1, -1)}${extension}`);
        return file.slice(frame.before.length, file.length - frame.after.length);
      });
      expect(text).toBe(frame.before + records.join(frame.between) + frame.after);
    }
    const csv = await take(page, 'CSV');
    expect(csv.name).toBe('publications.csv');
    const [head, ...rows] = gallery.site.read('publications.csv').split('\r\n');
    const rowOf = (address: string) => rows.find((row) => row.includes(`publications${address.slice(13)}`));
    expect(csv.text.split('\r\n')).toEqual([head, rowOf(retracted), rowOf(article), '']);
    const { text } = await take(page, 'CSL-JSON');
    expect((JSON.parse(text) as { id: string }[]).map(({ id }) => id)).toHaveLength(2);
    await expect.poll(() => page.locator('dialog .take__status').innerText()).toMatch(/[2۲]/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('CSL-JSON');
  });

  test(
    'is taken along as a text in every style, numbered or by the alphabet',
    slowUnless(locale === 'fa'),
    async () => {
      const page = await openList(locale, [slugOf(retracted), slugOf(article)]);
      await page.locator('[data-take]').click();
      const choices = page.locator('dialog label');
      await choices.first().waitFor();
      const styles = await choices.allInnerTexts();
      expect(styles.length).toBeGreaterThan(2);
      const texts: Record<string, string[]> = {};
      for (const style of styles) {
        await choices
          .filter({ hasText: new RegExp(`^${style}$`) })
          .locator('input')
          .check();
        await expect.poll(() => page.locator('#cited p').count()).toBe(2);
        const { name, text } = await take(page, own.formatted);
        expect(name).toBe('publications.txt');
        expect(text.endsWith('\n')).toBe(true);
        texts[style] = text.trimEnd().split('\n');
        expect(texts[style], style).toHaveLength(2);
      }
      // In the order of the list; the year that the page shows is that of the reader's calendar in Persian.
      expect(texts['Vancouver']).toEqual([
        expect.stringMatching(/^1\. \W*Khiyali/),
        expect.stringMatching(/^2\. \W*Fictus/),
      ]);
      expect(texts['APA']).toEqual([expect.stringMatching(/^\W*Fictus/), expect.stringMatching(/^\W*Khiyali/)]);
      if (locale === 'fa') expect(texts['APA']![0]).toContain('1403');
      for (const lines of Object.values(texts)) for (const line of lines) expect(line).not.toMatch(/<|&\w+;/);
    },
  );
});

test('follows what another tab saves, on both pages', async () => {
  const context = await gallery.newContext();
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto('/reading-list/');
  await drawn(first, 0);
  await second.goto(article);
  await second.locator('[data-save]').click();
  await drawn(first, 1);
  await items(first).getByRole('button').click();
  await expect.poll(() => second.locator('[data-save]').getAttribute('aria-pressed')).toBe('false');
});

test('an old slug becomes the new one, and what is gone is said and can be removed', async () => {
  const page = await openList('en', ['counting-clouds', 'never-was', slugOf(article)], 2);
  await expect.poll(() => kept(page)).toEqual([slugOf(article), 'never-was']);
  await expect.poll(() => items(page).nth(1).innerText()).toContain('“never-was” is no longer on this site.');
  // What is gone is not counted: the dialog is that of the one publication.
  await page.locator('[data-take]').click();
  await page.locator('dialog label', { hasText: 'BibTeX' }).locator('input').check();
  await page.locator('#cited-file', { hasText: /^@/ }).waitFor();
  await page.keyboard.press('Escape');
  await items(page).nth(1).getByRole('button').click();
  await drawn(page, 1);
});

testEach(['[1,null,"",{"x":[]}]', 'not json', '{"a":1}', '"fictus"'])(
  'a damaged list (%s) is an empty one',
  async (value) => {
    const page = await gallery.open('/about/');
    await page.evaluate((text) => localStorage.setItem('reading-list /', text), value);
    await page.goto('/reading-list/');
    await drawn(page, 0);
  },
);

test.each([
  ['en', 'reading is forbidden'],
  ['fa', 'writing is forbidden'],
] as const)('in %s, where %s, it says so and pretends nothing', async (locale, how) => {
  const context = await gallery.newContext();
  await context.addInitScript((what) => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    if (what === 'reading is forbidden') Object.defineProperty(window, 'localStorage', { get: refuse });
    else Storage.prototype.setItem = refuse;
  }, how);
  const page = await context.newPage();
  await page.goto(gallery.path(article, locale));
  await page.locator('[data-save]').click();
  await expect.poll(() => page.locator('[data-save]').getAttribute('aria-pressed')).toBe('false');
  const status = page.locator('[data-save-status]');
  await expect.poll(() => status.innerText()).toContain(words[locale].refused);
  await page.goto(gallery.path('/reading-list/', locale));
  await page.locator('[data-count]', { hasText: words[locale].refused }).waitFor();
  await expect.poll(() => page.locator('[data-take]').isVisible()).toBe(false);
});

testEach(['en', 'fa'] as const)('without JavaScript nothing offers it in %s, and its page says why', async (locale) => {
  const page = await gallery.open('/reading-list/', locale, { javaScriptEnabled: false });
  await expect.poll(() => page.locator('main .no-js').innerText()).toMatch(/JavaScript|جاوااسکریپت/);
  await expect
    .poll(() => page.locator('a[href$="/reading-list/"]:not([hreflang])').filter({ visible: true }).count())
    .toBe(0);
  await page.goto(gallery.path(article, locale));
  await expect.poll(() => page.locator('[data-save]').isVisible()).toBe(false);
});

test('the scripts of a publication stay below 5 kB compressed', () => {
  expect(scriptSize('publications/fictus-2024-counting/index.html')).toBeLessThanOrEqual(5000);
});

/** Bytes of the modules that a page loads at once, compressed. */
function scriptSize(path: string): number {
  const files = new Set(
    Array.from(gallery.site.read(path).matchAll(/<script[^>]+src="\/([^"]+)"/g), ([, file]) => file!),
  );
  for (const file of files)
    for (const [, imported] of gallery.site.read(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      files.add(`_astro/${imported}`);
  expect(files.size).toBeGreaterThan(1);
  return [...files].reduce((sum, file) => sum + gzipSync(gallery.site.read(file)).byteLength, 0);
}

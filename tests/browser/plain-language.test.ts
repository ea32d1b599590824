import { describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { describeEach, testEach } from '../support/slow.ts';
import { article } from './addresses.ts';
import { coveredStops } from './covered-stops.ts';
import { openGallery } from './gallery.ts';
import { violations } from './violations.ts';

const gallery = openGallery();
const plain = (page: Page) => page.locator('section.plain');
const abstract = (page: Page) => page.locator('section.abstract');

describeEach(['fa', 'en'] as const)('an explanation and an abstract, in %s', (locale) => {
  test('stand one after the other, the explanation first, until the reader chooses; the choice is remembered', async () => {
    const context = await gallery.newContext();
    const page = await context.newPage();
    await page.goto(gallery.path(article, locale));
    const choices = page.locator('[data-reading-choice] input');
    await expect.poll(() => choices.first().isChecked()).toBe(true);
    const [explained, summed] = [(await plain(page).boundingBox())!, (await abstract(page).boundingBox())!];
    expect(explained.y).toBeLessThan(summed.y);
    await choices.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(async () => [await plain(page).isVisible(), await abstract(page).isVisible()])
      .toEqual([true, false]);
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(async () => [await plain(page).isVisible(), await abstract(page).isVisible()])
      .toEqual([false, true]);
    await expect.poll(() => violations(page)).toEqual([]);
    await page.reload();
    await expect
      .poll(async () => [await plain(page).isVisible(), await abstract(page).isVisible()])
      .toEqual([false, true]);
    await expect.poll(() => choices.last().isChecked()).toBe(true);
    // Paper holds both, and a page with one of the two shows it.
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(async () => [await plain(page).isVisible(), await abstract(page).isVisible()])
      .toEqual([true, true]);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(gallery.path('/publications/placeholder-2024-letter/', locale));
    await expect.poll(() => page.locator('[data-reading-choice]').count()).toBe(0);
    await context.close();
  });

  test('are both there without JavaScript', async () => {
    const page = await gallery.open(article, locale, { javaScriptEnabled: false });
    await expect
      .poll(async () => [await plain(page).isVisible(), await abstract(page).isVisible()])
      .toEqual([true, true]);
    await expect.poll(() => page.locator('[data-reading-choice]').isVisible()).toBe(false);
    await expect.poll(() => page.locator('[data-read-aloud]').isVisible()).toBe(false);
  });

  test('can be reached at 400 % zoom, with nothing over them', async () => {
    const page = await gallery.open(article, locale, { viewport: { width: 320, height: 256 } });
    expect(await coveredStops(page, 40)).toEqual([]);
  });
});

/** Voices of the device; what is spoken is kept in `spoken`, and ends when `finish` is called. */
async function withVoices(context: BrowserContext, voices: readonly { lang: string; localService: boolean }[]) {
  await context.addInitScript((own) => {
    const spoken: SpeechSynthesisUtterance[] = [];
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => own,
      speak: (utterance: SpeechSynthesisUtterance) => spoken.push(utterance),
      cancel: () => spoken.splice(0),
    });
    class Utterance extends EventTarget {
      lang = '';
      voice: unknown = null;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    Object.assign(window, { spoken, SpeechSynthesisUtterance: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
  }, voices);
}
const spoken = (page: Page): Promise<readonly { text: string; lang: string; voice: string }[]> =>
  page.evaluate(() =>
    (window as unknown as { spoken: SpeechSynthesisUtterance[] }).spoken.map(({ text, lang, voice }) => ({
      text,
      lang,
      voice: voice?.lang ?? '',
    })),
  );

describe('reading aloud', () => {
  testEach([
    { locale: 'en', lang: 'en_GB', first: 'Clouds change while they are being counted.' },
    { locale: 'fa', lang: 'fa-IR', first: 'ابرها هنگام شمردن تغییر می‌کنند.' },
  ] as const)(
    'says the explanation with a voice of the device, and stops, in $locale',
    async ({ locale, lang, first }) => {
      const context = await gallery.newContext();
      await withVoices(context, [
        { lang: 'de-DE', localService: true },
        { lang, localService: true },
      ]);
      const page = await context.newPage();
      await page.goto(gallery.path(article, locale));
      const button = page.locator('[data-read-aloud]');
      await button.press('Enter');
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
      const said = await spoken(page);
      expect(said.length).toBeGreaterThan(1);
      expect(said[0]!.text).toContain(first);
      expect(said.every((each) => each.lang === locale && each.voice === lang)).toBe(true);
      await expect.poll(() => violations(page)).toEqual([]);
      await button.press('Enter');
      await expect.poll(() => spoken(page)).toEqual([]);
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
      // At the end of the last text the button is free again.
      await button.press(' ');
      await page.evaluate(() =>
        (window as unknown as { spoken: EventTarget[] }).spoken.at(-1)!.dispatchEvent(new Event('end')),
      );
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
    },
  );

  testEach([
    { voices: [{ lang: 'en-US', localService: false }], why: 'only a voice that a service has' },
    { voices: [], why: 'no voice' },
    { voices: [{ lang: 'fa-IR', localService: true }], why: 'no voice for the language' },
  ])('is not offered where there is $why', async ({ voices }) => {
    const context = await gallery.newContext();
    await withVoices(context, voices);
    const page = await context.newPage();
    await page.goto(article);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('[data-read-aloud]').isVisible()).toBe(false);
  });
});

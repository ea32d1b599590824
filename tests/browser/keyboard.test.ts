import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { article, manyAuthors } from './addresses.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();

describe('the skip link', () => {
  test('comes first, is seen when it has the focus, and leads past the navigation', async () => {
    const page = await gallery.open(article);
    const skip = page.locator('.skip');
    expect(await isInView(skip)).toBe(false);
    await page.keyboard.press('Tab');
    expect(await hasFocus(skip)).toBe(true);
    expect(await isInView(skip)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });
});

describe.each(['en', 'fa'] as const)('the Cite dialog in %s', (locale) => {
  test('opens by Enter after some steps of Tab, closes by Escape, and gives the focus back', async () => {
    const page = await gallery.open(article, locale);
    const [cite, dialog] = [page.locator('.actions a[href="#cite"]'), page.locator('#cite')];
    await tabTo(page, cite);
    expect(await showsFocus(cite)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await hasFocus(cite)).toBe(true);
  });

  test('keeps the focus while it is open, and closes by its own link', async () => {
    const page = await gallery.open(article, locale);
    const [cite, dialog] = [page.locator('.actions a[href="#cite"]'), page.locator('#cite')];
    await cite.press('Enter');
    const outside: string[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const { activeElement: active } = document;
        return active === null || active === document.body || active.closest('#cite')
          ? undefined
          : active.outerHTML.slice(0, 120);
      });
      if (name) outside.push(name);
    }
    expect(outside).toEqual([]);
    await dialog.locator('[data-close]').press('Enter');
    expect(await dialog.isVisible()).toBe(false);
    expect(await hasFocus(cite)).toBe(true);
  });

  test('shows each format in turn by the arrow keys, and one at a time', async () => {
    const page = await gallery.open(article, locale);
    await page.locator('.actions a[href="#cite"]').press('Enter');
    const formats = page.locator('#cite input[type=radio]');
    const outputs = page.locator('#cite .cite__out > div');
    const count = await formats.count();
    expect(count).toBeGreaterThanOrEqual(4);
    expect(await outputs.count()).toBe(count);
    await tabTo(page, formats.first());
    const shown: string[] = [];
    for (let index = 0; index < count; index++) {
      expect(await formats.nth(index).isChecked()).toBe(true);
      const visible = await outputs.evaluateAll((all) =>
        all.flatMap((output, position) => (output.checkVisibility() ? [position] : [])),
      );
      expect(visible).toEqual([index]);
      shown.push(await outputs.nth(index).innerText());
      await page.keyboard.press('ArrowDown');
    }
    expect(new Set(shown).size).toBe(count);
    expect(await formats.first().isChecked()).toBe(true);
  });
});

describe.each(['en', 'fa'] as const)('what a list offers, in %s', (locale) => {
  test('opens by Enter, holds every part within reach of Tab, closes by Escape, and gives the focus back', async () => {
    const page = await gallery.open('/people/fictus-ada/', locale, { viewport: { width: 390, height: 800 } });
    const [use, dialog] = [page.locator('a[href="#bulk"]').first(), page.locator('#bulk')];
    await tabTo(page, use);
    await page.keyboard.press('Enter');
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    const reached = new Set<string>();
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      const part = await page.evaluate(() =>
        document.activeElement
          ?.closest('#bulk')
          ?.querySelector(':focus')
          ?.closest('section')
          ?.getAttribute('aria-labelledby'),
      );
      if (part) reached.add(part);
    }
    expect([...reached].sort()).toEqual(['bulk-cite', 'bulk-embed', 'bulk-follow']);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await hasFocus(use)).toBe(true);
  });
});

describe('copying', () => {
  test('takes a reference with its markup for a word processor, and the DOI, by the keyboard', async () => {
    const page = await gallery.open(article);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.actions a[href="#cite"]').press('Enter');
    await page.locator('#cite label', { hasText: 'APA' }).locator('input').check();
    const shown = page.locator('#cite .cite__out > div').filter({ visible: true });
    await shown.locator('[data-copy]:not([data-plain])').press('Enter');
    const status = page.locator('#cite [role=status]').filter({ hasText: /\S/ });
    expect(await status.innerText()).toContain('APA');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(html).toContain('<i>Journal of Invented Results</i>');
    // Other programs know neither the classes nor the styles of this site.
    expect(html).not.toContain('class=');
    const copyDoi = page.locator('#cite [data-copy="#cite-doi"]');
    await copyDoi.press('Enter');
    await page.locator('#cite [role=status]', { hasText: 'DOI' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://doi.org/10.5555/inv.2024.001');
  });

  test('offers each reference with formatting and as plain text, also under the abstract', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    const section = page.locator('section:has(> #reference-title)');
    const types = (): Promise<readonly string[]> =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    await section.locator('[data-copy]:not([data-plain])').press('Enter');
    await section.locator('[role=status]').filter({ hasText: 'Vancouver' }).waitFor({ state: 'attached' });
    expect([...(await types())].sort()).toEqual(['text/html', 'text/plain']);
    await section.locator('[data-plain]').press('Enter');
    await expect.poll(types).toEqual(['text/plain']);
    expect(await clipboard(page)).toBe((await section.locator('.reference p').first().innerText()).trim());
    expect(await page.locator('#cite .cite__out > div:has(.reference) [data-plain]').count()).toBe(
      await page.locator('#cite .cite__out .reference').count(),
    );
  });

  test('puts the citation that is shown into the clipboard, and announces what was copied', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.actions a[href="#cite"]').press('Enter');
    const choice = page.locator('#cite label', { hasText: 'RIS' });
    await choice.locator('input').check();
    const shown = page.locator('#cite .cite__out > div').filter({ visible: true });
    await shown.locator('[data-copy]').press('Enter');
    // Nothing outside a modal dialog is read out, so what announces must be in it.
    const status = page.locator('#cite [role=status]').filter({ hasText: /\S/ });
    await status.waitFor({ state: 'attached' });
    expect(await status.innerText()).toContain('RIS');
    expect(await clipboard(page)).toBe((await shown.locator('pre, p').first().innerText()).trim());
  });

  test('works for the address of the page, and announces it', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.menu summary').press('Enter');
    await page.locator('.menu [data-copy]').press('Enter');
    await page.locator('[role=status]').filter({ hasText: /\S/ }).first().waitFor({ state: 'attached' });
    expect(await clipboard(page)).toBe(`https://gallery.example.org${article}`);
  });

  test('leaves the page in order where the browser refuses it', async () => {
    const page = await gallery.open(article);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    });
    await page.locator('.menu summary').press('Enter');
    await page.locator('.menu [data-copy]').press('Enter');
    await page.waitForTimeout(200);
    expect(errors).toEqual([]);
    expect(await page.locator('.menu [data-copy]').innerText()).toBe('Copy link');
  });
});

describe('what is closed at first', () => {
  test('all authors, their affiliations and contributions open by the keyboard', async () => {
    for (const [address, inside, selector] of [
      [manyAuthors, '.names[start] li', '.byline__more > details:not([id]) > summary'],
      [article, '.affil li', '#affiliations > summary'],
      [article, '.roles dt', 'details:has(.roles) > summary'],
    ] as const) {
      const page = await gallery.open(address);
      const summary = page.locator(selector);
      const content = page.locator(inside).last();
      expect(await content.isVisible(), inside).toBe(false);
      const before = await summary.innerText();
      await tabTo(page, summary);
      await page.keyboard.press('Enter');
      expect(await content.isVisible(), inside).toBe(true);
      expect(await summary.innerText()).not.toBe(before);
      await page.keyboard.press('Space');
      expect(await content.isVisible(), inside).toBe(false);
    }
  });

  test.each(['en', 'fa'] as const)('a superscript in %s opens the affiliations at the one it names', async (locale) => {
    const page = await gallery.open(article, locale);
    const link = page.locator('.names sup a[href="#aff-4"]');
    await link.press('Enter');
    const target = page.locator('#aff-4');
    await target.waitFor({ state: 'visible' });
    expect(await page.locator('#affiliations').getAttribute('open')).not.toBeNull();
    expect(await isInView(target)).toBe(true);
    expect(await target.evaluate((element) => element.matches(':target'))).toBe(true);
    const other = await page.locator('#aff-1').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await target.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(other);
  });

  test('an address with a fragment opens what it points at', async () => {
    const page = await gallery.open(`${article}#aff-2`);
    expect(await page.locator('#aff-2').isVisible()).toBe(true);
    await page.goto('about:blank');
    await page.goto(`${article}#cite`);
    expect(await page.locator('#cite').evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
  });

  test('an author who is named below an affiliation is found among all authors', async () => {
    const page = await gallery.open(manyAuthors);
    await page.locator('#affiliations > summary').press('Enter');
    const link = page.locator('.affil a[href^="#author-"]').last();
    const hash = (await link.getAttribute('href')) ?? '';
    await link.press('Enter');
    await page.locator(hash).waitFor({ state: 'visible' });
    expect(await isInView(page.locator(hash))).toBe(true);
  });

  test('the Share menu opens by Enter, closes by Escape, and gives the focus back', async () => {
    const page = await gallery.open(article);
    const summary = page.locator('.menu summary');
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    expect(await page.locator('.menu__body').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.menu__body').evaluate((body) => body.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu__body').isVisible()).toBe(false);
    expect(await hasFocus(summary)).toBe(true);
  });
});

describe('the theme', () => {
  test('switches by the keyboard, is kept on other pages and after a reload, and can be switched back', async () => {
    const page = await gallery.open('/', 'en', { colorScheme: 'light' });
    const light = await background(page);
    await tabTo(page, page.locator('[data-theme-toggle]'));
    await page.keyboard.press('Enter');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background(page)).toBe(dark);
    await page.goto(gallery.path(article, 'fa'));
    expect(await background(page)).toBe(dark);
    await page.locator('[data-theme-toggle]').press('Space');
    expect(await background(page)).toBe(light);
  });

  test('is that of the system until a reader chooses', async () => {
    const page = await gallery.open('/', 'en', { colorScheme: 'light' });
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).not.toBe(light);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test.each(['/', article, '/publications/', '/search/', '/statistics/'])(
  'every control of %s that Tab reaches can be seen and shows the focus',
  async (address) => {
    const page = await gallery.open(address);
    const faults: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const { activeElement: active } = document;
        if (active === null || active === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        const { width, height, bottom, top } = active.getBoundingClientRect();
        const seen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
        const ringed = [active, active.parentElement, active.closest('.search')].some((element) => {
          if (!element) return false;
          const style = getComputedStyle(element);
          return style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
        });
        const marked =
          ringed || active.closest('.search') !== null || (outlineStyle !== 'none' && outlineWidth !== '0px');
        return seen && marked ? undefined : active.outerHTML.slice(0, 160);
      });
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
  },
);

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const showsFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.matches(':focus-visible') && getComputedStyle(element).outlineStyle !== 'none');

const isInView = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  });

const background = (page: Page): Promise<string> =>
  page.evaluate(() => {
    // A colour of both themes at once is resolved only when it is painted.
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (!canvas) throw new Error('No canvas.');
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data.join(' ');
  });

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

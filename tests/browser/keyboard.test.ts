import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { describeEach, slowUnless, testEach } from '../support/slow.ts';
import { addresses, article, manyAuthors } from './addresses.ts';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();

describe('the skip link', () => {
  test('comes first, is seen when it has the focus, and leads past the navigation', async () => {
    const page = await gallery.open(article);
    const skip = page.locator('.skip');
    await expect.poll(() => isInView(skip)).toBe(false);
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(skip)).toBe(true);
    await expect.poll(() => isInView(skip)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)))
      .toBe(true);
  });
});

test.each([
  ['en', 'clou', '6 suggestions'],
  ['fa', 'ابر', '۶ پیشنهاد'],
] as const)(
  'in %s, screen readers know the field as a combobox when they come to it, and then its list',
  async (locale, text, said) => {
    const page = await gallery.open('/', locale);
    const field = page.locator('#q');
    await expect.poll(() => field.getAttribute('role')).toBe('combobox');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Accessibility.enable');
    const { root } = await devtools.send('DOM.getDocument');
    /** What the accessibility tree says of the first node of a role. */
    const nodeOf = async (role: string) => {
      const { nodes } = await devtools.send('Accessibility.queryAXTree', { nodeId: root.nodeId, role });
      const values = nodes[0]?.properties?.map(({ name, value }) => [
        name,
        value.relatedNodes?.map(({ idref }) => idref).join() ?? (value.value as unknown),
      ]);
      return Object.fromEntries(values ?? []) as Record<string, unknown>;
    };
    await expect.poll(() => nodeOf('combobox')).toMatchObject({ expanded: false });
    await field.focus();
    await expect.poll(() => nodeOf('combobox')).toMatchObject({ focused: true, expanded: false, autocomplete: 'list' });
    // The message is empty before it changes: what is new with its text is not read.
    await expect.poll(() => nodeOf('status')).toMatchObject({ live: 'polite' });
    await page.keyboard.type(text);
    await expect.poll(() => nodeOf('combobox')).toMatchObject({ focused: true, expanded: true, controls: 'q-options' });
    await expect.poll(() => page.locator('.combobox [role=status]').textContent()).toBe(said);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => nodeOf('combobox')).toMatchObject({ focused: true, activedescendant: 'q-options-0' });
    await expect.poll(() => nodeOf('option')).toMatchObject({ selected: true });
    await page.keyboard.press('Escape');
    await expect.poll(() => nodeOf('combobox')).toMatchObject({ focused: true, expanded: false });
  },
);

describe.each(['en', 'fa'] as const)('the Cite dialog in %s', (locale) => {
  test(
    'opens by Enter after some steps of Tab, closes by Escape, and gives the focus back',
    slowUnless(locale === 'en'),
    async () => {
      const page = await gallery.open(article, locale);
      const [cite, dialog] = [page.locator('.actions a[href="#cite"]'), page.locator('dialog')];
      await tabTo(page, cite);
      await expect.poll(() => showsFocus(cite)).toBe(true);
      await page.keyboard.press('Enter');
      await dialog.waitFor();
      await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.isVisible()).toBe(false);
      await expect.poll(() => hasFocus(cite)).toBe(true);
    },
  );

  test('keeps the focus while it is open, and closes by its own link', slowUnless(locale === 'fa'), async () => {
    const page = await gallery.open(article, locale);
    const [cite, dialog] = [page.locator('.actions a[href="#cite"]'), page.locator('dialog')];
    await cite.press('Enter');
    await dialog.waitFor();
    const outside: string[] = [];
    for (let step = 0; step < 24; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const { activeElement: active } = document;
        return active === null || active === document.body || active.closest('dialog')
          ? undefined
          : active.outerHTML.slice(0, 120);
      });
      if (name) outside.push(name);
    }
    expect(outside).toEqual([]);
    await dialog.locator('[data-close]').press('Enter');
    await expect.poll(() => dialog.isVisible()).toBe(false);
    await expect.poll(() => hasFocus(cite)).toBe(true);
  });

  test(
    'shows each style in turn by the arrow keys, and each file as it is on the site',
    slowUnless(locale === 'en'),
    async () => {
      const page = await gallery.open(article, locale);
      await page.locator('.actions a[href="#cite"]').press('Enter');
      const styles = page.locator('dialog .sheet__part').first().locator('input[type=radio]');
      const shown = page.locator('#cited');
      await tabTo(page, styles.first());
      const references: string[] = [];
      for (let index = 0; index < (await styles.count()); index++) {
        await expect.poll(() => styles.nth(index).isChecked()).toBe(true);
        references.push(await shown.innerText());
        await page.keyboard.press('ArrowDown');
      }
      expect(references.length).toBeGreaterThanOrEqual(3);
      expect(new Set(references).size).toBe(references.length);
      const files = page.locator('dialog .sheet__part').last().locator('label');
      for (const { label, extension } of singleFormats(offeredFormats())) {
        await files
          .filter({ hasText: new RegExp(`^${label}$`) })
          .locator('input')
          .check();
        await expect
          .poll(() => page.locator('#cited-file').textContent())
          .toBe(gallery.site.read(`${article.slice(1, -1)}${extension}`));
      }
    },
  );

  test('shows a DOI from left to right in every reference', slowUnless(locale === 'fa'), async () => {
    const page = await gallery.open('/publications/farzi-2023-fa/', locale);
    await page.locator('.actions a[href="#cite"]').click();
    const links = page.locator('#cited a');
    await links.first().waitFor();
    const turned = await links.evaluateAll((found) =>
      found.filter((link) => getComputedStyle(link).direction !== 'ltr').map((link) => link.outerHTML),
    );
    await expect.poll(() => links.count()).toBe(2);
    expect(turned).toEqual([]);
  });

  test('offers what each program reads, and says what will happen', slowUnless(locale === 'fa'), async () => {
    const page = await gallery.open(article, locale);
    await page.locator('.actions a[href="#cite"]').click();
    const rows = page.locator('dialog .programs li');
    await rows.first().waitFor();
    await expect
      .poll(() => rows.locator('.btn').allInnerTexts())
      .toEqual(['Word', 'EndNote', 'LaTeX', 'Mendeley', 'Zotero']);
    const zotero = rows.filter({ hasText: 'Zotero' });
    await expect
      .poll(() => zotero.innerText())
      .toMatch(locale === 'fa' ? /با Zotero باز می‌شود/ : /file that Zotero opens/);
    const [file] = await Promise.all([page.waitForEvent('download'), zotero.locator('a').click()]);
    expect(file.suggestedFilename()).toMatch(/\.bib$/);
  });
});

test('a Cite dialog whose code does not load leads to the same on the page', async () => {
  const page = await gallery.open(article);
  await page.route('**/words.*.json', (route) => route.abort());
  await page.locator('.actions a[href="#cite"]').click();
  await expect.poll(() => isInView(page.locator('#cite-title'))).toBe(true);
});

describeEach(['fa', 'en'] as const)('what a list offers, in %s', (locale) => {
  test('opens by Enter, holds every part within reach of Tab, closes by Escape, and gives the focus back', async () => {
    const page = await gallery.open('/people/fictus-ada/', locale, { viewport: { width: 390, height: 800 } });
    const [use, dialog] = [page.locator('a[href="#bulk"]').first(), page.locator('#bulk')];
    await tabTo(page, use);
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
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
    await expect.poll(() => dialog.isVisible()).toBe(false);
    await expect.poll(() => hasFocus(use)).toBe(true);
  });
});

describe('copying', () => {
  test('takes a reference with its markup for a word processor, and the DOI, by the keyboard', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.actions a[href="#cite"]').press('Enter');
    await page.locator('dialog label', { hasText: 'APA' }).locator('input').check();
    await page.locator('dialog [data-copy="#cited"]:not([data-plain])').first().press('Enter');
    const status = page.locator('dialog [role=status]').filter({ hasText: /\S/ });
    await expect.poll(() => status.innerText()).toContain('APA');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(html).toContain('<i>Journal of Invented Results</i>');
    // Other programs know neither the classes nor the styles of this site.
    expect(html).not.toContain('class=');
    const copyDoi = page.locator('dialog [data-copy="#cited-doi"]');
    await copyDoi.press('Enter');
    await page.locator('dialog [role=status]', { hasText: 'DOI' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('https://doi.org/10.5555/inv.2024.001');
  });

  test('takes each reference with formatting or as plain text', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    const types = (): Promise<readonly string[]> =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    await page.locator('.actions a[href="#cite"]').press('Enter');
    await page.locator('dialog .programs button', { hasText: 'Word' }).press('Enter');
    await page.locator('dialog [role=status]').filter({ hasText: 'Vancouver' }).waitFor({ state: 'attached' });
    expect([...(await types())].sort()).toEqual(['text/html', 'text/plain']);
    await page.locator('dialog [data-plain]').press('Enter');
    await expect.poll(types).toEqual(['text/plain']);
    await expect.poll(() => clipboard(page)).toBe((await page.locator('#cited p').first().innerText()).trim());
  });

  test('keeps the italics of each style with formatting, and takes its words alone as plain text', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    const html = (): Promise<string> =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
      });
    const italics = (text: string): readonly string[] => text.match(/<i>.*?<\/i>/g) ?? [];
    await page.locator('.actions a[href="#cite"]').press('Enter');
    const reference = page.locator('#cited p').first();
    for (const [style, count] of [
      ['Vancouver', 0],
      ['APA', 2],
      ['AMA', 1],
    ] as const) {
      await page.locator('dialog label', { hasText: style }).locator('input').check();
      await page.locator('dialog [data-copy="#cited"]:not([data-plain])').first().press('Enter');
      const words = await reference.innerText();
      await expect.poll(html, { message: style }).toContain(await reference.innerHTML());
      expect(italics(await html()), style).toHaveLength(count);
      await expect.poll(() => clipboard(page), { message: style }).toBe(words.trim());
      await page.locator('dialog [data-plain]').press('Enter');
      await expect.poll(html, { message: style }).toBe('');
      await expect.poll(() => clipboard(page), { message: style }).toBe(words.trim());
    }
  });

  test('puts the file that is shown into the clipboard, and announces what was copied', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.actions a[href="#cite"]').press('Enter');
    await page.locator('dialog label', { hasText: 'RIS' }).locator('input').check();
    await page.locator('#cited-file', { hasText: 'TY  -' }).waitFor();
    await page.locator('dialog [data-copy="#cited-file"]').press('Enter');
    // Nothing outside a modal dialog is read out, so what announces must be in it.
    const status = page.locator('dialog [role=status]').filter({ hasText: /\S/ });
    await status.waitFor({ state: 'attached' });
    await expect.poll(() => status.innerText()).toContain('RIS');
    await expect.poll(() => clipboard(page)).toBe((await page.locator('#cited-file').innerText()).trim());
  });

  test('works for the address of the page, and announces it', async () => {
    const page = await gallery.open(article, 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.menu summary').press('Enter');
    await page.locator('.menu [data-copy]').press('Enter');
    await page.locator('[role=status]').filter({ hasText: /\S/ }).first().waitFor({ state: 'attached' });
    await expect.poll(() => clipboard(page)).toBe(`https://gallery.example.org${article}`);
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
    // Its text is selected instead.
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain(article);
    expect(errors).toEqual([]);
    await expect.poll(() => page.locator('.menu [data-copy]').innerText()).toBe('Copy link');
  });
});

describe('what is closed at first', () => {
  test('authors, affiliations, styles and the like open by the keyboard', async () => {
    const page = await gallery.open('/');
    for (const [address, inside, selector] of [
      [manyAuthors, '.names li:nth-child(30)', '.byline .all > summary'],
      [article, '.affil li', '#affiliations > summary'],
      [article, '.roles dt', 'details:has(.roles) > summary'],
      [article, '.other > :not(summary)', '.other > summary'],
      [article, 'details.screen > :not(summary)', 'details.screen > summary'],
      [article, '.report a', '.report > summary'],
      [addresses.statistics[0], '.data >> nth=0 >> td', '.data >> nth=0 >> summary'],
    ] as const) {
      await page.goto(address);
      const summary = page.locator(selector);
      const content = page.locator(inside).last();
      await expect.poll(() => content.isVisible(), { message: inside }).toBe(false);
      const before = await summary.innerText();
      await focusBefore(summary);
      await tabTo(page, summary);
      await page.keyboard.press('Enter');
      await expect.poll(() => content.isVisible(), { message: inside }).toBe(true);
      // Its name does not change with its state.
      await expect.poll(() => summary.innerText()).toBe(before);
      await page.keyboard.press('Space');
      await expect.poll(() => content.isVisible(), { message: inside }).toBe(false);
    }
  });

  testEach(['fa', 'en'] as const)(
    'a name in %s opens a card with its affiliations, ORCID iD and other papers',
    async (locale) => {
      const page = await gallery.open(article, locale);
      const name = page.locator('.names button').first();
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      const card = page.locator('.names [popover]:popover-open');
      await card.waitFor();
      await expect.poll(() => isInView(card)).toBe(true);
      await expect.poll(() => card.innerText()).toContain('Institute of Invented Sciences');
      await expect.poll(() => card.locator('a[href^="https://orcid.org/"]').count()).toBe(1);
      await page.keyboard.press('Tab');
      await expect.poll(() => card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => card.count()).toBe(0);
      await expect.poll(() => hasFocus(name)).toBe(true);
    },
  );

  testEach(['fa', 'en'] as const)(
    'a card in %s is wide, and in the window, for each name at any width',
    async (locale) => {
      for (const width of [390, 1280]) {
        const page = await gallery.open(manyAuthors, locale, { viewport: { width, height: 844 } });
        for (const name of await page.locator('.names button').filter({ visible: true }).all()) {
          await name.press('Enter');
          const card = page.locator('.names [popover]:popover-open');
          await card.waitFor();
          const { x, width: across } = (await card.boundingBox())!;
          expect(across).toBeGreaterThan(320);
          expect([x >= 0, x + across <= width]).toEqual([true, true]);
          await page.keyboard.press('Escape');
          await card.waitFor({ state: 'hidden' });
        }
      }
    },
  );

  test('forty authors are six tab stops until their list is opened, in place', async () => {
    const page = await gallery.open(manyAuthors);
    const names = page.locator('.names li').filter({ visible: true });
    await expect.poll(() => names.count()).toBe(6);
    await page.locator('.byline .all summary').press('Enter');
    await expect.poll(() => names.count()).toBe(40);
    await expect.poll(() => page.locator('.byline .all summary').innerText()).toBe('All 40 authors');
  });

  test('an opened list of authors shows affiliations beside names on a telephone, and numbers of one list where they are many', async () => {
    const page = await gallery.open(manyAuthors, 'en', { viewport: { width: 390, height: 844 } });
    await page.locator('.byline .all summary').click();
    await expect.poll(() => page.locator('.names li:nth-child(30) sup').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.names li:nth-child(30) [popover]').isVisible()).toBe(false);
    await expect.poll(async () => (await page.locator('.names').boundingBox())!.height).toBeLessThan(844);
    // The same list, as if it had 16 names.
    await page.locator('.names').evaluate((names) => {
      document.querySelector('.all')!.classList.add('beside');
      names.replaceChildren(...[...names.children].slice(0, 16));
    });
    const [name, card] = await Promise.all(
      ['button', '[popover]'].map((part) => page.locator(`.names li:first-child ${part}`).boundingBox()),
    );
    expect(card!.x).toBeGreaterThanOrEqual(name!.x + name!.width);
    expect(Math.abs(card!.y - name!.y)).toBeLessThan(20);
  });

  test('an address with a fragment opens what it points at', async () => {
    const page = await gallery.open(`${article}#aff-2`);
    await expect.poll(() => page.locator('#aff-2').isVisible()).toBe(true);
    await page.goto('about:blank');
    await page.goto(`${article}#cite`);
    await expect.poll(() => isInView(page.locator('#cite-title'))).toBe(true);
  });

  test('the Share menu opens by Enter, closes by Escape, and gives the focus back', async () => {
    const page = await gallery.open(article);
    const summary = page.locator('.menu summary');
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.menu__body').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.locator('.menu__body').evaluate((body) => body.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.menu__body').isVisible()).toBe(false);
    await expect.poll(() => hasFocus(summary)).toBe(true);
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
    await expect.poll(() => background(page)).toBe(dark);
    await page.goto(gallery.path(article, 'fa'));
    await expect.poll(() => background(page)).toBe(dark);
    await page.locator('[data-theme-toggle]').press('Space');
    await expect.poll(() => background(page)).toBe(light);
  });

  test('is that of the system until a reader chooses', async () => {
    const page = await gallery.open('/', 'en', { colorScheme: 'light' });
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => background(page)).not.toBe(light);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  });
});

testEach(
  [article, '/', '/publications/', '/search/', '/statistics/'],
  (address) => address === article || address === '/search/',
)('every control of %s that Tab reaches can be seen and shows the focus', async (address) => {
  const page = await gallery.open(address);
  const faults: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(async () => {
      // Where the page scrolls to what has the focus, it is seen in the frame after.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
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
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

/** Gives the focus to what is two stops of Tab before an element. */
const focusBefore = (target: Locator): Promise<void> =>
  target.evaluate((element) => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]');
    const stops = [...all].filter((stop) => stop.checkVisibility() && !stop.matches('[tabindex="-1"], :disabled'));
    stops[Math.max(0, stops.indexOf(element as HTMLElement) - 2)]!.focus();
  });

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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import {
  deskWords,
  loadWords,
  type DeskLanguage,
  type DeskWords,
} from '../../../src/editor/view/strings/desk-words.ts';
import { contentFolder } from '../../support/build-site.ts';
import { startDevServer, type DevServer } from '../../support/dev-server.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { publicationText } from '../../support/make.ts';
import { serveAnswers, type AnswerServer } from '../../support/serve-answers.ts';
import { testEach } from '../../support/slow.ts';
import { answered, ask, shownSlugs } from '../search-site.ts';
import { violations } from '../violations.ts';
import { keyboard, touch } from './hands.ts';
import { completeRecord, pdf, pictureOf, retract, writtenRecord } from './newcomer-walk.ts';

/* The desk of `npm run dev`, as somebody uses it who writes a first record: in a real browser, on real files. */

const subjects = { sleep: 'Sleep', coffee: 'Coffee', light: 'Light', rain: 'Rain' } as const;
const work = (word: keyof typeof subjects) =>
  JSON.stringify({
    message: {
      DOI: `10.5555/${word}`,
      type: 'journal-article',
      title: [`${subjects[word]} and memory`],
      author: [{ given: 'Sara', family: 'Karimi' }],
      published: { 'date-parts': [[2024, 5]] },
      'container-title': ['Journal of Invented Sleep'],
      volume: '3',
    },
  });
const lantern = { slug: 'lantern-2024', title: 'A lantern that was never lit', authors: ['Fictus, Ada'] };
const folder = contentFolder({
  'publications/lantern-2024.mdx': publicationText({ ...lantern, published: '2024' }),
  'publications/candle-2023.mdx': publicationText({
    ...lantern,
    slug: 'candle-2023',
    title: 'A candel',
    published: '2023',
  }),
});
const words = Object.keys(subjects) as (keyof typeof subjects)[];
let crossref: AnswerServer;
let server: DevServer;
let browser: Browser;
let pages: Page[] = [];

beforeAll(async () => {
  crossref = await serveAnswers(Object.fromEntries(words.map((word) => [`/works/10.5555%2F${word}`, work(word)])));
  server = await startDevServer({ CONTENT_DIR: folder, CROSSREF_URL: crossref.address });
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(pages.map((page) => page.context().close()));
  pages = [];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await crossref?.[Symbol.asyncDispose]();
});

testEach(
  [
    ['the keyboard alone', 'en', 'sleep'],
    ['the keyboard alone', 'fa', 'coffee'],
    ['touch on a telephone', 'en', 'light'],
    ['touch on a telephone', 'fa', 'rain'],
  ],
  (_, index) => index === 1,
)(
  'by %s, in %s, a record is made from its DOI, completed, repaired, retracted and saved',
  async (way, language, word) => {
    const isTouch = way !== 'the keyboard alone';
    const { page, faults, say, button, save } = await openDesk(language, '', isTouch);
    const hand = isTouch ? touch(page) : keyboard(page);
    const file = `publications/2024/karimi-2024-${word}`;
    const saved = () => readFileSync(join(folder, `${file}.mdx`), 'utf8');
    // In Persian and on the telephone, the same views are checked with a store in memory.
    const expectAccessible = async () => {
      if (!isTouch && language === 'en') await expect.poll(() => violations(page)).toEqual([]);
    };

    await page.locator('.entry').first().waitFor();
    await expectAccessible();
    await hand.press(page.getByRole('link', { name: say('list.new'), exact: true }));
    await hand.write(page.locator('#new-name'), `10.5555/${word}`);
    await expectAccessible();
    await hand.press(button('new.lookUp'));
    await button('import.accept', { count: 1 }).waitFor();
    await expectAccessible();
    await hand.press(button('import.accept', { count: 1 }));
    await page.locator('#f-title').waitFor();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe(`${subjects[word]} and memory`);
    expect(saved()).toContain(`doi: 10.5555/${word}\n`);

    const walk = { page, hand, say, button, word, expectAccessible };
    await completeRecord(walk);
    await save(hand);
    expect(readFileSync(join(folder, `publications/2024/${word}.png`))).toEqual(pictureOf(word));
    expect(readFileSync(join(folder, `${file}.pdf`))).toEqual(pdf);

    await retract(walk, language);
    await save(hand);
    const written = saved().replaceAll(word, 'sleep').replace(subjects[word], 'Sleep');
    expect(written.replace(/^added: \d{4}-\d\d-\d\d$/m, 'added: today')).toBe(writtenRecord);

    // Axe waits for the frame in vain; the site's own pages have tests of their own.
    await expectAccessible();
    await hand.press(button('record.preview'));
    const preview = page.frameLocator('.preview__page');
    await preview.locator('.notice, [class*=retract]').first().waitFor();
    const picture = preview.locator(`img[src$="${word}.png"]`);
    await expect
      .poll(() =>
        picture.evaluate((image) => {
          // It is loaded when it is in view.
          image.scrollIntoView();
          return (image as HTMLImageElement).naturalWidth;
        }),
      )
      .toBe(1);
    expect(faults).toEqual([]);
  },
);

test('the preview follows saves that come quickly one after the other', async () => {
  const { page, faults, say, save } = await openDesk('en', '#/open/publications/lantern-2024.mdx', false, 1280);
  const hand = keyboard(page);
  const heading = page.frameLocator('.preview__page').locator('h1');
  await expect.poll(() => heading.innerText()).toBe(lantern.title);
  for (const title of ['A lantern that was lit once', 'A lantern that was lit twice']) {
    await hand.write(page.locator('#f-title'), title);
    await page.keyboard.press('Control+s');
  }
  await expect.poll(() => heading.innerText()).toBe('A lantern that was lit twice');
  // A save while another one runs waits for it, and does not take it for somebody else's.
  await hand.write(page.locator('#f-title'), 'A lantern that was lit thrice');
  await page.keyboard.press('Control+s');
  await page.keyboard.type('!');
  // The first save may have this sign already: then nothing is left to save, and no button to press.
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(join(folder, 'publications/lantern-2024.mdx'), 'utf8')).toContain('lit thrice!');
  await expect.poll(() => page.locator('.state').innerText()).toBe(say('record.saved'));
  await expect.poll(() => page.locator('.conflict').count()).toBe(0);
  await hand.write(page.locator('#f-title'), lantern.title);
  await save(hand);
  await expect.poll(() => heading.innerText()).toBe(lantern.title);
  expect(faults).toEqual([]);
});

testEach(['fa', 'en'] as const)('in %s, a telephone corrects a title and retracts', async (language) => {
  const { page, faults, say, button, save } = await openDesk(language, '#/publications', true);
  const hand = touch(page);
  const path = join(folder, 'publications/candle-2023.mdx');
  const before = readFileSync(path, 'utf8');
  await hand.write(page.locator('input[type=search]'), 'cand');
  await hand.press(page.locator('.entry__title'));
  await page.locator('#f-title').waitFor();
  const title = language === 'en' ? 'A candle' : 'A candle, again';
  await hand.write(page.locator('#f-title'), title);
  await save(hand);
  await hand.press(page.locator('summary', { hasText: say('steps.title') }));
  await hand.press(page.locator('details.menu').getByRole('button', { name: say('steps.retract') }));
  await hand.press(button('steps.fill'));
  await expect.poll(() => page.locator('#f-status').inputValue()).toBe('retracted');
  await save(hand);
  const after = readFileSync(path, 'utf8');
  expect(after).toContain(`title: "${title}"`);
  expect(after).toContain('status: retracted');
  expect(after.length).toBeGreaterThan(before.length);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
});

test('the key e opens the record of a page, and so does the link within the preview', async () => {
  const { page, faults } = await openDesk('en', undefined, false, 1280);
  await page.goto(`${server.origin}/publications/lantern-2024/`, { waitUntil: 'networkidle' });
  await page.keyboard.press('e');
  await page.locator('#f-title').waitFor();
  await expect.poll(() => page.locator('#f-title').inputValue()).toBe(lantern.title);
  await page.frameLocator('.preview__page').getByRole('link', { name: 'Edit', exact: true }).press('Enter');
  await page.locator('#f-title').waitFor();
  expect(new URL(page.url()).pathname).toBe('/edit/');
  expect(faults).toEqual([]);
});

/* The search of `npm run dev`: it answers from the last index, and a change of the content makes a new one. */
testEach(['', '/fa'])('finds what is written, and what is added meanwhile, at %s/search/', async (prefix) => {
  const page = await browser.newPage();
  pages.push(page);
  await page.goto(`${server.origin}${prefix}/search/?q=lantern`);
  await answered(page);
  await expect.poll(() => shownSlugs(page)).toEqual([lantern.slug]);
  const word = prefix === '' ? 'umbrella' : 'teapot';
  const added = { ...lantern, slug: `${word}-2025`, title: `A ${word} without rain`, published: '2025' };
  writeFileSync(join(folder, `publications/${added.slug}.mdx`), publicationText(added));
  const found = async () => {
    await page.goto(`${server.origin}${prefix}/search/`);
    await answered(page);
    await ask(page, word);
    return shownSlugs(page);
  };
  await expect.poll(found, { timeout: 300_000, interval: 1000 }).toEqual([added.slug]);
});

interface OpenDesk {
  readonly page: Page;
  /** All that the browser finds wrong, in the desk and in the preview. */
  readonly faults: string[];
  readonly say: DeskWords['say'];
  readonly button: (...words: Parameters<DeskWords['say']>) => ReturnType<Page['getByRole']>;
  readonly save: (hand: { press(target: ReturnType<Page['locator']>): Promise<void> }) => Promise<void>;
}

async function openDesk(
  language: DeskLanguage,
  fragment: string | undefined,
  isTouch: boolean,
  width = isTouch ? 390 : 1100,
): Promise<OpenDesk> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    ...(isTouch ? { hasTouch: true, isMobile: true } : {}),
  });
  const page = await context.newPage();
  pages.push(page);
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.location().url}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.addInitScript((chosen) => localStorage.setItem('colophon-desk-language', chosen), language);
  if (fragment !== undefined) await page.goto(`${server.origin}/edit/${fragment}`);
  await loadWords(language);
  const { say } = deskWords(language);
  return {
    page,
    faults,
    say,
    button: (key, values) => page.getByRole('button', { name: say(key, values), exact: true }),
    save: async (hand) => {
      await hand.press(page.locator('[data-save]'));
      await expect.poll(() => page.locator('.state').innerText()).toBe(say('record.saved'));
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { deskWords, loadWords, type DeskLanguage } from '../../../src/editor/view/strings/desk-words.ts';
import { contentFolder } from '../../support/build-site.ts';
import { startDevServer, type DevServer } from '../../support/dev-server.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { publicationText } from '../../support/make.ts';
import { serveAnswers, type AnswerServer } from '../../support/serve-answers.ts';
import { violations } from '../violations.ts';

/* The desk of `npm run dev`, as somebody uses it who writes a first record: in a real browser, on real files. */

const work = (doi: string, title: string) =>
  JSON.stringify({
    message: {
      DOI: doi,
      type: 'journal-article',
      title: [title],
      author: [{ given: 'Sara', family: 'Karimi' }],
      published: { 'date-parts': [[2024, 5]] },
      'container-title': ['Journal of Invented Sleep'],
      volume: '3',
    },
  });
const lantern = { slug: 'lantern-2024', title: 'A lantern that was never lit', authors: ['Fictus, Ada'] };
const folder = contentFolder({
  'publications/lantern-2024.mdx': publicationText({ ...lantern, published: '2024' }),
});
let crossref: AnswerServer;
let server: DevServer;
let browser: Browser;

beforeAll(async () => {
  crossref = await serveAnswers({
    '/works/10.5555%2Fsleep': work('10.5555/sleep', 'Sleep and memory'),
    '/works/10.5555%2Fcoffee': work('10.5555/coffee', 'Coffee and memory'),
  });
  server = await startDevServer({ CONTENT_DIR: folder, CROSSREF_URL: crossref.address });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await crossref?.[Symbol.asyncDispose]();
});

test.each([
  ['en', 'sleep'],
  ['fa', 'coffee'],
] as const)(
  'in %s, a record is made from its DOI, completed, repaired, retracted and saved',
  async (language, word) => {
    const { page, faults } = await openDesk(language, '');
    await loadWords(language);
    const words = deskWords(language);
    const button = (key: Parameters<typeof words.say>[0], values?: Record<string, string | number>) =>
      page.getByRole('button', { name: words.say(key, values), exact: true });
    const title = word === 'sleep' ? 'Sleep and memory' : 'Coffee and memory';
    const path = join(folder, `publications/2024/karimi-2024-${word}.mdx`);
    const saved = () => readFileSync(path, 'utf8');
    const save = async (): Promise<void> => {
      await page.keyboard.press('Control+s');
      await expect.poll(() => page.locator('.state').innerText()).toBe(words.say('record.saved'));
    };

    await page.getByRole('link', { name: words.say('list.new'), exact: true }).press('Enter');
    await page.locator('#new-name').fill(`10.5555/${word}`);
    await page.locator('#new-name').press('Enter');
    await button('import.accept', { count: 1 }).press('Enter');
    await page.locator('#f-title').waitFor();
    expect(await page.locator('#f-title').inputValue()).toBe(title);
    expect(saved()).toContain(`doi: 10.5555/${word}\n`);

    await button('authors.paste').press('Enter');
    await page.locator('dialog textarea').fill('Sara Karimi1, Johann Müller1,2');
    await button('authors.replace').press('Enter');
    await button('affiliations.paste').press('Enter');
    await page
      .locator('dialog textarea')
      .fill('1 Sleep Clinic, Tehran, Iran\n2 Institute of Physiology, Bonn, Germany');
    await button('authors.accept').press('Enter');
    await page.locator('#f-titles-fa').fill('خواب و حافظه');

    await page.locator('#f-doi').fill(`doi.org/10.5555/${word}`);
    await page.locator('#f-volume').focus();
    const message = page.locator('[data-path=doi] .message--error');
    await message.getByRole('button', { name: words.say('problems.repair') }).press('Enter');
    await expect.poll(() => page.locator('#f-doi').inputValue()).toBe(`10.5555/${word}`);
    await expect.poll(() => message.count()).toBe(0);

    await drop(page, `${word}.png`, pictureOf(word));
    await page.locator('dialog textarea').fill('Hours of sleep by age');
    await button('file.use').press('Enter');
    await page.locator('#f-image-src').waitFor();
    await save();
    expect(readFileSync(join(folder, `publications/2024/${word}.png`))).toEqual(pictureOf(word));

    await page.locator('summary', { hasText: words.say('steps.title') }).press('Enter');
    await button('steps.retract').press('Enter');
    await page.locator('#notice-date').fill(language === 'fa' ? '۲۰۲۵-۰۲' : '2025-02');
    await page.locator('#notice-doi').fill('10.5555/notice');
    await button('steps.do').press('Enter');
    await save();
    const written = saved().replaceAll('coffee', 'sleep').replace('Coffee', 'Sleep');
    expect(written.replace(/^added: \d{4}-\d\d-\d\d$/m, 'added: today')).toMatchInlineSnapshot(`
      "---
      title: Sleep and memory
      type: article
      authors:
        - { name: Sara Karimi, affiliations: [1] }
        - { name: Johann Müller, affiliations: [1, 2] }
      affiliations: ["Sleep Clinic, Tehran, Iran", "Institute of Physiology, Bonn, Germany"]
      journal: Journal of Invented Sleep
      volume: 3
      published: 2024-05
      doi: 10.5555/sleep
      status: retracted
      notices:
        - { type: retraction, date: 2025-02, doi: 10.5555/notice }
      image: { src: "./sleep.png", alt: Hours of sleep by age }
      titles: { fa: خواب و حافظه }
      added: today
      ---
      "
    `);
    // Axe waits for the frame in vain; the site's own pages have tests of their own.
    await button('record.preview').press('Enter');
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  },
);

test('the key e opens the record of a page, and so does the link within the preview', async () => {
  const { page, faults } = await openDesk('en', undefined);
  await page.goto(`${server.origin}/publications/lantern-2024/`, { waitUntil: 'networkidle' });
  await page.keyboard.press('e');
  await page.locator('#f-title').waitFor();
  expect(await page.locator('#f-title').inputValue()).toBe(lantern.title);
  await page.frameLocator('.preview__page').getByRole('link', { name: 'Edit', exact: true }).press('Enter');
  await page.locator('#f-title').waitFor();
  expect(new URL(page.url()).pathname).toBe('/edit/');
  expect(faults).toEqual([]);
});

/** A window with the desk, and all that the browser finds wrong in it; the page in the preview may not be written yet. */
async function openDesk(
  language: DeskLanguage,
  fragment: string | undefined,
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    const { pathname } = new URL(message.location().url || server.origin);
    if (['error', 'warning'].includes(message.type()) && !pathname.startsWith('/publications/'))
      faults.push(`${message.location().url}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.addInitScript((chosen) => localStorage.setItem('colophon-desk-language', chosen), language);
  if (fragment !== undefined) await page.goto(`${server.origin}/edit/${fragment}`);
  return { page, faults };
}

/** One pixel, and bytes behind it that differ. */
const pictureOf = (word: string): Buffer => Buffer.concat([pixel, Buffer.from(word)]);
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const drop = (page: Page, name: string, picture: Buffer): Promise<void> =>
  page.evaluate(
    ([fileName, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], fileName, { type: 'image/png' }));
      document
        .querySelector('.drop-target')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, [...picture]] as const,
  );

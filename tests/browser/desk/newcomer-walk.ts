import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { DeskLanguage, DeskWords } from '../../../src/editor/view/strings/desk-words.ts';
import type { Hand } from './hands.ts';

/** What somebody does with a first record, whatever store it is in. */
export interface Walk {
  readonly page: Page;
  readonly hand: Hand;
  readonly say: DeskWords['say'];
  readonly button: (...words: Parameters<DeskWords['say']>) => ReturnType<Page['getByRole']>;
  /** The subject of the record: its DOI is `10.5555/` and this word. */
  readonly word: string;
  readonly expectAccessible: () => Promise<void>;
}

/**
 * Completes an open record with a DOI and the volume 3: authors and affiliations pasted, a Persian title, a mistake that is shown
 * and repaired, what was changed, a PDF and a picture. Nothing is saved.
 */
export async function completeRecord({ page, hand, say, button, word, expectAccessible }: Walk): Promise<void> {
  await hand.press(button('authors.paste'));
  await hand.write(page.locator('dialog textarea'), 'Sara Karimi1, Johann Müller1,2');
  await expectAccessible();
  await hand.press(button('authors.replace'));
  await hand.press(button('affiliations.paste'));
  await hand.write(
    page.locator('dialog textarea'),
    '1 Sleep Clinic, Tehran, Iran 2 Institute of Physiology, Bonn, Germany',
  );
  await hand.press(button('authors.accept'));
  await hand.moveUp(page.locator('[data-path="authors.1"]'));
  await expect.poll(() => page.locator('#f-authors-0-name').inputValue()).toBe('Johann Müller');
  await hand.write(page.locator('#f-titles-fa'), 'خواب و حافظه');

  await hand.write(page.locator('#f-doi'), `doi.org/10.5555/${word}`);
  await hand.write(page.locator('#f-volume'), '4');
  const message = page.locator('[data-path=doi] .message--error');
  await message.waitFor();
  await expectAccessible();
  await hand.press(message.getByRole('button', { name: say('problems.repair') }));
  await expect.poll(() => page.locator('#f-doi').inputValue()).toBe(`10.5555/${word}`);
  await expect.poll(() => message.count()).toBe(0);
  await hand.press(button('record.undo'));
  await hand.press(button('record.undo'));
  await expect.poll(() => page.locator('#f-volume').inputValue()).toBe('3');
  await hand.write(page.locator('#f-doi'), `10.5555/${word}`);

  await hand.press(button('record.changes'));
  await page.locator('dialog .difference').waitFor();
  await expect
    .poll(() => page.locator('.difference__line--added').allInnerTexts())
    .toContainEqual(expect.stringContaining('titles: { fa: خواب و حافظه }'));
  await expectAccessible();
  await hand.press(
    page
      .locator('dialog')
      .getByRole('button', { name: say('desk.close') })
      .first(),
  );

  // It gives the focus back when it has closed.
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  const choose = page.locator('.drop-line .file-button');
  await hand.choose(choose, { name: `${word} pdf.PDF`, mimeType: 'application/pdf', buffer: pdf });
  await page.getByText(say('file.pdf')).first().waitFor();
  await hand.choose(choose, { name: `${word}.png`, mimeType: 'image/png', buffer: pictureOf(word) });
  await hand.write(page.locator('dialog textarea'), 'Hours of sleep by age');
  await expectAccessible();
  await hand.press(button('file.use'));
  await page.locator('#f-image-src').waitFor();
}

/** Retracts the open record, without saving it. */
export async function retract(
  { page, hand, say, button, expectAccessible }: Walk,
  language: DeskLanguage,
): Promise<void> {
  await hand.press(page.locator('summary', { hasText: say('steps.title') }));
  await hand.press(page.locator('details.menu').getByRole('button', { name: say('steps.retract') }));
  await hand.write(page.locator('#notice-date'), language === 'fa' ? '۲۰۲۵-۰۲' : '2025-02');
  await hand.write(page.locator('#notice-doi'), '10.5555/notice');
  await expectAccessible();
  await hand.press(button('steps.fill'));
  await expect.poll(() => page.locator('#f-status').inputValue()).toBe('retracted');
}

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** One pixel, and bytes behind it that differ. */
export const pictureOf = (word: string): Buffer => Buffer.concat([pixel, Buffer.from(word)]);
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The record of the subject `sleep` at the end, with `today` for the day on which it was added. */
export const writtenRecord = `---
title: Sleep and memory
type: article
authors:
  - { name: Johann Müller, affiliations: [1, 2] }
  - { name: Sara Karimi, affiliations: [1] }
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
`;

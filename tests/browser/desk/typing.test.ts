import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openDesk } from './open-desk.ts';

/* Somebody who types quickly: keys follow each other without a pause, and each lands where it belongs. */

const file = 'publications/2024/karimi-2024-sleep.mdx';
const text = `---
title: Sleep and memory
authors:
  - { name: 'Karimi, Sara', affiliations: [1] }
affiliations: [Sleep Clinic, Institute of Physiology]
published: 2024
---
We slept.
`;
const record = `#/open/${file}`;
const desk = openDesk();

const open = async (address = record): Promise<Page> => desk.open(address, { files: { [file]: text } });
const stored = (page: Page): Promise<string> =>
  page.evaluate((name) => globalThis.desk.store!.files.get(name) ?? '', file);
const save = async (page: Page): Promise<string> => {
  await page.keyboard.press('Control+s');
  await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
  return stored(page);
};

test('what is typed right after an author is added is the name of this author', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Add to Authors' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Rossi, Maria');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' Anna');
  expect(await save(page)).toMatch(/authors:\n.*Rossi, Maria Anna.*\n.*Karimi, Sara.*\naffiliations/);
});

test('what is typed right after a field is added is its value', async () => {
  const page = await open();
  await page.locator('.add-field summary').press('Enter');
  await page.locator('[data-add=volume]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('12');
  expect(await save(page)).toContain('volume: 12\n');
});

test('numbers of affiliations and dates are not rewritten while they are typed, however slowly', async () => {
  const page = await open();
  const numbers = page.locator('[data-path="authors.0"] .input--numbers');
  await numbers.press('End');
  for (const sign of [',', ' ', '2']) {
    await page.keyboard.type(sign);
    await page.waitForTimeout(300);
  }
  await expect.poll(() => numbers.inputValue()).toBe('1, 2');
  await page.locator('#f-published').focus();
  await page.keyboard.press('Control+a');
  for (const sign of '۱۹۹۹') {
    await page.keyboard.type(sign);
    await page.waitForTimeout(230);
  }
  await expect.poll(() => page.locator('#f-published').inputValue()).toBe('۱۹۹۹');
  const written = await save(page);
  expect(written).toContain('affiliations: [1, 2]');
  expect(written).toContain('published: 1999\n');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('#f-published').inputValue()).toBe('1999');
});

test('what is written does not depend on pauses while it is typed', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Add to Authors' }).press('Enter');
  // Alone, the letter needs quotes; so does a space at the end.
  for (const part of ['N', 'ew ', 'Name']) {
    await page.keyboard.type(part);
    await page.waitForTimeout(300);
  }
  expect(await save(page)).toContain('\n  - { name: New Name }\n');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => page.locator('#f-authors-1-name').inputValue()).toBe('');
});

test('what was typed just before the page is left or loaded again is offered again', async () => {
  const page = await open('#/publications');
  for (const leave of ['back', 'reload'] as const) {
    await page.locator('.entry a').first().press('Enter');
    await page.locator('#f-title').press('End');
    await page.keyboard.type(`, ${leave}`);
    if (leave === 'back') await page.evaluate(() => history.back());
    else await page.reload();
    if (leave === 'back') await page.locator('.entry a').first().press('Enter');
    await page.getByRole('button', { name: 'Continue with it' }).press('Enter');
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe(`Sleep and memory, ${leave}`);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and memory');
    await page.evaluate(() => history.back());
    await page.locator('.entry').waitFor();
  }
});

test('two presses of Save write once, and a change between them is written too', async () => {
  const page = await open();
  const saves = (): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['saves'] ?? 0));
  await page.evaluate(() => {
    const store = globalThis.desk.store!;
    const write = store.save;
    store.save = async (changes) => {
      document.documentElement.dataset['saves'] = String(Number(document.documentElement.dataset['saves'] ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return write(changes);
    };
  });
  await page.locator('#f-title').press('End');
  await page.keyboard.type('!');
  await page.locator('[data-save]').dblclick();
  await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
  await page.waitForTimeout(400);
  await expect.poll(() => saves()).toBe(1);
  await page.locator('#f-title').press('End');
  await page.keyboard.type('?');
  await page.keyboard.press('Control+s');
  await page.keyboard.type('!');
  await page.keyboard.press('Control+s');
  await expect.poll(() => stored(page)).toContain('title: Sleep and memory!?!');
  // The save before may already hold the last sign: then there is nothing more to save.
  await expect.poll(() => saves()).toBeLessThanOrEqual(3);
  // Undo right after typing takes back the last step, and nothing of another field.
  await page.locator('#f-published').press('End');
  await page.keyboard.type('-05');
  await page.keyboard.press('Tab');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('#f-published').inputValue()).toBe('2024');
  await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and memory!?!');
});

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { offeredFormats, requireFormat } from '../../src/formats/written-formats.ts';
import type { OfferedFormat } from '../../src/domain/publication/offered-format.ts';
import { readCsv } from '../support/read-csv.ts';

/** Formats that the Cite dialog offers. */
export const taken = offeredFormats();

/** Opens the Cite dialog for what is selected. */
export async function openCite(page: Page): Promise<void> {
  await page.locator('[data-selection] button').first().click();
  await page.locator('dialog').waitFor();
}

/** The records in the file that a button of the dialog gives. */
export async function take(page: Page, { id, label, extension }: OfferedFormat): Promise<readonly unknown[]> {
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

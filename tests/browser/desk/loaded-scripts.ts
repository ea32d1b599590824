import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { DeskFiles } from '../../../src/editor/bundle/bundle-desk.ts';

/** Compressed bytes of the scripts of the desk that a page has loaded, and their names without the part that changes. */
export async function loadedScripts(
  page: Page,
  files: DeskFiles,
): Promise<{ readonly names: readonly string[]; readonly size: number }> {
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js'))
      .map((path) => path.slice(path.lastIndexOf('/') + 1)),
  );
  const names = [...new Set(loaded)];
  return {
    names: names.map((name) => name.replace(/-[\w-]{8}\.js$|\.js$/, '')),
    size: names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? fail(name)).length, 0),
  };
}

const fail = (name: string): never => {
  throw new Error(`The desk has no file ${name}.`);
};

/** What is loaded only when it is used: dialogs, steps, imports, a difference, and the sentences of problems in Persian. */
export const laterScripts = [
  'import-file',
  'text-editor',
  'picture-dialog',
  'new-page',
  'import-report',
  'paste-dialog',
  'notice-dialog',
  'merge-dialog',
  'rename-dialog',
  'changes',
  'conflict',
  'difference',
  'field-problems-fa',
  'content-problems-fa',
];

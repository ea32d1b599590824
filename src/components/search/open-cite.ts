import type { Words } from './search-words.ts';

/** Opens the Cite dialog, whose code is loaded on the first call. */
export async function openCite(count: number, slugs: () => Promise<readonly string[]>, words: Words): Promise<void> {
  const dialog = await import('../cite/cite.ts');
  await dialog.cite(count, slugs, words);
}

import type { Words } from './search-words.ts';

/** Opens the Cite dialog, whose code is loaded on the first call. */
export async function openCite(count: number, slugs: () => Promise<readonly string[]>, words: Words): Promise<void> {
  const { cite } = await import('../cite/cite.ts');
  await cite(count, slugs, words);
}

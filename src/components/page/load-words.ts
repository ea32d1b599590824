import type { DialogWords } from '../../domain/pages/dialog-words.ts';

let words: Promise<DialogWords> | undefined;

/** The words of dialogs in the language of the page, from a file that all pages share. A failed load is tried again. */
export function loadWords(): Promise<DialogWords> {
  words ??= fetchWords().catch((error: unknown) => {
    words = undefined;
    throw error;
  });
  return words;
}

async function fetchWords(): Promise<DialogWords> {
  // Scripts are in a folder of the site's root. A variable, because Vite treats `new URL(…, import.meta.url)` as an asset.
  const script = import.meta.url;
  const response = await fetch(new URL(`../words.${document.documentElement.lang}.json`, script));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return (await response.json()) as DialogWords;
}

import type { Search } from '../../../search/search-client.ts';
import type { Combobox } from './combobox.ts';
import { comboboxOnFocus } from './combobox-on-focus.ts';
import type { Words } from '../search-words.ts';

/**
 * Suggests people and titles while the reader types; each suggestion leads to its page. The code that makes them is loaded when
 * it is first needed.
 */
export const suggestIn = (
  input: HTMLInputElement,
  words: Words,
  search: () => Promise<Search>,
): Pick<Combobox, 'close'> =>
  comboboxOnFocus(input, async () => (await import('./suggestions.ts')).suggestionList(input, words, search));

/** A search that is loaded, with its code, on the first call. */
export function deferredSearch(words: Words): () => Promise<Search> {
  let search: Promise<Search> | undefined;
  const open = async () => (await import('./open-search.ts')).openSearch(words.root);
  return () =>
    (search ??= open().catch((error: unknown) => {
      search = undefined;
      throw error;
    }));
}

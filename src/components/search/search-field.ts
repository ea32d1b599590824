import { readWords } from './search-words.ts';
import { deferredSearch, suggestIn } from './suggest.ts';

/* The field of pages other than that of the search: suggestions, for which nothing is loaded before somebody types. */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector('input');
  const words = readWords(form.dataset['suggest'] ?? '{}');
  if (input) suggestIn(input, words, deferredSearch(words));
}

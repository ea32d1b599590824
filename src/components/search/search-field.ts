import { readWords } from './search-words.ts';
import './slash-key.ts';
import { deferredSearch, suggestIn } from './combobox/suggest.ts';

/* Suggestions in the search field of pages other than the search page. Nothing is loaded before the reader types. */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector('input');
  const words = readWords(form.dataset['suggest'] ?? '{}');
  if (input) suggestIn(input, words, deferredSearch(words));
}

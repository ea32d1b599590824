import type { Search } from '../../../search/search-client.ts';
import type { ShownRecord } from '../../../search/search-data.ts';
import { reasons } from './reasons.ts';
import type { Words } from '../search-words.ts';

/** Passages of results whose texts are not in their records: each text is loaded when its result comes into view. */
export interface Passages {
  /** `tokens`: words to mark in the results that are shown now. */
  draw(records: readonly ShownRecord[], tokens: readonly string[]): void;
}

export function makePassages(container: HTMLElement, search: Search, words: Words): Passages {
  let observer: IntersectionObserver | undefined;
  return {
    draw(records, tokens) {
      observer?.disconnect();
      observer = new IntersectionObserver((entries, own) => {
        for (const { isIntersecting, target } of entries) {
          const record = records.find(({ slug }) => slug === target.getAttribute('data-passage'));
          if (!isIntersecting || !record) continue;
          own.unobserve(target);
          void search.details(record).then(
            (details) => target.replaceWith(...reasons(record, details, tokens, words)),
            // Only the passage is missing where the text cannot be loaded.
            () => target.remove(),
          );
        }
      });
      for (const placeholder of container.querySelectorAll('[data-passage]')) observer.observe(placeholder);
    },
  };
}

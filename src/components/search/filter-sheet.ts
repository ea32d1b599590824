import { requireElement } from '../page/element.ts';
import type { ShowFilterCount } from './open-filter-sheet.ts';
import type { Words } from './search-words.ts';

/** The filters on a narrow screen: a sheet with the number of results. On a wide screen they are beside the results. */
export interface FilterSheet {
  /** `filtered`: true when there is a filter to remove. */
  draw(count: number, filtered: boolean): void;
}

/** `clear` removes all filters. The code of the sheet is loaded when it is first opened. */
export function makeFilterSheet(words: Words, clear: () => void): FilterSheet {
  let last: Parameters<ShowFilterCount> = [0, false];
  let show: ShowFilterCount | undefined;
  const open = async () => {
    const sheet = await import('./open-filter-sheet.ts');
    show = sheet.openFilterSheet(words, clear);
    show?.(...last);
  };
  requireElement<HTMLElement>(document, '[data-filters]').addEventListener('click', () => {
    open().catch(() => (requireElement(document, '[data-count]').textContent = words.t('search.failed')));
  });
  return {
    draw(...counted) {
      last = counted;
      show?.(...counted);
    },
  };
}

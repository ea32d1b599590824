import { element, requireElement } from '../page/element.ts';
import { openSheet } from '../take-away/sheet.ts';
import type { Words } from './search-words.ts';

/** Shows how many results there are, and whether there is a filter to remove. */
export type ShowFilterCount = (count: number, filtered: boolean) => void;

/** Opens the filters as a sheet. Undefined on a wide screen, where they are beside the results. */
export function openFilterSheet({ t }: Words, clear: () => void): ShowFilterCount | undefined {
  const wide = matchMedia('(min-width: 66em)');
  if (wide.matches) return undefined;
  const filters = requireElement<HTMLElement>(document, '[data-all-filters]');
  const sidebar = requireElement<HTMLElement>(document, '.facets');
  const show = element('button', { class: 'btn btn--solid', type: 'button', 'data-close': true });
  const clearAll = element('button', { class: 'btn', type: 'button' }, t('search.clear'));
  clearAll.addEventListener('click', () => {
    clear();
    show.focus();
  });
  const foot = element('div', { class: 'sheet__foot' }, show, clearAll);
  const sheet = openSheet(t('search.filters'), t('action.close'), filters, foot);
  sheet.classList.add('sheet--low');
  // After the device is rotated, the screen may be wide enough for the filters beside the results.
  const close = () => sheet.close();
  wide.addEventListener('change', close);
  sheet.addEventListener('close', () => {
    sidebar.append(filters);
    wide.removeEventListener('change', close);
  });
  return (count, filtered) => {
    show.textContent = t('search.show', { count });
    clearAll.hidden = !filtered;
    requireElement(sheet, '[role="status"]').textContent = t('count.publications', { count });
  };
}

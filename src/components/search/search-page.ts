import { openSearch } from '../../search/search-client.ts';
import { requireElement } from '../page/element.ts';
import { openCite } from './open-cite.ts';
import { makeSelection } from './selection.ts';
import { drawState, showFinder } from './draw-state.ts';
import { makeFacetPanel } from './facet-panel.ts';
import { makeFilterSheet } from './filter-sheet.ts';
import { keepScrollPosition } from './keep-scroll-position.ts';
import { part, type Page } from './page-parts.ts';
import { makePassages } from './results/passages.ts';
import { formatState, readState, step, withoutFilters, withoutYears, type SearchState } from './search-state.ts';
import { readWords } from './search-words.ts';
import './slash-key.ts';
import { suggestIn } from './combobox/suggest.ts';
import { makeYearFilter } from './year-filter.ts';

const form = document.querySelector<HTMLFormElement>('form[data-search]');
if (form) void startPage(form);

async function startPage(searchForm: HTMLFormElement): Promise<void> {
  const words = readWords(searchForm.dataset['search'] ?? '{}');
  const input = requireElement<HTMLInputElement>(searchForm, '#q');
  const status = part('count');
  input.value = readState(location.search).query;
  status.textContent = words.t('search.loading');
  const restorePlace = keepScrollPosition();
  let drawNumber = 0;
  let page: Page | undefined;
  const draw = async (focus?: 'status') => {
    if (!page) return;
    const number = (drawNumber += 1);
    status.textContent = words.t('search.loading');
    try {
      await drawState(page, readState(location.search), () => number === drawNumber);
      if (focus === 'status' && number === drawNumber) status.focus({ preventScroll: true });
    } catch {
      if (number !== drawNumber) return;
      status.textContent = words.t('search.failed');
      showFinder(part('results').childElementCount > 0);
    }
  };
  const go = (state: SearchState, focus?: 'status') => {
    history.pushState(null, '', location.pathname + formatState(state));
    void draw(focus);
  };
  searchForm.addEventListener('submit', (event) => {
    event.preventDefault();
    suggestions?.close();
    go({ ...readState(location.search), query: input.value.trim(), shown: step });
  });
  addEventListener('popstate', () => {
    input.value = readState(location.search).query;
    void draw().then(restorePlace);
  });
  let suggestions: { close(): void } | undefined;
  try {
    const search = await openSearch(words.root);
    suggestions = suggestIn(input, words, () => Promise.resolve(search));
    const selection = makeSelection(part('selection'), words, search, () => {
      for (const box of part('results').querySelectorAll<HTMLInputElement>('[data-pick]')) box.checked = false;
    });
    const panel = makeFacetPanel(searchForm, words, search, go);
    const years = makeYearFilter(searchForm, words, (from, to) =>
      go({
        ...withoutYears(readState(location.search)),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }),
    );
    const sheet = makeFilterSheet(words, () => go(withoutFilters(readState(location.search))));
    const passages = makePassages(part('finder'), search, words);
    page = { form: searchForm, input, words, search, panel, years, sheet, selection, passages, go };
    listen(page, go);
  } catch {
    status.textContent = words.t('search.failed');
    showFinder(false);
    return;
  }
  await draw();
  restorePlace();
}

function listen(
  { form: searchForm, selection, words }: Page,
  go: (state: SearchState, focus?: 'status') => void,
): void {
  requireElement<HTMLSelectElement>(searchForm, '#sort').addEventListener('change', (event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    go({ ...readState(`?sort=${value}`), ...withSort(readState(location.search), value) });
  });
  // Links to other states of the page: without a filter, or with another spelling. “Cite” opens its dialog here.
  searchForm.addEventListener('click', (event) => {
    const selector = 'a[data-state], a[data-cite-slug]';
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { citeSlug } = link.dataset;
    if (citeSlug !== undefined) return void openCite(1, () => Promise.resolve([citeSlug]), words);
    const state = readState(link.search);
    requireElement<HTMLInputElement>(searchForm, '#q').value = state.query;
    go(state, 'status');
  });
  searchForm.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['document'] !== undefined)
      selection.toggle(Number(target.dataset['document']));
  });
}

const withSort = (state: SearchState, value: string): SearchState => ({
  ...state,
  sort: readState(`?sort=${value}`).sort,
  shown: step,
});

import { allNumbers, findIdentifier, openSearch, type Found, type Search } from '../../search/search-client.ts';
import { countFacets, type Counts } from '../../search/facets.ts';
import { facetNames, type ShownRecord } from '../../search/search-data.ts';
import { makeBasket, openCite, type Basket } from './basket.ts';
import { element, requireElement, runOf } from '../page/element.ts';
import { labelOf, makeFacetPanel, type FacetPanel } from './facet-panel.ts';
import { resultItem } from './result.ts';
import {
  formatState,
  hasFilters,
  readState,
  step,
  toggled,
  withoutFilters,
  withoutYears,
  type SearchState,
} from './search-state.ts';
import { makePassages, type Passages } from './passages.ts';
import { readWords, type Words } from './search-words.ts';
import './slash-key.ts';
import { suggestIn } from './suggest.ts';
import { makeYearFilter, type YearFilter } from './year-filter.ts';

const form = document.querySelector<HTMLFormElement>('form[data-search]');
if (form) void startPage(form);

/** The parts of the search page. */
interface Page {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly words: Words;
  readonly search: Search;
  readonly panel: FacetPanel;
  readonly years: YearFilter | undefined;
  readonly basket: Basket;
  readonly passages: Passages;
  /** Shows a state and adds it to the history. */
  readonly go: (state: SearchState) => void;
}

async function startPage(searchForm: HTMLFormElement): Promise<void> {
  const words = readWords(searchForm.dataset['search'] ?? '{}');
  const input = requireElement<HTMLInputElement>(searchForm, '#q');
  const status = part('count');
  input.value = readState(location.search).query;
  status.textContent = words.t('search.loading');
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
    void draw();
  });
  let suggestions: { close(): void } | undefined;
  try {
    const search = await openSearch(words.root);
    suggestions = suggestIn(input, words, () => Promise.resolve(search));
    const basket = makeBasket(part('basket'), words, search, () => void draw());
    const panel = makeFacetPanel(searchForm, words, search, go);
    const years = makeYearFilter(searchForm, words, (from, to) =>
      go({
        ...withoutYears(readState(location.search)),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }),
    );
    const passages = makePassages(part('finder'), search, words);
    page = { form: searchForm, input, words, search, panel, years, basket, passages, go };
    listen(page, go);
  } catch {
    status.textContent = words.t('search.failed');
    showFinder(false);
    return;
  }
  await draw();
}

/** The element of the page with a data attribute. */
function part(name: string): HTMLElement {
  return requireElement<HTMLElement>(document, `[data-${name}]`);
}

function listen({ form: searchForm, basket, words }: Page, go: (state: SearchState, focus?: 'status') => void): void {
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
      basket.toggle(Number(target.dataset['document']));
  });
}

const withSort = (state: SearchState, value: string): SearchState => ({
  ...state,
  sort: readState(`?sort=${value}`).sort,
  shown: step,
});

async function drawState(page: Page, state: SearchState, isLatest: () => boolean): Promise<void> {
  const { words, search, panel, years, basket, form: searchForm } = page;
  const { documents } = search;
  if (state.query !== '' && !hasFilters(state)) {
    const target = await findIdentifier(state.query, words.root, documents.total);
    if (!isLatest()) return;
    if (target?.[0] === 'publication') return location.replace(`${words.publications}${target[1]}/`);
    if (target?.[0] === 'person') return location.replace(`${words.people}${target[1]}/`);
    if (target?.[0] === 'publications' && target[1].length === 1)
      return location.replace(`${words.publications}${target[1][0]![0]}/`);
  }
  const chosen = facetNames.filter((name) => state.facets[name] !== undefined);
  const [found] = await Promise.all([findAll(search, state), panel.load(chosen)]);
  const counts = countFacets(found.documents, documents, panel.facets, state);
  const ordered = await inOrder(counts.documents, state, search);
  const also = await inOrder(countFacets(found.related, documents, panel.facets, state).documents, state, search);
  const firstShown = ordered.slice(0, state.shown);
  const alsoShown = also.slice(0, Math.max(0, state.shown - ordered.length));
  const records = await search.records([...firstShown, ...alsoShown]);
  if (!isLatest()) return;

  requireElement<HTMLSelectElement>(searchForm, '#sort').value = state.sort;
  panel.draw(counts, state);
  years?.draw(counts.years, state);
  drawChips(page, state, found);
  const item = (record: ShownRecord, document: number): HTMLLIElement => {
    const shown = resultItem(record, found.shown, words, basket.has(document));
    requireElement<HTMLInputElement>(shown, '[data-pick]').dataset['document'] = String(document);
    return shown;
  };
  part('results').replaceChildren(...firstShown.map((document, index) => item(records[index]!, document)));
  part('related').hidden = alsoShown.length === 0;
  part('related-results').replaceChildren(
    ...alsoShown.map((document, index) => item(records[firstShown.length + index]!, document)),
  );
  page.passages.draw(records, found.shown);
  drawCount(page, state, found, counts);
  // The page in another language shows the same.
  for (const other of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) other.search = location.search;
  drawPager(page, state, ordered, also);
  basket.draw();
  showFinder(ordered.length > 0);
}

/** Shows the filters and results after the first search; without results, the links to browse lists too. */
function showFinder(found: boolean): void {
  part('finder').classList.remove('finder--waiting');
  part('browse').hidden = found;
}

/** The results of a query; without one all publications, newest first. */
async function findAll(search: Search, { query }: SearchState): Promise<Found> {
  if (query !== '') return search.find(query);
  return {
    ...(await search.find('')),
    documents: allNumbers(search.documents.total),
  };
}

async function inOrder(
  documents: readonly number[],
  { sort, query }: SearchState,
  search: Search,
): Promise<readonly number[]> {
  if (sort === 'oldest') return documents.toSorted((a, b) => a - b);
  if (sort === 'newest' || query === '') if (sort !== 'title') return documents.toSorted((a, b) => b - a);
  if (sort !== 'title') return documents;
  const wanted = new Set(documents);
  return (await search.titleOrder()).filter((document) => wanted.has(document));
}

const link = (
  state: SearchState,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement =>
  element('a', { href: location.pathname + formatState(state), 'data-state': true, ...attributes }, ...children);

/** Shows the operators of the query and the active filters, each as a link that removes it. */
function drawChips({ words, panel }: Page, state: SearchState, { query }: Found): void {
  const { from, to } = state;
  const chips = query.operators.map(({ written, without }): readonly [string, SearchState] => [
    written,
    { ...state, query: without, shown: step },
  ]);
  if (from !== undefined || to !== undefined) {
    const [low, high] = [from, to].map((year) => (year === undefined ? '' : words.year(year)));
    chips.push([low === high ? (low ?? '') : `${low}–${high}`, withoutYears(state)]);
  }
  for (const name of facetNames) {
    for (const id of state.facets[name] ?? []) {
      const value = panel.facets.get(name)?.find((other) => other.id === id) ?? { id };
      chips.push([labelOf(name, value, words), toggled(state, name, id)]);
    }
  }
  const container = part('chips');
  container.hidden = chips.length === 0;
  container.replaceChildren(
    ...chips.flatMap(([label, without]) => [
      link(
        without,
        { class: 'chip', 'aria-label': words.t('search.remove', { filter: label }) },
        element('span', runOf(label), label),
      ),
      ' ',
    ]),
    ...(hasFilters(state) ? [link(withoutFilters(state), {}, words.t('search.clear'))] : []),
  );
  part('filters').textContent =
    chips.length === 0 ? words.t('search.filters') : `${words.t('search.filters')} (${words.number(chips.length)})`;
}

/** Shows the number of results, and notes on unknown words, spelling and filters. */
function drawCount({ words }: Page, state: SearchState, found: Found, { documents }: Counts): void {
  const { t } = words;
  part('count').textContent = t('count.publications', { count: documents.length });
  const notes: (Node | string)[] = [];
  const note = (...children: (Node | string)[]) => notes.push(element('p', {}, ...children));
  if (documents.length === 0) {
    const nothing =
      state.query === ''
        ? t('search.noneAtAll')
        : t(hasFilters(state) ? 'search.none' : 'search.noneHere', { query: shorten(state.query) });
    notes.push(element('p', { class: 'empty__title' }, nothing));
  }
  for (const [word, meant] of found.corrected) note(t('search.corrected', { word, meant }));
  const [word, ...others] = found.unknown;
  if (word !== undefined && others.length === 0) note(t('search.unknown', { word }));
  if (others.length > 0) note(t('search.unknownWords', { count: found.unknown.length }));
  if (found.partly) note(t('search.partly'));
  for (const { word: ending, of, count, listed } of found.endings.slice(0, mostEndings)) {
    if (listed) note(t('search.ending', { count, word: ending }));
    else {
      const query = state.query.replace(of, () => `(${of} OR ${ending})`);
      note(link({ ...state, query, shown: step }, {}, t('search.moreEnding', { count, word: ending })));
    }
  }
  if (documents.length === 0) {
    note(t(hasFilters(state) ? 'search.noneHint' : 'search.noneHereHint'));
    if (hasFilters(state) && found.documents.length > 0)
      notes.push(
        element('p', {}, link(withoutFilters(state), {}, t('search.without', { count: found.documents.length }))),
      );
  }
  part('notes').replaceChildren(...notes);
}

const mostEndings = 3;

/** A long query, cut for a heading. */
const shorten = (query: string): string => (query.length > 80 ? `${query.slice(0, 80).trim()} …` : query);

/** Shows the range of results, and the buttons for more results and to select all. */
function drawPager(page: Page, state: SearchState, ordered: readonly number[], also: readonly number[]): void {
  const { words, basket } = page;
  const { t } = words;
  const shown = Math.min(state.shown, ordered.length);
  const all = ordered.length + also.length;
  const pager = part('pager');
  pager.hidden = ordered.length === 0;
  const more = element('button', { class: 'btn', type: 'button' }, t('search.more'));
  more.addEventListener('click', () => {
    const before = Math.min(state.shown, all);
    history.replaceState(null, '', location.pathname + formatState({ ...state, shown: before + step }));
    void drawState(page, readState(location.search), () => true).then(() =>
      document.querySelectorAll<HTMLElement>('[data-results] h2 a, [data-related-results] h2 a')[before]?.focus(),
    );
  });
  pager.replaceChildren(
    element('span', { class: 'num' }, t('search.range', { from: 1, to: shown, count: ordered.length })),
    (state.shown < all && more) || '',
  );
  const selectAll = part('select-all');
  selectAll.hidden = ordered.length === 0;
  selectAll.textContent = t('search.selectAll', { count: ordered.length });
  selectAll.onclick = () => {
    basket.selectAll(ordered);
    for (const box of part('results').querySelectorAll<HTMLInputElement>('[data-pick]')) box.checked = true;
  };
}

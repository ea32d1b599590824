import { countFacets } from '../../search/facets.ts';
import { allNumbers, findIdentifier, type Found, type Search } from '../../search/search-client.ts';
import { facetNames, type ShownRecord } from '../../search/search-data.ts';
import { element, requireElement } from '../page/element.ts';
import { drawChips } from './chips.ts';
import { drawSaveButton } from './saved/draw-save-button.ts';
import { drawCount } from './notes.ts';
import { part, type Page } from './page-parts.ts';
import { resultItem } from './results/result.ts';
import { formatState, hasFilters, readState, step, type SearchState } from './search-state.ts';

/** Searches for a state of the page and shows the results, unless a later state was requested in the meantime. */
export async function drawState(page: Page, state: SearchState, isLatest: () => boolean): Promise<void> {
  const { words, search, panel, years, sheet, selection, form: searchForm } = page;
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

  drawSort(requireElement<HTMLSelectElement>(searchForm, '#sort'), state, ordered.length > 0);
  panel.draw(counts, state);
  years?.draw(counts.years, state);
  sheet.draw(counts.documents.length, hasFilters(state));
  drawChips(page, state, found);
  const item = (record: ShownRecord, document: number): HTMLLIElement => {
    const shown = resultItem(record, found.shown, words, selection.has(document));
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
  selection.draw();
  showFinder(ordered.length > 0);
  await drawSaveButton(page, state, counts.documents);
}

/** Shows the filters and results after the first search; without results, the links to browse lists too. */
export function showFinder(found: boolean): void {
  part('finder').classList.remove('finder--waiting');
  part('browse').hidden = found;
}

/** The results of a query; without one all publications, newest first. */
async function findAll(search: Search, { query, literal }: SearchState): Promise<Found> {
  if (query !== '') return search.find(query, { widen: !literal });
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

/** Nothing is relevant to no words: then the newest come first, and the field says so. Where nothing is found, there is no field. */
function drawSort(field: HTMLSelectElement, { sort, query }: SearchState, found: boolean): void {
  field.parentElement!.hidden = !found;
  const relevance = requireElement<HTMLOptionElement>(field, '[value=relevance]');
  relevance.disabled = query === '';
  field.value = sort === 'relevance' && relevance.disabled ? 'newest' : sort;
}

/** Shows the range of results, and the buttons for more results and to select all. */
function drawPager(page: Page, state: SearchState, ordered: readonly number[], also: readonly number[]): void {
  const { words, selection } = page;
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
    selection.selectAll(ordered);
    for (const box of part('results').querySelectorAll<HTMLInputElement>('[data-pick]')) box.checked = true;
  };
}

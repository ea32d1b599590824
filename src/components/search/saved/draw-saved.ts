import type { Search } from '../../../search/search-client.ts';
import { element } from '../../page/element.ts';
import { link, part, type Page } from '../page-parts.ts';
import { mostSeen, openSavedSearches, type Seen } from './saved-searches.ts';
import { asks, formatState, readState, step, type SearchState } from '../search-state.ts';

/**
 * Without a query or filter, lists the saved searches. For a saved search, marks the results that are new since an earlier day.
 * `documents`: numbers of the found publications.
 */
export async function drawSaved(page: Page, state: SearchState, documents: readonly number[]): Promise<void> {
  const { words, search } = page;
  const { t } = words;
  const saved = openSavedSearches(words.root);
  const container = part('saved');
  if (!asks(state)) {
    const all = saved.all().map(({ search: address }) => readState(address));
    if (all.length > 0)
      container.append(
        element(
          'p',
          {},
          `${t('search.kept')} `,
          ...all.flatMap((one, index) => [index === 0 ? '' : ' · ', link(one, {}, nameOf(page, one))]),
        ),
      );
    return;
  }
  const own = addressOf(state);
  const before = saved.find(own);
  if (!before) return;
  part('save-search').setAttribute('aria-pressed', 'true');
  const seen = await seenNow(search, documents);
  saved.save(own, seen);
  const { seen: base } = saved.find(own) ?? before;
  const known = new Set(base.slugs);
  const added = new Set(seen.slugs.filter((slug) => !known.has(slug)));
  const day = new Intl.DateTimeFormat(words.numbers, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(base.day));
  container.append(element('p', {}, t('search.newSince', { count: added.size, date: day })));
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-pick]'))
    if (added.has(box.value))
      box
        .closest('li')
        ?.querySelector('.meta')
        ?.append(element('span', { class: 'tag' }, t('search.new')));
}

/** Saves the search, or removes it where it is saved. Returns whether it is saved now; throws when the browser refuses. */
export async function toggleSaved(
  { words, search }: Page,
  state: SearchState,
  documents: readonly number[],
): Promise<boolean> {
  const saved = openSavedSearches(words.root);
  const own = addressOf(state);
  if (saved.find(own)) saved.remove(own);
  else saved.save(own, await seenNow(search, documents));
  return saved.find(own) !== undefined;
}

const addressOf = (state: SearchState): string => formatState({ ...state, shown: step });

const seenNow = async (search: Search, documents: readonly number[]): Promise<Seen> => ({
  slugs: await search.slugs(documents.toSorted((a, b) => b - a).slice(0, mostSeen)),
  day: new Date().toISOString().slice(0, 10),
});

/** Name of a saved search: its query and filters. */
function nameOf({ words }: Page, state: SearchState): string {
  const { from, to, facets, query } = state;
  const years = [from, to].map((year) => (year === undefined ? '' : words.year(year)));
  const filters = Object.values(facets).flat();
  return [
    ...(query === '' ? [] : [query]),
    ...(from === undefined && to === undefined ? [] : [from === to ? years[0]! : years.join('–')]),
    ...filters,
  ].join(words.comma);
}

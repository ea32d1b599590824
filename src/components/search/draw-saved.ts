import { element } from '../page/element.ts';
import { link, part, type Page } from './page-parts.ts';
import { formatState, hasFilters, readState, step, type SearchState } from './search-state.ts';
import { mostSeen, type Seen } from './saved-searches.ts';

/**
 * Shows the button that saves the search, pressed while it is saved. For a saved search, marks the results that are new since an earlier day. Without a
 * query or filter, lists the saved searches. `documents`: numbers of the found publications.
 */
export async function drawSaved(page: Page, state: SearchState, documents: readonly number[]): Promise<void> {
  const { words, search, saved } = page;
  const { t } = words;
  const asks = state.query !== '' || hasFilters(state);
  const own = formatState({ ...state, shown: step });
  const before = asks ? saved.find(own) : undefined;
  const now = async (): Promise<Seen> => ({
    slugs: await search.slugs(documents.toSorted((a, b) => b - a).slice(0, mostSeen)),
    day: new Date().toISOString().slice(0, 10),
  });
  const container = part('saved');
  container.replaceChildren();
  const button = part('save-search');
  const drawPressed = () => button.setAttribute('aria-pressed', String(saved.find(own) !== undefined));
  button.hidden = !asks;
  drawPressed();
  button.onclick = async () => {
    try {
      if (saved.find(own)) saved.remove(own);
      else saved.save(own, await now());
      drawPressed();
    } catch {
      container.replaceChildren(element('p', { role: 'alert' }, t('saved.refused')));
    }
  };
  if (!asks) {
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
  }
  if (!before) return;
  const seen = await now();
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

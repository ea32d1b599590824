import type { Found } from '../../search/search-client.ts';
import { facetNames } from '../../search/search-data.ts';
import { element, runOf } from '../page/element.ts';
import { labelOf } from './facet-label.ts';
import { link, part, type Page } from './page-parts.ts';
import { hasFilters, step, toggled, withoutFilters, withoutYears, type SearchState } from './search-state.ts';

/** Shows the operators of the query and the active filters, each as a link that removes it. */
export function drawChips({ words, panel }: Page, state: SearchState, { query }: Found): void {
  const { from, to } = state;
  const chips = query.operators.map(({ written, without }): readonly [string, SearchState] => [
    written,
    { ...state, query: without, shown: step },
  ]);
  if (state.literal) chips.push([words.t('search.literal'), { ...state, literal: false, shown: step }]);
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

import type { Counts } from '../../../search/facets.ts';
import { foldTokens } from '../../../search/fold.ts';
import type { Facet, FacetName, FacetValue } from '../../../search/search-data.ts';
import { combobox, type Combobox } from './combobox.ts';
import { element, runOf } from '../../page/element.ts';
import { labelOf } from '../facet-label.ts';
import type { SearchState } from '../search-state.ts';
import type { Words } from '../search-words.ts';

/** A facet with many values, and what the page shows. */
interface ShownFacet {
  readonly facet: Facet;
  readonly counts: Counts;
  readonly state: SearchState;
}

/** Offers the values of a large facet that the results have. */
export const facetCombobox = (
  input: HTMLInputElement,
  label: string,
  words: Words,
  name: FacetName,
  shown: () => ShownFacet,
  choose: (name: FacetName, id: string) => void,
): Combobox =>
  combobox(
    input,
    label,
    (text) => {
      const tokens = foldTokens(text);
      const { facet, counts, state } = shown();
      const valueCounts = counts.of(facet, name);
      const chosen = state.facets[name] ?? [];
      const values = facet
        .filter((value) => (valueCounts.get(value.id) ?? 0) > 0 && !chosen.includes(value.id) && matches(value, tokens))
        .sort((a, b) => valueCounts.get(b.id)! - valueCounts.get(a.id)!)
        .slice(0, optionLimit);
      return Promise.resolve(
        values.map((value) => ({
          choose: () => {
            input.value = '';
            choose(name, value.id);
          },
          content: [
            element('span', runOf(labelOf(name, value, words)), labelOf(name, value, words)),
            element('span', { class: 'num' }, words.number(valueCounts.get(value.id)!)),
          ],
        })),
      );
    },
    (count) => words.t('count.suggestions', { count }),
    { onOpen: true },
  );

/** Largest number of options. */
const optionLimit = 30;

/** True when each typed word is the beginning of a word in a name of the value. */
function matches({ id, name }: FacetValue, tokens: readonly string[]): boolean {
  const own = foldTokens([id, ...Object.values(name ?? {})].join(' '));
  return tokens.every((token) => own.some((word) => word.startsWith(token)));
}

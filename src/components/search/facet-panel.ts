import type { Counts } from '../../search/facets.ts';
import { facetNames, type Facet, type FacetName, type FacetValue } from '../../search/search-data.ts';
import type { Search } from '../../search/search-client.ts';
import { comboboxOnFocus } from './combobox/combobox-on-focus.ts';
import { labelOf } from './facet-label.ts';
import { element, requireElement, runOf } from '../page/element.ts';
import { toggled, type SearchState } from './search-state.ts';
import type { Words } from './search-words.ts';

/** The filters beside the results. */
export interface FacetPanel {
  /** Loads large facets. */
  load(names: readonly FacetName[]): Promise<void>;
  /** The loaded facets: all small ones, and the large ones that are open or in the address. */
  readonly facets: ReadonlyMap<FacetName, Facet>;
  draw(counts: Counts, state: SearchState): void;
}

export function makeFacetPanel(
  root: ParentNode,
  words: Words,
  search: Search,
  go: (state: SearchState) => void,
): FacetPanel {
  const facets = new Map<FacetName, Facet>();
  let last: { counts: Counts; state: SearchState } | undefined;
  const { documents } = search;
  for (const name of facetNames) if (documents.facets[name]) facets.set(name, documents.facets[name]);

  const load = async (names: readonly FacetName[]) => {
    await Promise.all(
      names.map(async (name) => {
        if (!facets.has(name)) facets.set(name, await search.facet(name));
      }),
    );
  };
  const choose = (name: FacetName, id: string) => {
    if (last) go(toggled(last.state, name, id));
  };
  const containers = new Map(
    facetNames.map((name) => [name, requireElement<HTMLElement>(root, `[data-facet="${name}"]`)] as const),
  );
  for (const [name, container] of containers) {
    const large = documents.large[name];
    container.append(element('div', { 'data-values': true }));
    if (large !== undefined) container.append(openCombobox(name, large));
  }

  /** A field for a facet with many values, which are loaded on focus. */
  function openCombobox(name: FacetName, size: number): HTMLElement {
    const label = words.t('search.choose', {
      filter: requireElement(containers.get(name)!, 'legend').textContent ?? '',
      count: size,
    });
    const input = element('input', {
      id: `choose-${name}`,
      class: 'select',
      type: 'text',
      'aria-label': label,
      placeholder: words.t('search.showAll', { count: size }),
    });
    const box = element('div', { class: 'combobox' }, input);
    comboboxOnFocus(
      input,
      async () => {
        const options = await import('./combobox/facet-combobox.ts');
        await load([name]);
        return options.facetCombobox(input, label, words, name, () => ({ ...last!, facet: facets.get(name)! }), choose);
      },
      true,
    );
    return box;
  }

  return {
    facets,
    load,
    draw(counts, state) {
      last = { counts, state };
      for (const [name, container] of containers) {
        const facet = facets.get(name);
        const chosen = state.facets[name] ?? [];
        const valueCounts = facet ? counts.of(facet, name) : undefined;
        const large = documents.large[name] !== undefined;
        const values = (facet ?? []).filter(
          ({ id }) => chosen.includes(id) || (!large && (valueCounts?.get(id) ?? 0) > 0),
        );
        // Show ids in the address that no publication has, so that the reader can remove them.
        const unknown = chosen
          .filter((id) => !values.some((value) => value.id === id))
          .map((id): FacetValue => ({ id, documents: [] }));
        const lines = [...values, ...unknown].sort(
          (a, b) => (valueCounts?.get(b.id) ?? 0) - (valueCounts?.get(a.id) ?? 0),
        );
        drawValues(requireElement(container, '[data-values]'), name, lines, valueCounts, chosen);
        container.hidden = lines.length === 0 && !large;
      }
    },
  };

  function drawValues(
    container: HTMLElement,
    name: FacetName,
    lines: readonly FacetValue[],
    valueCounts: ReadonlyMap<string, number> | undefined,
    chosen: readonly string[],
  ): void {
    const focused =
      document.activeElement instanceof HTMLInputElement && container.contains(document.activeElement)
        ? document.activeElement.value
        : undefined;
    container.replaceChildren(
      ...lines.map((value) => {
        const box = element('input', { type: 'checkbox', name, value: value.id });
        box.checked = chosen.includes(value.id);
        box.addEventListener('change', () => choose(name, value.id));
        const text = labelOf(name, value, words);
        return element(
          'label',
          {},
          box,
          element('span', runOf(text), text),
          element('span', { class: 'num' }, words.number(valueCounts?.get(value.id) ?? 0)),
        );
      }),
    );
    if (focused !== undefined)
      container.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }
}

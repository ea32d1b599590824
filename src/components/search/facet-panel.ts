import type { Counts } from '../../search/facets.ts';
import { foldTokens } from '../../search/fold.ts';
import { facetNames, type Facet, type FacetName, type FacetValue } from '../../search/search-data.ts';
import type { Search } from '../../search/search-client.ts';
import { combobox } from './combobox.ts';
import { element, required, runOf } from '../page/element.ts';
import { toggled, type SearchState } from './search-state.ts';
import type { Words } from './search-words.ts';

/** The filters beside the results. */
export interface FacetPanel {
  /** Facets whose publications are known: all small ones, and the large ones that were opened or stand in the address. */
  load(names: readonly FacetName[]): Promise<void>;
  readonly facets: ReadonlyMap<FacetName, Facet>;
  draw(counts: Counts, state: SearchState): void;
}

/** Options that a combobox shows at once. */
const mostOptions = 30;

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
  const places = new Map(
    facetNames.map((name) => [name, required<HTMLElement>(root, `[data-facet="${name}"]`)] as const),
  );
  for (const [name, place] of places) {
    const large = documents.large[name];
    place.append(element('div', { 'data-values': true }));
    if (large !== undefined) place.append(openCombobox(name, large));
  }

  /** A field for a facet with many values; they are loaded when it is entered. */
  function openCombobox(name: FacetName, size: number): HTMLElement {
    const label = words.t('search.choose', {
      filter: required(places.get(name)!, 'legend').textContent ?? '',
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
    combobox(
      input,
      label,
      async (text) => {
        await load([name]);
        const tokens = foldTokens(text);
        const { counts, state } = last!;
        const facet = facets.get(name)!;
        const amounts = counts.of(facet, name);
        const chosen = state.facets[name] ?? [];
        return facet
          .filter((value) => (amounts.get(value.id) ?? 0) > 0 && !chosen.includes(value.id) && matches(value, tokens))
          .sort((a, b) => amounts.get(b.id)! - amounts.get(a.id)!)
          .slice(0, mostOptions)
          .map((value) => ({
            choose: () => {
              input.value = '';
              choose(name, value.id);
            },
            content: [
              element('span', runOf(labelOf(name, value, words)), labelOf(name, value, words)),
              element('span', { class: 'num' }, words.number(amounts.get(value.id)!)),
            ],
          }));
      },
      (count) => words.t('count.suggestions', { count }),
      { onOpen: true },
    );
    return box;
  }

  return {
    facets,
    load,
    draw(counts, state) {
      last = { counts, state };
      for (const [name, place] of places) {
        const facet = facets.get(name);
        const chosen = state.facets[name] ?? [];
        const amounts = facet ? counts.of(facet, name) : undefined;
        const large = documents.large[name] !== undefined;
        const values = (facet ?? []).filter(({ id }) => chosen.includes(id) || (!large && (amounts?.get(id) ?? 0) > 0));
        // What the address names and nobody has is shown all the same, so that it can be taken away.
        const unknown = chosen
          .filter((id) => !values.some((value) => value.id === id))
          .map((id): FacetValue => ({ id, documents: [] }));
        const lines = [...values, ...unknown].sort((a, b) => (amounts?.get(b.id) ?? 0) - (amounts?.get(a.id) ?? 0));
        drawValues(required(place, '[data-values]'), name, lines, amounts, chosen);
        place.hidden = lines.length === 0 && !large;
      }
    },
  };

  function drawValues(
    place: HTMLElement,
    name: FacetName,
    lines: readonly FacetValue[],
    amounts: ReadonlyMap<string, number> | undefined,
    chosen: readonly string[],
  ): void {
    const focused =
      document.activeElement instanceof HTMLInputElement && place.contains(document.activeElement)
        ? document.activeElement.value
        : undefined;
    place.replaceChildren(
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
          element('span', { class: 'num' }, words.number(amounts?.get(value.id) ?? 0)),
        );
      }),
    );
    if (focused !== undefined) place.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** Every word that is typed begins a word of one of the value's names. */
function matches({ id, name }: FacetValue, tokens: readonly string[]): boolean {
  const own = foldTokens([id, ...Object.values(name ?? {})].join(' '));
  return tokens.every((token) => own.some((word) => word.startsWith(token)));
}

/** A value as the interface calls it. */
export function labelOf(name: FacetName, { id, name: names }: Pick<FacetValue, 'id' | 'name'>, words: Words): string {
  if (name === 'type') return words.t(`type.${id}`);
  if (name === 'access') return words.t(id === 'open' ? 'tag.openAccess' : 'access.closed');
  if (name === 'lang') return words.language(id);
  return words.name(names, id);
}

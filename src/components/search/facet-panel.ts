import type { Counts } from '../../search/facets.ts';
import { foldTokens } from '../../search/fold.ts';
import { facetNames, type Facet, type FacetName, type FacetValue } from '../../search/search-data.ts';
import type { Search } from '../../search/search-client.ts';
import { comboboxOnFocus } from './combobox-on-focus.ts';
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

/** Largest number of options in a combobox. */
const optionLimit = 30;

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
      label,
      async (text) => {
        await load([name]);
        const tokens = foldTokens(text);
        const { counts, state } = last!;
        const facet = facets.get(name)!;
        const valueCounts = counts.of(facet, name);
        const chosen = state.facets[name] ?? [];
        return facet
          .filter(
            (value) => (valueCounts.get(value.id) ?? 0) > 0 && !chosen.includes(value.id) && matches(value, tokens),
          )
          .sort((a, b) => valueCounts.get(b.id)! - valueCounts.get(a.id)!)
          .slice(0, optionLimit)
          .map((value) => ({
            choose: () => {
              input.value = '';
              choose(name, value.id);
            },
            content: [
              element('span', runOf(labelOf(name, value, words)), labelOf(name, value, words)),
              element('span', { class: 'num' }, words.number(valueCounts.get(value.id)!)),
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

/** True when each typed word is the beginning of a word in a name of the value. */
function matches({ id, name }: FacetValue, tokens: readonly string[]): boolean {
  const own = foldTokens([id, ...Object.values(name ?? {})].join(' '));
  return tokens.every((token) => own.some((word) => word.startsWith(token)));
}

/** Label of a value in the reader's language. */
export function labelOf(name: FacetName, { id, name: names }: Pick<FacetValue, 'id' | 'name'>, words: Words): string {
  if (name === 'type') return words.t(`type.${id}`);
  if (name === 'access') return words.t(id === 'open' ? 'tag.openAccess' : 'access.closed');
  if (name === 'status') return words.t(`tag.${id}`);
  if (name === 'lang') return words.language(id);
  return words.name(names, id);
}

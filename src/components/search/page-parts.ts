import type { Search } from '../../search/search-client.ts';
import { element, requireElement } from '../page/element.ts';
import type { Selection } from './selection.ts';
import type { FacetPanel } from './facet-panel.ts';
import type { FilterSheet } from './filter-sheet.ts';
import type { Passages } from './results/passages.ts';
import { formatState, type SearchState } from './search-state.ts';
import type { Words } from './search-words.ts';
import type { YearFilter } from './year-filter.ts';

/** The parts of the search page. */
export interface Page {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly words: Words;
  readonly search: Search;
  readonly panel: FacetPanel;
  readonly years: YearFilter | undefined;
  readonly sheet: FilterSheet;
  readonly selection: Selection;
  readonly passages: Passages;
  /** Shows a state and adds it to the history. */
  readonly go: (state: SearchState) => void;
}

/** The element of the page with a data attribute. */
export function part(name: string): HTMLElement {
  return requireElement<HTMLElement>(document, `[data-${name}]`);
}

/** A link to another state of the page. */
export const link = (
  state: SearchState,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement =>
  element('a', { href: location.pathname + formatState(state), 'data-state': true, ...attributes }, ...children);

import type { Search } from '../../search/search-client.ts';
import type { Words } from './search-words.ts';

/** The selected publications, with controls to cite and to save them. */
export interface Selection {
  has(document: number): boolean;
  toggle(document: number): void;
  selectAll(documents: readonly number[]): void;
  /** Shows the selection when a publication is selected. */
  draw(): void;
}

/** `uncheck` unchecks the results when nothing is selected any more. The controls are loaded with the first selection. */
export function makeSelection(container: HTMLElement, words: Words, search: Search, uncheck: () => void): Selection {
  const selected = new Set<number>();
  /** The control with which the reader selected last. */
  let last: Element | null = null;
  let drawBar: (() => void) | undefined;
  const unselect = () => {
    selected.clear();
    draw();
    uncheck();
    // The button that had the focus is hidden with the others.
    const next = last?.isConnected ? last : document.querySelector('[data-select-all]');
    if (next instanceof HTMLElement) next.focus();
  };
  const load = async () => {
    const bar = await import('./selection-bar.ts');
    drawBar ??= bar.makeSelectionBar(container, words, selected, search, unselect);
    draw();
  };
  const draw = () => {
    container.hidden = selected.size === 0 || drawBar === undefined;
    drawBar?.();
  };
  const select = (numbers: readonly number[]) => {
    for (const number of numbers) selected.add(number);
    last = document.activeElement;
    draw();
    // Where the controls cannot be loaded, the next selection tries again.
    if (!drawBar) load().catch(() => undefined);
  };
  return {
    has: (document) => selected.has(document),
    toggle: (number) => select(selected.delete(number) ? [] : [number]),
    selectAll: select,
    draw,
  };
}

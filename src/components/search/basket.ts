import type { Search } from '../../search/search-client.ts';
import { element } from '../page/element.ts';
import { openReadingList } from '../reading-list/reading-list.ts';
import type { Words } from './search-words.ts';

/** The selected publications, with controls to cite and to save them. */
export interface Basket {
  has(document: number): boolean;
  toggle(document: number): void;
  selectAll(documents: readonly number[]): void;
  /** Shows the basket when a publication is selected. */
  draw(): void;
}

/** `uncheck` unchecks the results when nothing is selected any more. */
export function makeBasket(container: HTMLElement, words: Words, search: Search, uncheck: () => void): Basket {
  const { t } = words;
  const selected = new Set<number>();
  const slugs = () => search.slugs([...selected]);
  const count = element('b', { role: 'status' });
  const status = element('span', { role: 'status' });
  const button = (label: string, click: () => void, ...content: readonly Node[]) => {
    const created = element('button', { class: 'btn', type: 'button' }, ...content, content.length === 0 && label);
    created.addEventListener('click', click);
    return created;
  };
  /** The control with which the reader selected last. */
  let last: Element | null = null;
  const unselect = () => {
    selected.clear();
    draw();
    uncheck();
    // The button that had the focus is hidden with the others.
    const next = last?.isConnected ? last : document.querySelector('[data-select-all]');
    if (next instanceof HTMLElement) next.focus();
  };
  container.replaceChildren(
    count,
    button(t('action.cite'), () => void openCite(selected.size, slugs, words)),
    button(t('search.save'), () => void saveAll()),
    button(
      '',
      unselect,
      element('span', { 'aria-hidden': 'true' }, '×'),
      element('span', { class: 'vh' }, t('search.unselect')),
    ),
    status,
  );

  const draw = () => {
    container.hidden = selected.size === 0;
    count.textContent = t('search.selected', { count: selected.size });
    status.replaceChildren();
  };
  const saveAll = async () => {
    try {
      const chosen = await slugs();
      const list = openReadingList(words.root);
      list.save([...list.slugs(), ...chosen]);
      const link = element('a', { href: words.readingList }, t('nav.readingList'));
      status.replaceChildren(t('saved.added', { count: chosen.length }), ' · ', link);
    } catch {
      status.replaceChildren(t('saved.refused'));
    }
  };
  return {
    has: (document) => selected.has(document),
    toggle(number) {
      if (!selected.delete(number)) selected.add(number);
      last = document.activeElement;
      draw();
    },
    selectAll(numbers) {
      for (const number of numbers) selected.add(number);
      last = document.activeElement;
      draw();
    },
    draw,
  };
}

/** Opens the Cite dialog, whose code is loaded on the first call. */
export async function openCite(count: number, slugs: () => Promise<readonly string[]>, words: Words): Promise<void> {
  const { cite } = await import('../cite/cite.ts');
  await cite(count, slugs, words);
}

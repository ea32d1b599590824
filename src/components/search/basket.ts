import type { Search } from '../../search/search-client.ts';
import { element } from '../page/element.ts';
import { openReadingList } from '../reading-list/reading-list.ts';
import { makeTakeAway } from '../take-away/take-away.ts';
import type { Words } from './search-words.ts';

/** The selected publications, with controls to save them and to download their citations. */
export interface Basket {
  has(document: number): boolean;
  toggle(document: number): void;
  selectAll(documents: readonly number[]): void;
  /** Shows the basket when a publication is selected. */
  draw(): void;
}

/** `changed` is called when the checkboxes of the results must be updated. */
export function makeBasket(container: HTMLElement, words: Words, search: Search, changed: () => void): Basket {
  const { t } = words;
  const selected = new Set<number>();
  const slugs = () => search.slugs([...selected]);
  const takeAway = makeTakeAway(container, words, slugs);
  const count = element('b', {});
  const save = element('button', { class: 'btn', type: 'button' }, t('action.save'));
  const unselect = element('button', { class: 'btn', type: 'button' }, t('search.unselect'));
  save.addEventListener('click', () => void saveAll());
  unselect.addEventListener('click', () => {
    selected.clear();
    draw();
    changed();
  });
  container.replaceChildren(count, ...takeAway.buttons, save, unselect, ...takeAway.state);

  const draw = () => {
    container.hidden = selected.size === 0;
    count.textContent = t('search.selected', { count: selected.size });
    takeAway.say();
  };
  const saveAll = async () => {
    try {
      const chosen = await slugs();
      const list = openReadingList(words.root);
      list.save([...list.slugs(), ...chosen]);
      const link = element('a', { href: words.readingList }, t('nav.readingList'));
      takeAway.say(t('saved.added', { count: chosen.length }), ' · ', link);
    } catch {
      takeAway.say(t('saved.refused'));
    }
  };
  return {
    has: (document) => selected.has(document),
    toggle(document) {
      if (!selected.delete(document)) selected.add(document);
      draw();
    },
    selectAll(documents) {
      for (const document of documents) selected.add(document);
      draw();
    },
    draw,
  };
}

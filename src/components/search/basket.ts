import type { Search } from '../../search/search-client.ts';
import { element } from '../page/element.ts';
import { openReadingList } from '../reading-list/reading-list.ts';
import { makeTakeAway } from '../take-away/take-away.ts';
import type { Words } from './search-words.ts';

/** Publications that the reader has ticked, or the whole result, and the ways to take them along. */
export interface Basket {
  has(document: number): boolean;
  toggle(document: number): void;
  selectAll(documents: readonly number[]): void;
  /** Shows it where something is ticked. */
  draw(): void;
}

/** `changed` is called when boxes elsewhere must be drawn anew. */
export function makeBasket(place: HTMLElement, words: Words, search: Search, changed: () => void): Basket {
  const { t } = words;
  const ticked = new Set<number>();
  const slugs = () => search.slugs([...ticked]);
  const takeAway = makeTakeAway(place, words, slugs);
  const count = element('b', {});
  const save = element('button', { class: 'btn', type: 'button' }, t('action.save'));
  const unselect = element('button', { class: 'btn', type: 'button' }, t('search.unselect'));
  save.addEventListener('click', () => void saveAll());
  unselect.addEventListener('click', () => {
    ticked.clear();
    draw();
    changed();
  });
  place.replaceChildren(count, ...takeAway.buttons, save, unselect, ...takeAway.state);

  const draw = () => {
    place.hidden = ticked.size === 0;
    count.textContent = t('search.selected', { count: ticked.size });
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
    has: (document) => ticked.has(document),
    toggle(document) {
      if (!ticked.delete(document)) ticked.add(document);
      draw();
    },
    selectAll(documents) {
      for (const document of documents) ticked.add(document);
      draw();
    },
    draw,
  };
}

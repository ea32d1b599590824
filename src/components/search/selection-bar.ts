import type { Search } from '../../search/search-client.ts';
import { element } from '../page/element.ts';
import { openReadingList } from '../reading-list/reading-list.ts';
import type { Words } from './search-words.ts';
import { openCite } from './open-cite.ts';

/** Makes the controls for the selected publications. Returns what shows how many these are. */
export function makeSelectionBar(
  container: HTMLElement,
  words: Words,
  selected: ReadonlySet<number>,
  search: Search,
  unselect: () => void,
): () => void {
  const { t } = words;
  const slugs = () => search.slugs([...selected]);
  const count = element('b', { role: 'status' });
  const status = element('span', { role: 'status' });
  const button = (label: string, click: () => void, ...content: readonly Node[]) => {
    const created = element('button', { class: 'btn', type: 'button' }, ...content, content.length === 0 && label);
    created.addEventListener('click', click);
    return created;
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
  return () => {
    count.textContent = t('search.selected', { count: selected.size });
    status.replaceChildren();
  };
}

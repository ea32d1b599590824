import type { Search } from '../../search/search-client.ts';
import { element } from './element.ts';
import { gatherCitations } from './gather-citations.ts';
import type { CitationFile, Words } from './search-words.ts';

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
  let running: AbortController | undefined;
  const count = element('b', {});
  const status = element('p', { class: 'basket__status', role: 'status' });
  const bar = element('progress', {
    class: 'basket__progress',
    hidden: true,
    'aria-label': t('search.progress', { done: 0, count: 0 }),
  });
  const cancel = element('button', { class: 'btn', type: 'button', hidden: true }, t('search.cancel'));
  const unselect = element('button', { class: 'btn', type: 'button' }, t('search.unselect'));
  const buttons = words.files.map((file, index) => {
    const button = element(
      'button',
      { class: index === 0 ? 'btn btn--solid' : 'btn', type: 'button', lang: 'en', dir: 'ltr' },
      file.label,
    );
    button.addEventListener('click', () => void take(file));
    return button;
  });
  cancel.addEventListener('click', () => running?.abort());
  unselect.addEventListener('click', () => {
    ticked.clear();
    draw();
    changed();
  });
  place.replaceChildren(count, ...buttons, unselect, cancel, bar, status);

  const draw = () => {
    place.hidden = ticked.size === 0;
    count.textContent = t('search.selected', { count: ticked.size });
    status.textContent = '';
  };
  const busy = (is: boolean) => {
    bar.hidden = !is;
    cancel.hidden = !is;
    for (const button of [...buttons, unselect]) button.disabled = is;
  };
  const take = async (file: CitationFile) => {
    running = new AbortController();
    busy(true);
    const total = ticked.size;
    bar.max = total;
    bar.value = 0;
    try {
      const slugs = await search.slugs([...ticked]);
      const blob = await gatherCitations(slugs, file, words.root, {
        signal: running.signal,
        progress(done) {
          bar.value = done;
          // Each step would be read out; some of them tell enough.
          if (done % 100 === 0 || done === total) status.textContent = t('search.progress', { done, count: total });
        },
      });
      download(blob, `publications${file.extension}`);
      status.textContent = t('search.citeDone', { count: total });
    } catch {
      status.textContent = running.signal.aborted ? '' : t('search.citeFailed');
    } finally {
      busy(false);
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

function download(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  element('a', { href, download: name }).click();
  // The browser reads it when it has asked the reader where to put it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

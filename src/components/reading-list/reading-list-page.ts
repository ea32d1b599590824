import { element, requireElement } from '../page/element.ts';
import { readScriptWords, type Messages, type ScriptSettings } from '../page/script-words.ts';
import { gather } from '../cite/gather.ts';
import { loadPublication, type LoadedPublication } from '../cite/load-publication.ts';
import type { CiteSettings } from '../cite/cite-many.ts';
import { openReadingList, type ReadingList } from './reading-list.ts';
import { savedEntry } from './saved-entry.ts';

/* The page of the reading list. Its HTML is the same for all readers; this script adds the saved publications. */

export interface ReadingListSettings extends ScriptSettings, CiteSettings {
  /** Font of titles in Latin letters that the head does not preload. */
  readonly titleFont?: string;
}

type Words = ReadingListSettings & Messages;

const container = document.querySelector<HTMLElement>('[data-reading-list]');
if (container) startPage(container, readScriptWords<ReadingListSettings>(container.dataset['readingList'] ?? '{}'));

/** A publication; undefined when it no longer exists; an error when it could not be loaded. */
type Loaded = LoadedPublication | Error | undefined;

function startPage(root: HTMLElement, words: Words): void {
  const { t } = words;
  const count = requireElement<HTMLElement>(root, '[data-count]');
  try {
    startList(words, openReadingList(words.root));
  } catch {
    count.textContent = t('saved.refused');
  }
}

function startList(words: Words, list: ReadingList): void {
  const { t, titleFont } = words;
  if (titleFont !== undefined && list.slugs().length > 0)
    document.head.append(element('link', { rel: 'preload', href: titleFont, as: 'font', crossorigin: true }));
  const part = (name: string) => requireElement<HTMLElement>(document, `[data-${name}]`);
  const [count, entries] = [part('count'), part('entries')];
  /** Loaded publications by saved slug. */
  const loaded = new Map<string, Loaded>();
  const present = (): string[] => list.slugs().filter((slug) => isPublication(loaded.get(slug)));
  const take = element('button', { class: 'btn btn--solid', type: 'button', 'data-take': true }, t('saved.take'));
  take.addEventListener('click', () => void openCite());
  const openCite = async () => {
    const { cite } = await import('../cite/cite.ts');
    await cite(present().length, () => Promise.resolve(present()), words);
  };
  const clear = element('button', { class: 'btn', type: 'button' }, t('saved.clear'));
  clear.addEventListener('click', () => change([], t('saved.cleared')));
  const undo = element('button', { class: 'btn', type: 'button', hidden: true }, t('saved.undo'));
  part('tools').append(undo, take, clear);
  let before: readonly string[] = [];
  undo.addEventListener('click', () => {
    change(before);
    undo.hidden = true;
    count.focus();
  });

  /** Saves another list, and offers to undo the change. */
  function change(slugs: readonly string[], message?: string): void {
    before = list.slugs();
    list.save(slugs);
    void draw(message);
    undo.hidden = false;
    undo.focus();
  }

  let drawNumber = 0;
  async function draw(message?: string): Promise<void> {
    const number = (drawNumber += 1);
    const missing = list.slugs().filter((slug) => !loaded.has(slug) || loaded.get(slug) instanceof Error);
    if (missing.length > 0) {
      count.textContent = t('saved.loading');
      const { signal } = new AbortController();
      await gather(missing, async (slug) => loaded.set(slug, await load(slug, signal)), { signal, progress: () => {} });
    }
    if (number !== drawNumber) return;
    updateSlugs(list, loaded);
    const slugs = list.slugs();
    entries.replaceChildren(...slugs.map((slug) => row(slug, loaded.get(slug))));
    const some = slugs.length > 0;
    const total = some ? t('count.publications', { count: slugs.length }) : t('saved.empty');
    count.textContent = message === undefined ? total : `${message} · ${total}`;
    clear.hidden = !some;
    take.hidden = present().length === 0;
    part('nothing').hidden = some;
  }

  const load = (slug: string, signal: AbortSignal): Promise<Loaded> =>
    loadPublication(slug, words.publications, signal).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );

  function row(slug: string, found: Loaded): HTMLLIElement {
    const entry = isPublication(found) ? savedEntry(found, words) : undefined;
    const title = entry?.title ?? slug;
    const remove = element(
      'button',
      { class: 'btn', type: 'button', 'aria-label': t('saved.removeTitle', { title }) },
      t('saved.remove'),
    );
    remove.addEventListener('click', () =>
      change(
        list.slugs().filter((other) => other !== slug),
        t('saved.removed'),
      ),
    );
    const lines = entry?.lines ?? [
      element('p', {}, t(found instanceof Error ? 'saved.failed' : 'saved.absent', { slug })),
    ];
    return element(
      'li',
      { class: 'pub row' },
      element('div', { class: 'rail' }, element('span', { class: 'num' }, entry?.year ?? '')),
      element('div', {}, ...lines, element('p', {}, remove)),
    );
  }

  list.watch(() => {
    undo.hidden = true;
    void draw();
  });
  void draw();
}

const isPublication = (found: Loaded): found is LoadedPublication => found !== undefined && !(found instanceof Error);

/** Replaces old slugs in the list by the current ones. */
function updateSlugs(list: ReadingList, loaded: Map<string, Loaded>): void {
  const before = list.slugs();
  const after = before.map((slug) => {
    const found = loaded.get(slug);
    if (!isPublication(found)) return slug;
    loaded.set(found.slug, found);
    return found.slug;
  });
  if (after.some((slug, index) => slug !== before[index])) list.save(after);
}

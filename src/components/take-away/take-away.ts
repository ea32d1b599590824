import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import { element } from '../page/element.ts';
import type { Messages } from '../page/script-words.ts';
import { download } from './download.ts';
import { gatherCitations } from './gather-citations.ts';
import { gatherCsv } from './gather-csv.ts';
import { gatherReferences } from './gather-references.ts';
import type { Gathering } from './gather.ts';

/** What must be known of the site. */
export interface TakeAwaySettings {
  readonly locale: string;
  /** Address of the site's first page. */
  readonly root: string;
  /** Address below which the pages of publications stand, in the reader's language. */
  readonly publications: string;
  readonly files: readonly CitationFile[];
  readonly styles: readonly StyleChoice[];
}

/** A format for reference managers or spreadsheets. */
export interface CitationFile {
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
}

/** The buttons by which publications are taken along, as files for reference managers or as a text in a style. */
export interface TakeAway {
  readonly buttons: readonly HTMLElement[];
  /** How far it is, and a way to stop; hidden until something is taken. */
  readonly state: readonly HTMLElement[];
  /** Says something in place of the last result. */
  say(...message: readonly (Node | string)[]): void;
}

/** `slugs` tells what is to be taken; every control in `place` rests meanwhile. */
export function makeTakeAway(
  place: HTMLElement,
  words: TakeAwaySettings & Messages,
  slugs: () => Promise<readonly string[]>,
): TakeAway {
  const { t } = words;
  let running: AbortController | undefined;
  const status = element('p', { class: 'basket__status', role: 'status' });
  const bar = element('progress', { class: 'basket__progress', hidden: true, 'aria-label': t('take.loading') });
  const cancel = element('button', { class: 'btn', type: 'button', hidden: true }, t('take.cancel'));
  cancel.addEventListener('click', () => running?.abort());

  const busy = (is: boolean) => {
    bar.hidden = !is;
    cancel.hidden = !is;
    for (const control of place.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('button, select'))
      if (control !== cancel) control.disabled = is;
  };
  const take = async (
    collect: (slugs: readonly string[], gathering: Gathering) => Promise<string>,
    mediaType: string,
    extension: string,
  ) => {
    const controller = (running = new AbortController());
    const { signal } = controller;
    const { activeElement } = document;
    busy(true);
    try {
      const taken = await slugs();
      bar.max = taken.length;
      bar.value = 0;
      const text = await collect(taken, {
        signal,
        progress(done) {
          bar.value = done;
          // Each step would be read out; some of them tell enough.
          if (done % 100 === 0) status.textContent = t('take.progress', { done, count: taken.length });
        },
      });
      download(text, mediaType, `publications${extension}`);
      status.textContent = t('take.done', { count: taken.length });
    } catch {
      status.textContent = signal.aborted ? '' : t('take.failed');
      // Nobody waits for the others any more.
      controller.abort();
    } finally {
      busy(false);
      // A control that rests loses the focus.
      if (document.activeElement === document.body && activeElement instanceof HTMLElement) activeElement.focus();
    }
  };

  const files = words.files.map((file, index) => {
    const style = index === 0 ? 'btn btn--solid' : 'btn';
    const button = element('button', { class: style, type: 'button', lang: 'en', dir: 'ltr' }, file.label);
    const collect = (taken: readonly string[], way: Gathering) =>
      file.extension === '.csv'
        ? gatherCsv(taken, words.root, way)
        : gatherCitations(taken, file.extension, words.root, way);
    button.addEventListener('click', () => void take(collect, file.mediaType, file.extension));
    return button;
  });
  return {
    buttons: [...files, ...(words.styles.length > 0 ? [formatted()] : [])],
    state: [cancel, bar, status],
    say: (...message) => status.replaceChildren(...message),
  };

  function formatted(): HTMLElement {
    const select = element(
      'select',
      { class: 'select', 'aria-label': t('take.style') },
      ...words.styles.map(({ name, label }) => element('option', { value: name }, label)),
    );
    const button = element('button', { class: 'btn', type: 'button' }, t('take.formatted'));
    button.addEventListener('click', () => {
      const style = words.styles[select.selectedIndex];
      if (style) void take((taken, way) => gatherReferences(taken, style, words, way), 'text/plain', '.txt');
    });
    return element('span', { class: 'basket__style' }, select, button);
  }
}

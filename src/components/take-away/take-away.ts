import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import { element } from '../page/element.ts';
import type { Messages } from '../page/script-words.ts';
import { download } from './download.ts';
import { gatherCitations, type Gathered } from './gather-citations.ts';
import { gatherCsv } from './gather-csv.ts';
import { gatherReferences } from './gather-references.ts';
import type { CitationFile, Gathering } from './gather.ts';

/** Settings of the site for {@link makeTakeAway}. */
export interface TakeAwaySettings {
  readonly locale: string;
  /** Address of the home page, with its slash at the end. */
  readonly root: string;
  /** Address of the list of publications in the reader's language, the prefix of their pages. */
  readonly publications: string;
  readonly files: readonly CitationFile[];
  readonly styles: readonly StyleChoice[];
}

/** Controls to download the citations of publications, in a file format or in a style. */
export interface TakeAway {
  readonly buttons: readonly HTMLElement[];
  /** Progress and a button to cancel, hidden until a download starts, and a status message. */
  readonly state: readonly HTMLElement[];
  /** Replaces the status message. */
  say(...message: readonly (Node | string)[]): void;
}

/** `slugs` returns the publications to download; during a download all controls in `container` are disabled. */
export function makeTakeAway(
  container: HTMLElement,
  words: TakeAwaySettings & Messages,
  slugs: () => Promise<readonly string[]>,
): TakeAway {
  const { t } = words;
  let running: AbortController | undefined;
  const status = element('p', { class: 'basket__status', role: 'status' });
  const bar = element('progress', { class: 'basket__progress', hidden: true, 'aria-label': t('take.loading') });
  const cancel = element('button', { class: 'btn', type: 'button', hidden: true }, t('take.cancel'));
  cancel.addEventListener('click', () => running?.abort());

  const setBusy = (busy: boolean) => {
    bar.hidden = !busy;
    cancel.hidden = !busy;
    for (const control of container.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('button, select'))
      if (control !== cancel) control.disabled = busy;
  };
  const start = async (
    collect: (slugs: readonly string[], gathering: Gathering) => Promise<Gathered>,
    mediaType: string,
    extension: string,
  ) => {
    const controller = (running = new AbortController());
    const { signal } = controller;
    const { activeElement } = document;
    setBusy(true);
    try {
      const taken = await slugs();
      bar.max = taken.length;
      bar.value = 0;
      const { text, count } = await collect(taken, {
        signal,
        progress(done) {
          bar.value = done;
          // Screen readers read each message, so report only every hundredth.
          if (done % 100 === 0) status.textContent = t('take.progress', { done, count: taken.length });
        },
      });
      const missing = taken.length - count;
      if (count > 0) download(text, mediaType, `publications${extension}`);
      status.textContent = [
        ...(count > 0 ? [t('take.done', { count })] : []),
        ...(missing > 0 ? [t('take.missing', { count: missing })] : []),
      ].join('. ');
    } catch {
      status.textContent = signal.aborted ? '' : t('take.failed');
      // Stop the other requests.
      controller.abort();
    } finally {
      setBusy(false);
      // A disabled control loses the focus.
      if (document.activeElement === document.body && activeElement instanceof HTMLElement) activeElement.focus();
    }
  };

  const files = words.files.map((file, index) => {
    const style = index === 0 ? 'btn btn--solid' : 'btn';
    const button = element('button', { class: style, type: 'button', lang: 'en', dir: 'ltr' }, file.label);
    const collect = (taken: readonly string[], gathering: Gathering) =>
      file.single ? gatherCitations(taken, file, words.root, gathering) : gatherCsv(taken, words, gathering);
    button.addEventListener('click', () => void start(collect, file.mediaType, file.extension));
    return button;
  });
  return {
    buttons: [...files, ...(words.styles.length > 0 ? [styleControl()] : [])],
    state: [cancel, bar, status],
    say: (...message) => status.replaceChildren(...message),
  };

  function styleControl(): HTMLElement {
    const select = element(
      'select',
      { class: 'select', 'aria-label': t('take.style') },
      ...words.styles.map(({ name, label }) => element('option', { value: name }, label)),
    );
    const button = element('button', { class: 'btn', type: 'button' }, t('take.formatted'));
    button.addEventListener('click', () => {
      const style = words.styles[select.selectedIndex];
      if (style)
        void start((taken, gathering) => gatherReferences(taken, style, words, gathering), 'text/plain', '.txt');
    });
    return element('span', { class: 'basket__style' }, select, button);
  }
}

import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import { element } from '../page/element.ts';
import type { Messages } from '../page/script-words.ts';
import { download } from './download.ts';
import { gatherCitations, type Gathered } from './gather-citations.ts';
import { gatherCsv } from './gather-csv.ts';
import { gatherReferences, referencesText } from './gather-references.ts';
import type { CitationFile, Gathering } from './gather.ts';
import { choices, openSheet, programRow, sheetPart } from './sheet.ts';

/** Settings of the site for {@link citeMany}. */
export interface CiteSettings {
  readonly locale: string;
  /** Address of the home page, with its slash at the end. */
  readonly root: string;
  /** Address of the list of publications in the reader's language, the prefix of their pages. */
  readonly publications: string;
  readonly files: readonly CitationFile[];
  /** Programs, each with the extension of the file that it reads best. */
  readonly programs: readonly { readonly program: string; readonly extension: string }[];
  readonly styles: readonly StyleChoice[];
}

type Words = CiteSettings & Messages;

/** Largest number of references that are shown; each is read from the page of its publication. */
const shownLimit = 25;

/** Opens the Cite dialog for several publications: their references in a style, and files of all their citations. */
export function citeMany(count: number, slugs: () => Promise<readonly string[]>, words: Words): void {
  const { t } = words;
  const content = element('div', {});
  const { state, start } = makeDownloads(content, words, slugs);
  const take = (file: CitationFile) => () => {
    const collect = (taken: readonly string[], gathering: Gathering) =>
      file.single ? gatherCitations(taken, file, words.root, gathering) : gatherCsv(taken, words, gathering);
    void start(collect, file.mediaType, file.extension);
  };
  const programs = words.programs.flatMap(({ program, extension }, index) => {
    const file = words.files.find((one) => one.extension === extension);
    return file ? [programRow(button(program, take(file), 'en'), t('cite.opens', { program }), `opens-${index}`)] : [];
  });
  const files = words.files.map((file) => button(file.label, take(file), 'en'));
  content.append(
    ...(words.styles.length > 0 ? [referencePart(count, slugs, words, start)] : []),
    sheetPart(t('cite.programs'), element('ul', { class: 'programs' }, ...programs)),
    sheetPart(t('cite.files'), element('p', { class: 'actions' }, ...files)),
    ...state.controls,
  );
  const sheet = openSheet(t('cite.many', { count }), t('action.close'), content);
  sheet.addEventListener('close', () => state.cancel());
}

type Collect = (slugs: readonly string[], gathering: Gathering) => Promise<Gathered>;
type Start = (collect: Collect, mediaType: string, extension: string) => Promise<void>;

/** References in the chosen style: shown and ready to copy where they are few, and as a file. */
function referencePart(
  count: number,
  slugs: () => Promise<readonly string[]>,
  words: Words,
  start: Start,
): HTMLElement {
  const { t } = words;
  const isShown = count <= shownLimit;
  const shown = element('div', { class: 'reference', id: 'cited', hidden: !isShown });
  const copy = ['cite.copyFormatted', 'cite.copyPlain'].map((key) =>
    element(
      'button',
      {
        class: 'btn',
        type: 'button',
        'data-copy': '#cited',
        'data-copied': t('action.copied'),
        'data-plain': key === 'cite.copyPlain',
        hidden: !isShown,
      },
      t(key),
    ),
  );
  let chosen: StyleChoice | undefined;
  const show = async (style: StyleChoice) => {
    chosen = style;
    if (!isShown) return;
    const { signal } = new AbortController();
    shown.replaceChildren(element('p', {}, t('take.loading')));
    shown.dataset['what'] = style.label;
    try {
      const references = await gatherReferences(await slugs(), style, words, { signal, progress: () => undefined });
      if (chosen === style) shown.replaceChildren(...references);
    } catch {
      if (chosen === style) shown.replaceChildren(element('p', {}, t('take.failed')));
    }
  };
  const asText = button(t('take.asText'), () => {
    const style = chosen;
    if (!style) return;
    void start(
      async (taken, gathering) => {
        const references = await gatherReferences(taken, style, words, gathering);
        return { text: referencesText(references), count: references.length };
      },
      'text/plain',
      '.txt',
    );
  });
  return sheetPart(
    t('cite.style'),
    choices(t('cite.style'), words.styles, (style) => void show(style)),
    shown,
    element('p', { class: 'actions' }, ...copy, asText),
  );
}

/** Downloads with their progress, a button to cancel, and a status message; meanwhile the controls are disabled. */
function makeDownloads(
  container: HTMLElement,
  { t }: Words,
  slugs: () => Promise<readonly string[]>,
): {
  readonly state: { readonly controls: readonly HTMLElement[]; readonly cancel: () => void };
  readonly start: Start;
} {
  let running: AbortController | undefined;
  const status = element('p', { class: 'take__status', role: 'status' });
  const bar = element('progress', { class: 'take__progress', hidden: true, 'aria-label': t('take.loading') });
  const cancel = button(t('take.cancel'), () => running?.abort());
  cancel.hidden = true;

  const setBusy = (busy: boolean) => {
    bar.hidden = !busy;
    cancel.hidden = !busy;
    for (const control of container.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input'))
      if (control !== cancel) control.disabled = busy;
  };
  const start: Start = async (collect, mediaType, extension) => {
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
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
    }
  };
  return { state: { controls: [cancel, bar, status], cancel: () => running?.abort() }, start };
}

function button(label: string, click: () => void, lang?: string): HTMLButtonElement {
  const created = element('button', { class: 'btn', type: 'button', lang }, label);
  created.addEventListener('click', click);
  return created;
}

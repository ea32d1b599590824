import { element } from '../page/element.ts';
import { loadWords } from '../page/load-words.ts';
import type { DialogWords } from '../../domain/pages/dialog-words.ts';
import { choices, openSheet, programRow, sheetPart } from './sheet.ts';

/** A file of the publication, with the programs that read it best. */
interface LinkedFile {
  readonly label: string;
  readonly href: string;
  readonly programs: readonly string[];
}

/** Opens the Cite dialog of one publication, from the section with its references and files, of this page or a loaded one. */
export async function citeOne(section: HTMLElement): Promise<void> {
  const words = await loadWords();
  const references = [...section.querySelectorAll('.reference')].map((reference) => ({
    label: reference.querySelector('b')?.textContent ?? '',
    reference,
  }));
  const files = [...section.querySelectorAll<HTMLAnchorElement>('a[download]')].map((link) => ({
    label: link.textContent,
    href: link.href,
    programs: (link.nextElementSibling?.matches('small') ? link.nextElementSibling.textContent : '')
      .split(/[,،]\s*/)
      .filter(Boolean),
  }));
  openSheet(
    words['cite.title'],
    words['action.close'],
    ...(references.length > 0 ? [referencePart(references, section.dataset['doi'], words)] : []),
    programPart(files, references[0] !== undefined, words),
    filePart(files, words),
  );
}

function referencePart(
  references: readonly { readonly label: string; readonly reference: Element }[],
  doi: string | undefined,
  words: DialogWords,
): HTMLElement {
  const shown = element('div', { class: 'reference', id: 'cited' });
  const formatted = copyButton(words['cite.copyFormatted'], '#cited', words, { class: 'btn btn--solid' });
  const plain = copyButton(words['cite.copyPlain'], '#cited', words, { 'data-plain': true });
  const styles = choices(words['cite.style'], references, ({ label, reference }) => {
    shown.replaceChildren(...Array.from(reference.querySelectorAll('p'), (line) => document.importNode(line, true)));
    shown.dataset['what'] = label;
  });
  return sheetPart(
    words['cite.style'],
    styles,
    shown,
    element(
      'p',
      { class: 'actions' },
      formatted,
      plain,
      doi !== undefined && element('span', { hidden: true, id: 'cited-doi' }, doi),
      doi !== undefined && copyButton(words['cite.copyDoi'], '#cited-doi', words, { 'data-what': 'DOI' }),
    ),
  );
}

function programPart(files: readonly LinkedFile[], canCopy: boolean, words: DialogWords): HTMLElement {
  const programs = files
    .flatMap(({ href, programs: own }) => own.map((program) => ({ program, href })))
    .sort((a, b) => (a.program < b.program ? -1 : 1));
  const rows = programs.map(({ program, href }, index) => {
    const control = element('a', { class: 'btn', href, download: true, lang: 'en' }, program);
    return programRow(control, words['cite.opens'].replace('{program}', program), `opens-${index}`);
  });
  const word = copyButton('Word', '#cited', words, { lang: 'en' });
  return sheetPart(
    words['cite.programs'],
    element('ul', { class: 'programs' }, canCopy && programRow(word, words['cite.pastes'], 'pastes'), ...rows),
  );
}

/** The file that is chosen is loaded and shown. */
function filePart(files: readonly LinkedFile[], words: DialogWords): HTMLElement {
  const shown = element('pre', { id: 'cited-file', tabindex: '0', role: 'region', lang: 'en', dir: 'ltr' });
  const copy = copyButton(words['action.copy'], '#cited-file', words);
  const download = element('a', { class: 'btn', download: true }, words['action.download']);
  const output = element('div', { hidden: true }, shown, element('p', { class: 'actions' }, copy, download));
  let chosen: string | undefined;
  const load = async ({ label, href }: LinkedFile) => {
    chosen = href;
    output.hidden = false;
    shown.textContent = '…';
    shown.setAttribute('aria-label', label);
    shown.dataset['what'] = label;
    download.href = href;
    const text = await loadText(href).catch(() => words['take.failed']);
    if (chosen === href) shown.textContent = text;
  };
  const formats = choices(words['cite.files'], files, (file) => void load(file), 'none');
  return sheetPart(words['cite.files'], formats, output);
}

async function loadText(href: string): Promise<string> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answered ${response.status}`);
  return response.text();
}

const copyButton = (
  label: string,
  target: string,
  words: DialogWords,
  more: Readonly<Record<string, string | boolean>> = {},
): HTMLButtonElement =>
  element(
    'button',
    { class: 'btn', type: 'button', 'data-copy': target, 'data-copied': words['action.copied'], ...more },
    label,
  );

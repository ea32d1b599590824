import { element } from '../page/element.ts';

/** Opens a modal dialog. It is removed when it is closed; the browser gives the focus back. */
export function openSheet(title: string, close: string, ...content: readonly Node[]): HTMLDialogElement {
  const sheet = element(
    'dialog',
    { class: 'sheet', 'aria-labelledby': 'sheet-title', closedby: 'any' },
    element(
      'div',
      { class: 'sheet__head' },
      element('h2', { id: 'sheet-title' }, title),
      element('button', { class: 'btn', type: 'button', 'data-close': true }, close),
    ),
    element('p', { class: 'vh', role: 'status' }),
    ...content,
  );
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}

/** A part of the dialog with its heading. */
export const sheetPart = (heading: string, ...content: readonly (Node | undefined)[]): HTMLElement =>
  element('div', { class: 'sheet__part' }, element('h3', {}, heading), ...content);

/** Radio buttons. `chosen` is called with each choice of the reader, and at once with the first one where `start` is `first`. */
export function choices<Choice extends { readonly label: string }>(
  legend: string,
  all: readonly Choice[],
  chosen: (choice: Choice) => void,
  start: 'first' | 'none' = 'first',
): HTMLElement {
  const fieldset = element('fieldset', { class: 'choices' }, element('legend', { class: 'vh' }, legend));
  for (const [index, choice] of all.entries()) {
    const input = element('input', { type: 'radio', name: legend, checked: start === 'first' && index === 0 });
    input.addEventListener('change', () => chosen(choice));
    fieldset.append(element('label', {}, input, element('bdi', { lang: 'en' }, choice.label)));
  }
  if (start === 'first' && all[0]) chosen(all[0]);
  return fieldset;
}

/** A row for a program: a control, and a sentence that says what it does. */
export function programRow(control: HTMLElement, sentence: string, id: string): HTMLLIElement {
  control.setAttribute('aria-describedby', id);
  return element('li', {}, control, element('span', { class: 'small', id }, sentence));
}

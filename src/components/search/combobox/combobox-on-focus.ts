import type { Combobox } from './combobox.ts';

/**
 * Says at once that a field is a combobox, so that screen readers know it when the reader comes to it; `load` loads the code for
 * it only then. What is typed meanwhile is asked for when it is there.
 * `onOpen`: the list opens on focus.
 */
export function comboboxOnFocus(
  input: HTMLInputElement,
  load: () => Promise<Combobox>,
  onOpen = false,
): Pick<Combobox, 'close'> {
  input.role = 'combobox';
  input.ariaExpanded = 'false';
  let made: Combobox | undefined;
  let before = '';
  const make = async () => {
    made = await load();
    if (onOpen || input.value !== before) made.open();
  };
  const start = () => {
    input.removeEventListener('focus', start);
    before = input.value;
    // Without a list, the field still works.
    make().catch(() => input.addEventListener('focus', start));
  };
  input.addEventListener('focus', start);
  if (input === document.activeElement) start();
  return {
    close() {
      before = input.value;
      made?.close();
    },
  };
}

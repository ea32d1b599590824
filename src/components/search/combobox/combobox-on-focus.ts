import type { Combobox } from './combobox.ts';

/**
 * Makes a field a combobox when the reader comes to it: `load` loads the code for it. What is typed meanwhile is asked for then.
 * `onOpen`: the list opens on focus.
 */
export function comboboxOnFocus(
  input: HTMLInputElement,
  load: () => Promise<Combobox>,
  onOpen = false,
): Pick<Combobox, 'close'> {
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

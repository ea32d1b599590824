import type { combobox } from './combobox.ts';

/** Makes a field a combobox when the reader comes to it, and loads the code for it. What is typed meanwhile is asked for then. */
export function comboboxOnFocus(...parts: Parameters<typeof combobox>): { close(): void } {
  const [input, , , , { onOpen = false } = {}] = parts;
  let made: ReturnType<typeof combobox> | undefined;
  let before = '';
  const load = async () => {
    made = (await import('./combobox.ts')).combobox(...parts);
    if (onOpen || input.value !== before) made.open();
  };
  const start = () => {
    input.removeEventListener('focus', start);
    before = input.value;
    // Without a list, the field still works.
    load().catch(() => input.addEventListener('focus', start));
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

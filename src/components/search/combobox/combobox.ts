import { element } from '../../page/element.ts';

/** An option of a listbox. */
export interface Option {
  /** Called when the reader presses Enter on the option, or clicks it. */
  choose(): void;
  readonly content: readonly (Node | string)[];
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Combobox {
  open(): void;
  close(): void;
}

/**
 * The list of a field that is an editable combobox (ARIA Authoring Practices): arrow keys move between options, Enter chooses
 * one, Escape closes the list. `find` returns the options for the typed text, and `announce` a message with their number. `onOpen`: the
 * list opens on focus. `wait`: milliseconds after the last key before `find` is called.
 */
export function combobox(
  input: HTMLInputElement,
  label: string,
  find: (text: string) => Promise<readonly Option[]>,
  announce: (count: number) => string,
  { onOpen = false, wait = 120 }: { readonly onOpen?: boolean; readonly wait?: number } = {},
): Combobox {
  const id = `${input.id}-options`;
  const list = element('ul', { id, role: 'listbox', 'aria-label': label, class: 'options', hidden: true });
  const status = element('p', { class: 'vh', role: 'status' });
  input.after(list, status);
  for (const [name, value] of Object.entries({
    'aria-autocomplete': 'list',
    'aria-controls': id,
    autocomplete: 'off',
  }))
    input.setAttribute(name, value);
  let options: readonly Option[] = [];
  let active = -1;
  let requestNumber = 0;
  let timer = 0;

  const close = () => {
    requestNumber += 1;
    clearTimeout(timer);
    list.hidden = true;
    options = [];
    active = -1;
    list.replaceChildren();
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (index: number) => {
    active = index;
    for (const [position, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(position === index));
      if (position === index) item.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${index}`);
  };
  const show = async () => {
    const number = (requestNumber += 1);
    const found = await find(input.value);
    if (number !== requestNumber || document.activeElement !== input) return;
    if (found.length === 0) return close();
    options = found;
    list.replaceChildren(
      ...found.map(({ content, attributes }, index) =>
        element('li', { ...attributes, id: `${id}-${index}`, role: 'option', 'aria-selected': 'false' }, ...content),
      ),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = announce(found.length);
    activate(-1);
  };
  const choose = (index: number) => {
    const option = options[index];
    close();
    option?.choose();
  };
  // A list that cannot be loaded is not shown; the form still works.
  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show().catch(close), delay);
  };

  input.addEventListener('input', () => schedule(wait));
  if (onOpen) input.addEventListener('focus', () => schedule(0));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      if (active >= 0) {
        event.preventDefault();
        choose(active);
      } else if (onOpen) event.preventDefault();
      else close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return schedule(0);
      const count = options.length;
      activate(event.key === 'ArrowDown' ? ((active + 2) % (count + 1)) - 1 : ((active + count + 1) % (count + 1)) - 1);
    }
  });
  // The field keeps the focus while an option is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (item) choose([...list.children].indexOf(item));
  });
  return { open: () => schedule(0), close };
}

/* The script of every page: theme, dialogs, menus, copying and sharing. */

const root = document.documentElement;

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const control = target?.closest<HTMLElement>('a, button');
  closeMenus(target);
  if (!control) return;
  if (control.matches('[data-theme-toggle]')) switchTheme();
  if (control.matches('[data-copy]')) void copy(control);
  if (control.matches('[data-cite]')) {
    event.preventDefault();
    void openCite();
  }
  if (control instanceof HTMLAnchorElement && control.matches('[data-dialog]') && openDialog(control.hash))
    event.preventDefault();
  const dialog = control.matches('[data-close]') ? control.closest('dialog') : null;
  if (dialog?.open) {
    event.preventDefault();
    dialog.close();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector<HTMLDetailsElement>('details.menu[open]');
  if (menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

// An open menu or card would cover the element that gets the focus next (WCAG 2.2, 2.4.11).
document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element)) return;
  closeMenus(target);
  for (const card of document.querySelectorAll<HTMLElement>(':popover-open'))
    // A card and its button have the same parent.
    if (!card.parentElement?.contains(target)) card.hidePopover();
});

document.addEventListener(
  'toggle',
  ({ target }) => {
    const menu = target instanceof Element ? target.querySelector<HTMLElement>('[data-share]:not([data-ready])') : null;
    if (!menu) return;
    menu.dataset['ready'] = '';
    void import('../publication/share/open-share.ts').then((share) => share.openShare(menu));
  },
  true,
);

addEventListener('hashchange', showTarget);
showTarget();

function switchTheme(): void {
  const dark = root.dataset['theme']
    ? root.dataset['theme'] === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset['theme'] = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', root.dataset['theme']);
  } catch {
    // Storage may be forbidden; the theme then applies to this page only.
  }
}

function closeMenus(except: Element | undefined): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (except === undefined || !menu.contains(except)) menu.open = false;
  }
}

/** Opens the Cite dialog. Its code is loaded now; where that fails, scrolls to the section with the same content. */
async function openCite(): Promise<void> {
  const section = document.getElementById('cite');
  if (!section) return;
  try {
    const dialog = await import('../cite/cite-one.ts');
    await dialog.citeOne(section);
  } catch {
    section.scrollIntoView();
  }
}

function openDialog(hash: string): boolean {
  const dialog = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
  if (!(dialog instanceof HTMLDialogElement)) return false;
  if (!dialog.open) dialog.showModal();
  return true;
}

/** Opens the dialog or `<details>` that the fragment of the address points into. */
function showTarget(): void {
  if (openDialog(location.hash)) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest<HTMLDetailsElement>('details:not([open])');
  if (!closed) return;
  closed.open = true;
  target?.scrollIntoView();
}

/**
 * Copies paragraphs of a reference as HTML and as text, so that a word processor keeps the italics. With `plain`, or where there
 * are no paragraphs, copies text only.
 */
async function writeClipboard(source: HTMLElement, plain: boolean): Promise<void> {
  const paragraphs = [...source.querySelectorAll('p')];
  const text =
    paragraphs.length === 0
      ? source.textContent.trim()
      : paragraphs.map((paragraph) => paragraph.textContent.trim()).join('\n');
  if (plain || paragraphs.length === 0) return navigator.clipboard.writeText(text);
  const blob = (content: string, type: string) => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': blob(text, 'text/plain'),
    'text/html': blob(paragraphs.map(formattedParagraph).join(''), 'text/html'),
  });
  return navigator.clipboard.write([item]);
}

/** A paragraph for other programs, which do not have the styles of this site. */
function formattedParagraph(paragraph: HTMLElement): string {
  const copy = paragraph.cloneNode(true) as HTMLElement;
  for (const capitals of copy.querySelectorAll<HTMLElement>('.small-caps')) capitals.style.fontVariant = 'small-caps';
  for (const marked of [copy, ...copy.querySelectorAll('[class]')]) marked.removeAttribute('class');
  return copy.outerHTML;
}

/** Copies the element that a button names and reports it; selects the text when copying is not allowed. */
async function copy(button: HTMLElement): Promise<void> {
  const source = document.querySelector<HTMLElement>(button.dataset['copy'] ?? '');
  if (source === null) return;
  try {
    await writeClipboard(source, 'plain' in button.dataset);
  } catch {
    getSelection()?.selectAllChildren(source);
    return;
  }
  const { copied = '', what = source.dataset['what'] ?? '' } = button.dataset;
  const status = button.closest('dialog, .menu__body, .embed')?.querySelector('[role="status"]');
  if (status) status.textContent = `${copied} ${what}`.trim();
  const label = button.textContent;
  if (copied === '' || label === copied) return;
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), 2000);
}

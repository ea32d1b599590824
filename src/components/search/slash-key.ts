/*
 * The key / moves the focus to the search field. Users of speech input may trigger it by accident, so it can be switched off
 * (WCAG 2.1.4). It has no effect in fields.
 */

const storageKey = 'slash';
const field = document.querySelector<HTMLInputElement>('[role="search"] input');
const choice = document.querySelector<HTMLInputElement>('[data-slash]');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !isOn()) return;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (!field || target?.isContentEditable || target?.closest('input, textarea, select, dialog')) return;
  event.preventDefault();
  field.focus();
  field.select();
});

if (choice) {
  choice.checked = isOn();
  choice.addEventListener('change', () => {
    try {
      if (choice.checked) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, 'off');
    } catch {
      // Storage may be forbidden; the key then stays on.
    }
  });
}

function isOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

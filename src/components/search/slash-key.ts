/*
 * The key / goes to the search field. Somebody who speaks to the computer may say it by accident, so it can be switched
 * off (WCAG 2.1.4), and it means nothing where something is typed.
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
      // Storage may be forbidden; the key then works.
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

/* The choice between the explanation and the abstract. The script in the head has already applied what was chosen before. */

const readingChoice = document.querySelector<HTMLElement>('[data-reading-choice]');
if (readingChoice) {
  const root = document.documentElement;
  const chosen = root.dataset['reading'] ?? 'both';
  for (const input of readingChoice.querySelectorAll('input')) input.checked = input.value === chosen;
  readingChoice.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    root.dataset['reading'] = target.value;
    try {
      localStorage.setItem('reading', target.value);
    } catch {
      // Storage may be forbidden; the choice then applies to this page only.
    }
  });
}

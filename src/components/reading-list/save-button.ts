import { loadWords } from '../page/load-words.ts';
import { openReadingList } from './reading-list.ts';

/* The button that saves the publication of the page. */

const button = document.querySelector<HTMLButtonElement>('[data-save]');
if (button) startButton(button);

function startButton(toggle: HTMLButtonElement): void {
  const { save: slug = '', root = '/' } = toggle.dataset;
  const status = document.querySelector('[data-save-status]');
  const draw = (saved: boolean) => toggle.setAttribute('aria-pressed', String(saved));
  const say = async (key: 'saved.addedOne' | 'saved.removed' | 'saved.refused') => {
    if (!status) return;
    // The button shows success; only a failure needs a visible message.
    status.classList.toggle('vh', key !== 'saved.refused');
    status.textContent = (await loadWords())[key];
  };
  try {
    const list = openReadingList(root);
    const isSaved = () => list.slugs().includes(slug);
    draw(isSaved());
    list.watch(() => draw(isSaved()));
  } catch {
    // Storage is not allowed; a click shows a message.
  }
  toggle.addEventListener('click', () => {
    try {
      const list = openReadingList(root);
      const before = list.slugs();
      const saved = before.includes(slug);
      list.save(saved ? before.filter((other) => other !== slug) : [...before, slug]);
      draw(!saved);
      void say(saved ? 'saved.removed' : 'saved.addedOne');
    } catch {
      void say('saved.refused');
    }
  });
}

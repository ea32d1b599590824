import { h, render, type ComponentChild } from 'preact';
import type { Store } from '../stores/store.ts';
import { App } from './app.ts';
import { chosenLanguage } from './language-choice.ts';
import { prepareZod } from './prepare-zod.ts';
import type { DeskSettings } from './session.ts';
import { loadWords } from './strings/desk-words.ts';

/** Shows the desk in an element of the page. */
export async function startDesk(root: HTMLElement, store: Store, settings: DeskSettings): Promise<void> {
  render(await openDesk(store, settings), root);
}

/** The desk, with the words of the language that its user has chosen. */
export async function openDesk(store: Store, settings: DeskSettings): Promise<ComponentChild> {
  prepareZod();
  await loadWords(chosenLanguage(settings.locales));
  return h(App, { store, settings });
}

import { h, render, type ComponentChild } from 'preact';
import { config } from 'zod';
import type { Store } from '../stores/store.ts';
import { App } from './app.ts';
import type { DeskSettings } from './session.ts';

/** Shows the desk in an element of the page. */
export function startDesk(root: HTMLElement, store: Store, settings: DeskSettings): void {
  render(deskView(store, settings), root);
}

export function deskView(store: Store, settings: DeskSettings): ComponentChild {
  // Otherwise Zod tries whether it may compile texts, which the policy of the page forbids and the browser reports.
  config({ jitless: true });
  return h(App, { store, settings });
}

import { h, render } from 'preact';
import type { Store } from '../stores/store.ts';
import { App } from './app.ts';
import type { DeskSettings } from './session.ts';

/** Shows the desk in an element of the page. */
export const startDesk = (root: HTMLElement, store: Store, settings: DeskSettings): void =>
  render(h(App, { store, settings }), root);

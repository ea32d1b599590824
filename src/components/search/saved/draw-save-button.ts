import { element } from '../../page/element.ts';
import { part, type Page } from '../page-parts.ts';
import { savedSearchesKey } from './saved-searches-key.ts';
import { asks, type SearchState } from '../search-state.ts';

/**
 * Shows the button that saves the search, pressed while it is saved, and what is saved. The code for this is loaded for a reader who saves a search, or who
 * has saved one. `documents`: numbers of the found publications.
 */
export async function drawSaveButton(page: Page, state: SearchState, documents: readonly number[]): Promise<void> {
  const { t, root } = page.words;
  const button = part('save-search');
  const load = () => import('./draw-saved.ts');
  button.hidden = !asks(state);
  const drawPressed = (isSaved: boolean) => button.setAttribute('aria-pressed', String(isSaved));
  drawPressed(false);
  button.onclick = async () => {
    try {
      drawPressed(await (await load()).toggleSaved(page, state, documents));
    } catch {
      part('saved').replaceChildren(element('p', { role: 'alert' }, t('saved.refused')));
    }
  };
  part('saved').replaceChildren();
  if (hasSaved(root)) await (await load()).drawSaved(page, state, documents);
}

function hasSaved(root: string): boolean {
  try {
    return localStorage.getItem(savedSearchesKey(root)) !== null;
  } catch {
    // Storage may be forbidden; then nothing is saved.
    return false;
  }
}

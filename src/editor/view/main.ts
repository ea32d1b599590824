import { folderStore, type FolderStoreSettings } from '../stores/folder-store.ts';
import type { DeskSettings } from './session.ts';
import { startDesk } from './start-desk.ts';

// The desk of the development server. The page holds its settings.
const root = document.getElementById('desk');
const written = document.getElementById('desk-settings')?.textContent;
if (!root || !written) throw new Error('The page has no place or no settings for the desk.');
const settings = JSON.parse(written) as DeskSettings & FolderStoreSettings;
// An import of the style would bring the client of Vite, which loads the page again after every save.
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('./desk.css', import.meta.url).href;
style.addEventListener('load', () => void startDesk(root, folderStore(settings), settings));
document.head.append(style);

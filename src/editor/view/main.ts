import './desk.css';
import { folderStore, type FolderStoreSettings } from '../stores/folder-store.ts';
import type { DeskSettings } from './session.ts';
import { startDesk } from './start-desk.ts';

// The desk of the development server. The page holds its settings.
const root = document.getElementById('desk');
const written = document.getElementById('desk-settings')?.textContent;
if (!root || !written) throw new Error('The page has no place or no settings for the desk.');
const settings = JSON.parse(written) as DeskSettings & FolderStoreSettings;
startDesk(root, folderStore(settings), settings);

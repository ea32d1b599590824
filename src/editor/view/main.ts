import './desk.css';
import { deskElement, settingsElement } from '../model/published-settings.ts';
import { folderStore, type FolderStoreSettings } from '../stores/folder-store.ts';
import type { DeskSettings } from './session.ts';
import { startDesk } from './start-desk.ts';

// The desk of the development server. The page holds its settings.
const root = document.getElementById(deskElement);
const written = document.getElementById(settingsElement)?.textContent;
if (!root || !written) throw new Error('The page lacks the element of the desk or its settings.');
const settings = JSON.parse(written) as DeskSettings & FolderStoreSettings;
void startDesk(root, folderStore(settings), settings);

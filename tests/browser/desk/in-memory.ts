import '../../../src/editor/view/desk.css';
import type { DeskProblem } from '../../../src/editor/model/record.ts';
import type { ImportPreview } from '../../../src/editor/stores/store.ts';
import { startDesk } from '../../../src/editor/view/start-desk.ts';
import { memoryStore, type MemoryStore } from './memory-store.ts';

declare global {
  /** What a test puts into the page before the desk starts. */
  var desk: {
    readonly files: Readonly<Record<string, string>>;
    readonly problems?: readonly DeskProblem[];
    readonly found?: ImportPreview;
    store?: MemoryStore;
  };
}

const root = document.getElementById('desk-root');
if (!root) throw new Error('The page has no place for the desk.');
const store = memoryStore(globalThis.desk.files);
store.problems = globalThis.desk.problems ?? [];
if (globalThis.desk.found) store.found = globalThis.desk.found;
globalThis.desk.store = store;
void startDesk(root, store, {
  base: '',
  locales: ['en', 'fa'],
  institute: 'Institute of Invented Sciences',
  holdsCode: true,
});

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a heap that is worth the time. */
const largeHeap = 128e6;

/**
 * Gives back to the system what the heap of this thread no longer needs, before threads or much data are added: by itself, V8 would
 * keep it until the heap has grown by half.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().total_heap_size < largeHeap) return;
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as NodeJS.GCFunction)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

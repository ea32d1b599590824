import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes by which a heap has grown when collecting it is worth the time: compiled code goes with the garbage. */
const largeGrowth = 192e6;

const usedBytes = (): number => getHeapStatistics().used_heap_size;

/** What the heap of this thread held when it was collected last. */
let held = usedBytes();

/**
 * Gives back to the system what the heap of this thread no longer needs, before threads or much data are added: by itself, V8 would
 * keep it until the heap has grown by half.
 */
export function collectGarbage(): void {
  if (usedBytes() - held < largeGrowth) return;
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as NodeJS.GCFunction)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  held = usedBytes();
}

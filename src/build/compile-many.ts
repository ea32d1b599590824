import { availableParallelism } from 'node:os';
import { feedThreads } from '../rendering/feed-threads.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import type { NewSource } from '../store/source-table.ts';
import type { CompileMany } from './read-content.ts';

/** Up to this many files are compiled in this thread: to start others would take longer. */
const singleThreadLimit = 150;
const batchSize = 100;
/** Megabytes. Without limits, the heap of a thread grows far beyond what it needs. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

/** Returns a function that compiles content files; many files in as many threads as there are cores, up to eight. */
export function compileMany(
  folder: string,
  context: CompileContext,
  progress: (done: number, total: number) => void,
): CompileMany {
  return async (paths, save) => {
    if (paths.length === 0) return;
    if (paths.length <= singleThreadLimit) {
      // The compiler is loaded only when there is something to compile.
      const { compileSource } = await import('./compile-source.ts');
      save(paths.map((path) => compileSource(folder, path, context)));
      return;
    }
    let next = 0;
    let done = 0;
    await feedThreads<readonly string[], readonly NewSource[]>({
      script: new URL('./compile-worker.ts', import.meta.url),
      options: { workerData: { folder, context }, resourceLimits },
      threads: Math.min(availableParallelism(), 8),
      next() {
        const batch = paths.slice(next, next + batchSize);
        next += batch.length;
        return batch.length > 0 ? batch : undefined;
      },
      take(compiled) {
        save(compiled);
        done += compiled.length;
        progress(done, paths.length);
      },
      describe: (batch) => `read ${batch[0]} to ${batch.at(-1)}`,
      hint: 'please report it, with the file at which it stops: move half of them away and try again until you know it',
    });
  };
}

import { availableParallelism } from 'node:os';
import { feedThreads } from '../rendering/feed-threads.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import { compileSource, type CompiledSource, type CompileMany } from './read-content.ts';

/** Files that are compiled faster in this thread than a thread starts. */
const fewFiles = 150;
const batchSize = 100;
/** A thread left to itself lets its heap grow far beyond what it needs; megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

/** Compiles content files, in as many threads as there are cores when there are many. */
export function compileMany(
  folder: string,
  context: CompileContext,
  progress: (done: number, total: number) => void,
): CompileMany {
  return async (paths, save) => {
    if (paths.length <= fewFiles) {
      save(paths.map((path) => compileSource(folder, path, context)));
      return;
    }
    let next = 0;
    let done = 0;
    await feedThreads<readonly string[], readonly CompiledSource[]>({
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

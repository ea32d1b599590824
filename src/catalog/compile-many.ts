import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompileContext } from './compile-report.ts';
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
    const batches = Array.from({ length: Math.ceil(paths.length / batchSize) }, (_, index) =>
      paths.slice(index * batchSize, (index + 1) * batchSize),
    );
    let next = 0;
    let done = 0;
    const work = (): Promise<void> =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
          workerData: { folder, context },
          resourceLimits,
        });
        let finished = false;
        const send = () => {
          const batch = batches[next];
          next += 1;
          finished = batch === undefined;
          worker.postMessage(batch);
        };
        worker.on('message', (compiled: readonly CompiledSource[]) => {
          send();
          save(compiled);
          done += compiled.length;
          progress(done, paths.length);
        });
        worker.once('error', reject);
        worker.once('exit', () =>
          finished ? resolve() : reject(new Error('a thread ended before its files were compiled')),
        );
        send();
      });
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 8) }, work));
  };
}

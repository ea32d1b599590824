import { Worker, type WorkerOptions } from 'node:worker_threads';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { collectGarbage } from '../project/collect-garbage.ts';

export interface ThreadPool<Batch, Reply> {
  /** Replies to each message with one message, and closes its port when it receives `undefined`. */
  readonly script: URL;
  readonly options: WorkerOptions;
  readonly threads: number;
  /** The next batch for a thread, by its number from 0; undefined when no work remains. */
  readonly next: (thread: number) => Batch | undefined | Promise<Batch | undefined>;
  readonly take: (reply: Reply) => void;
  /** Work that runs at the same time and that the result needs: when it fails, all threads end. */
  readonly sideTask?: Promise<unknown>;
  /** What the thread does with a batch, for the message of a failure: `reads a.mdx`. */
  readonly describe: (batch: Batch) => string;
  /** What the user can do when a thread fails. */
  readonly hint: string;
}

/**
 * Starts threads and sends each one batch after another. Throws what `next`, `take` and `sideTask` throw, and a
 * {@link UserFixableError} when a thread fails or ends too early. All threads have ended when it throws.
 *
 * Not a pool such as piscina, which takes finished tasks: here a batch is made when a thread is free, may wait for results of
 * other batches, and is named in the message when its thread dies.
 */
export async function feedThreads<Batch, Reply>(pool: ThreadPool<Batch, Reply>): Promise<void> {
  collectGarbage();
  const workers: Worker[] = [];
  const start = (_: unknown, thread: number) => {
    const worker = new Worker(pool.script, pool.options);
    workers.push(worker);
    return feed(worker, thread, pool);
  };
  try {
    await Promise.all([pool.sideTask, ...Array.from({ length: pool.threads }, start)]);
  } catch (error) {
    // The other threads would wait forever for their next batch.
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  }
}

function feed<Batch, Reply>(
  worker: Worker,
  thread: number,
  { next, take, describe, hint }: ThreadPool<Batch, Reply>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let batch: Batch | undefined;
    let finished = false;
    const post = (sent: Batch | undefined) => {
      batch = sent;
      finished = batch === undefined;
      worker.postMessage(batch);
    };
    const send = () => {
      const found = next(thread);
      if (found instanceof Promise) found.then(post).catch(reject);
      else post(found);
    };
    const fail = (what: string, advice: string, cause?: unknown) =>
      reject(
        new UserFixableError(
          `a thread ${what}${batch === undefined ? '' : ` while it ${describe(batch)}`}`,
          advice,
          cause,
        ),
      );
    worker.on('message', (reply: Reply) => {
      try {
        // The thread works on its next batch while `take` runs.
        send();
        take(reply);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.once('error', (error: unknown) => {
      if (isOutOfMemory(error)) fail('had no memory left', 'divide what is very large there into several files', error);
      else fail(`failed (${firstLine(error)})`, hint, error);
    });
    worker.once('exit', () => (finished ? resolve() : fail('ended too early', hint)));
    send();
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.trim();

import { Worker, type WorkerOptions } from 'node:worker_threads';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

export interface Feeding<Batch, Reply> {
  /** Answers each message with one, and closes its port at `undefined`. */
  readonly script: URL;
  readonly options: WorkerOptions;
  readonly threads: number;
  /** The work that a thread gets now; undefined when there is none left for it. */
  readonly next: () => Batch | undefined | Promise<Batch | undefined>;
  readonly take: (reply: Reply) => void;
  /** Other work, without which this has no use: when it fails, all threads are ended. */
  readonly beside?: Promise<unknown>;
  /** What is done with a batch, for the message of a failure: `reads a.mdx`. */
  readonly name: (batch: Batch) => string;
  /** What to do where a thread fails over a batch. */
  readonly hint: string;
}

/**
 * Gives each thread one batch after another. Throws what `next`, `take` and `beside` throw, and an obstacle where a thread fails or
 * ends before its time; then the others are ended as well.
 *
 * Not a pool such as piscina, which is given tasks: here a batch is made when a thread is free for it, waits for what other
 * batches have found, and is named when its thread dies.
 */
export async function feedThreads<Batch, Reply>(feeding: Feeding<Batch, Reply>): Promise<void> {
  const workers: Worker[] = [];
  const start = () => {
    const worker = new Worker(feeding.script, feeding.options);
    workers.push(worker);
    return feed(worker, feeding);
  };
  try {
    await Promise.all([feeding.beside, ...Array.from({ length: feeding.threads }, start)]);
  } catch (error) {
    // The others would wait for ever for a batch that does not come.
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  }
}

function feed<Batch, Reply>(worker: Worker, { next, take, name, hint }: Feeding<Batch, Reply>): Promise<void> {
  return new Promise((resolve, reject) => {
    let batch: Batch | undefined;
    let finished = false;
    const give = (given: Batch | undefined) => {
      batch = given;
      finished = batch === undefined;
      worker.postMessage(batch);
    };
    const send = () => {
      const given = next();
      if (given instanceof Promise) given.then(give).catch(reject);
      else give(given);
    };
    const fail = (what: string, todo: string, cause?: unknown) =>
      reject(
        new UserFixableError(`a thread ${what}${batch === undefined ? '' : ` while it ${name(batch)}`}`, todo, cause),
      );
    worker.on('message', (reply: Reply) => {
      try {
        // The thread goes on while its reply is taken.
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
    worker.once('exit', () => (finished ? resolve() : fail('ended before its time', hint)));
    send();
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.trim();

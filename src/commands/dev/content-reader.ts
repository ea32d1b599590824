import { Worker } from 'node:worker_threads';
import type { Asset } from '../../compile/read-assets.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { UserFixableError } from '../../domain/problems/user-fixable-error.ts';
import type { Settings } from '../../project/settings.ts';

export interface ReadRequest {
  /** See `ReadOptions.keepSite`. */
  readonly keepSite: boolean;
  /** True until there is a search index: a large one is not made again on every change. */
  readonly indexesAll: boolean;
}

/** What the reading found. */
export interface ContentRead {
  /** Absent when site.yaml has errors. */
  readonly site: Site | undefined;
  readonly problems: readonly Problem[];
  readonly assets: readonly Asset[];
  /** Changes when a body with components does; absent when nothing was planned. */
  readonly components: string | undefined;
}

export type ReadReply =
  /** The files that have changed are in the store, not yet connected with the rest. `readable`: each has a record. */
  | { readonly type: 'files'; readonly readable: boolean }
  | ({ readonly type: 'content' } & ContentRead)
  | { readonly type: 'index' }
  | { readonly type: 'index failed'; readonly message: string };

export interface ReaderEvents {
  /** The pages of changed files can be shown, where the rest takes long. */
  readonly changed: () => void;
  readonly read: (content: ContentRead, milliseconds: number) => void;
  readonly indexed: () => void;
  readonly indexFailed: (message: string) => void;
}

/** A reading that has begun. `isConnecting`: its files are in the store. */
interface Reading extends PromiseWithResolvers<void> {
  readonly start: number;
  isConnecting: boolean;
}

/**
 * Reads the content in a thread, so that pages are answered meanwhile: connecting a hundred thousand publications takes seconds.
 * Returns a function that reads. Its promise resolves when all that was written before the call is read, and rejects where the
 * thread fails. `longReading`: milliseconds of a reading from which changed pages are shown before all is read, and a newer
 * change ends it.
 */
export function startReader(settings: Settings, events: ReaderEvents, longReading = 700): () => Promise<void> {
  let worker: Worker | undefined;
  let active: Reading | undefined;
  /** The next reading, where something has changed since the active one began. */
  let next: PromiseWithResolvers<void> | undefined;
  let keepSite = false;
  let indexesAll = true;
  /** Milliseconds of the last whole reading. */
  let duration = 0;

  const begin = (): Promise<void> => {
    active = { start: performance.now(), isConnecting: false, ...Promise.withResolvers<void>() };
    worker ??= startThread();
    worker.postMessage({ keepSite, indexesAll } satisfies ReadRequest);
    return active.promise;
  };
  const startThread = (): Worker => {
    const thread = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: settings });
    thread.on('message', take);
    const fail = (error: Error): void => {
      if (worker !== thread) return;
      worker = undefined;
      end((reading) => reading.reject(withHint(error)));
    };
    thread.once('error', fail);
    thread.once('exit', (code) =>
      fail(new Error(`the thread that reads the content ended with the exit code ${code}`)),
    );
    return thread;
  };
  const take = (reply: ReadReply): void => {
    switch (reply.type) {
      case 'files':
        if (active) active.isConnecting = true;
        if (next) interrupt();
        else if (reply.readable && duration >= longReading) events.changed();
        break;
      case 'content':
        keepSite ||= reply.site !== undefined;
        duration = performance.now() - (active?.start ?? 0);
        events.read(reply, duration);
        end((reading) => reading.resolve());
        break;
      case 'index':
        indexesAll = false;
        events.indexed();
        break;
      case 'index failed':
        events.indexFailed(reply.message);
    }
  };
  const end = (answer: (reading: Reading) => void): void => {
    const ended = active;
    const following = next;
    active = undefined;
    next = undefined;
    if (ended) answer(ended);
    following?.resolve(begin());
  };
  /** Ends the thread of a long reading for a newer one. The store has all that a transaction wrote, or nothing of it. */
  const interrupt = (): void => {
    if (!worker || !active?.isConnecting || duration < longReading) return;
    const following = next?.promise;
    worker.removeAllListeners();
    void worker.terminate().then(() => end((reading) => reading.resolve(following)));
    worker = undefined;
  };
  return () => {
    if (!active) return begin();
    next ??= Promise.withResolvers<void>();
    interrupt();
    return next.promise;
  };
}

/** Errors of a thread lose their class. */
const withHint = (error: Error): Error =>
  'hint' in error && typeof error.hint === 'string' ? new UserFixableError(error.message, error.hint, error) : error;

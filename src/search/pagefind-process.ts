import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { close } from 'pagefind';

/** Pagefind's process while an index is made. */
export interface WatchedProcess<Made> {
  readonly made: Made;
  /** Ends the process, which frees its memory. */
  release(): Promise<unknown>;
}

/**
 * Calls `start`, which starts Pagefind's process, and then `exited` when that process ends before `release`. The
 * documented interface of Pagefind does not report that end: its promises stay pending. The only file that uses internals
 * of Pagefind and Node: the process comes from a diagnostics channel, which Node may drop in any version
 * (https://nodejs.org/api/diagnostics_channel.html#process). Without it, indexes are the same, and a process that ends is
 * not noticed. tests/unit/search/pagefind-process.mocked.test.ts names the version of Pagefind that has these internals.
 */
export function watchPagefind<Made>(
  start: () => Made,
  exited: (code: number | null, signal: string | null) => void,
): WatchedProcess<Made> {
  let child: ChildProcess | undefined;
  const onSpawn = (message: unknown) => ({ process: child } = message as { process: ChildProcess });
  subscribe('child_process', onSpawn);
  const made = start();
  unsubscribe('child_process', onSpawn);
  const onExit = (code: number | null, signal: string | null) => {
    exited(code, signal);
    // Rejects the promises that wait for an answer.
    void close();
  };
  child?.once('exit', onExit);
  const { stdin } = child ?? {};
  if (stdin) {
    // Pagefind prints a stack trace when its process takes no more input; `exited` reports that end.
    stdin.removeAllListeners('error').on('error', () => {});
    const write = stdin.write.bind(stdin) as (text: string) => boolean;
    stdin.write = (text: string) => write(text);
  }
  return {
    made,
    release() {
      child?.off('exit', onExit);
      return close();
    },
  };
}

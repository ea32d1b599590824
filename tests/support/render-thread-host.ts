import { syncBuiltinESMExports } from 'node:module';
import threads, { type MessagePort } from 'node:worker_threads';

/* The thread of keep-render-thread.ts: runs the script of one thread after another, each with its data, environment and port. */

interface Start {
  readonly script: string;
  readonly workerData: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly port: MessagePort;
}

const host = threads.parentPort!;
let started = 0;

host.on('message', ({ script, workerData, env, port }: Start) => {
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  Object.assign(threads, { workerData, parentPort: port });
  syncBuiltinESMExports();
  port.once('close', () => host.postMessage('free'));
  started += 1;
  // The script is evaluated anew, and what it imports is kept.
  void import(`${script}?start=${started}`);
});

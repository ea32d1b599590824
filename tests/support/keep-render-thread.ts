import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import threads, { MessageChannel, type MessagePort, type Worker, type WorkerOptions } from 'node:worker_threads';

/*
 * Every build starts a thread that loads the templates and all that renders, which takes longer than the pages of a small site.
 * The builds of a test process render in one thread, one after the other; it keeps modules, as the development server does. Tests
 * compare its bytes with those of the commands, which are processes of their own.
 */
const host = new URL('./render-thread-host.ts', import.meta.url);
const { Worker: OwnWorker } = threads;
const free: Worker[] = [];

/** Stands for a thread that ends with its build. The kept thread itself ends when it fails, or is ended. */
class KeptThread extends EventEmitter {
  readonly #thread: Worker;
  readonly #port: MessagePort;

  constructor(script: URL, { workerData, ...options }: WorkerOptions) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1.on('message', (message) => this.emit('message', message));
    const thread = free.pop() ?? new OwnWorker(host, options);
    this.#thread = thread;
    thread.ref();
    const fail = (error: unknown) => this.emit('error', error);
    const exit = (code: number) => this.emit('exit', code);
    thread.once('error', fail).once('exit', exit);
    thread.once('message', () => {
      thread.off('error', fail).off('exit', exit);
      thread.unref();
      free.push(thread);
      exit(0);
    });
    const env = { ...process.env };
    thread.postMessage({ script: script.href, workerData: workerData as unknown, env, port: port2 }, [port2]);
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  terminate(): Promise<number> {
    return this.#thread.terminate();
  }
}

if (OwnWorker.name !== 'KeptOrOwn') {
  threads.Worker = function KeptOrOwn(script: URL | string, options: WorkerOptions = {}) {
    const isRender = script instanceof URL && script.pathname.endsWith('/src/rendering/render-worker.ts');
    return isRender ? new KeptThread(script, options) : new OwnWorker(script, options);
  } as unknown as typeof Worker;
  syncBuiltinESMExports();
}

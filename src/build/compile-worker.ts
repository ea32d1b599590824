import { parentPort, workerData } from 'node:worker_threads';
import type { CompileContext } from '../compile/compile-report.ts';
import { compileSource } from './compile-source.ts';

const { folder, context } = workerData as { folder: string; context: CompileContext };

parentPort?.on('message', (paths: readonly string[] | undefined) => {
  if (!paths) parentPort?.close();
  else parentPort?.postMessage(paths.map((path) => compileSource(folder, path, context)));
});

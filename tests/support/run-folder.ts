import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that the test files of one run share; empty when the run begins. */
    readonly runFolder: string;
  }
}

/** Creates the folder before the first test of a run, and removes it after the last. */
export default function makeRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-run-'));
  project.provide('runFolder', folder);
  // Hundreds of processes load the same modules: share the compiled code.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // In watch mode, tests run again after a change of the sources.
  project.onTestsRerun(() => {
    remove();
    mkdirSync(folder);
  });
  return remove;
}

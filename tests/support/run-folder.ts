import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the files of one run of the tests have in common; empty when the run begins. */
    readonly runFolder: string;
  }
}

/** Makes the folder before the first test of a run, and removes it after the last. */
export default function makeRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-run-'));
  project.provide('runFolder', folder);
  // Hundreds of processes load the same modules: they are compiled once, and found by their text.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // While the tests are watched, a change of the sources is why they run again.
  project.onTestsRerun(() => {
    remove();
    mkdirSync(folder);
  });
  return remove;
}

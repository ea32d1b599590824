import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../project/settings.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { readFileLines } from '../render-job.ts';

/** Pages and files of the last build whose files were changed or deleted since, by `address\nlocale`. */
export type AlteredFiles = ReadonlySet<string>;

/** With fewer bytes in the catalog, starting a thread takes longer than looking at the files. */
const threadLimit = 16_000_000;

/**
 * Finds the altered files of the published site in a thread, while this thread reads the content: a large site has half a million
 * files. Undefined where the site is small, or where the thread fails: then this thread looks itself, and reports the error.
 */
export function findAlteredInThread(
  { catalogFile, outDir }: Pick<Settings, 'catalogFile' | 'outDir'>,
  smallest = threadLimit,
): Promise<AlteredFiles | undefined> {
  const stats = statSync(catalogFile, { throwIfNoEntry: false });
  if (stats === undefined || stats.size < smallest) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./altered-worker.ts', import.meta.url), { workerData: { catalogFile, outDir } });
    worker.once('message', (altered: AlteredFiles) => resolve(altered));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

/** The files of the last build that are not in the output folder with the size and time of that build. */
export function findAltered(store: CatalogStore, outDir: string): AlteredFiles {
  const altered = new Set<string>();
  for (const { address, locale, files } of store.rendered())
    if (!filesExist(outDir, files)) altered.add(`${address}\n${locale}`);
  return altered;
}

/** True when all files are published with the size and time of the last build. */
function filesExist(outDir: string, files: string): boolean {
  for (const { path, size, mtime } of readFileLines(files)) {
    const stats = statSync(join(outDir, path), { throwIfNoEntry: false });
    if (stats?.size !== size || stats.mtimeMs !== mtime) return false;
  }
  return true;
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../project/settings.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { readFileLines } from '../render-job.ts';

/** Pages and files of the last build whose files were changed or deleted since, by `address\nlocale`. */
export type AlteredFiles = ReadonlySet<string>;

/** With fewer bytes in the catalog, to start a thread takes longer than to look at the files. */
const threadLimit = 16_000_000;

/**
 * Finds the altered files of the published site in a thread, because a large site has half a million, while this thread reads
 * the content. Undefined where the site is small, and where the thread cannot read the catalog: this thread finds out why.
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

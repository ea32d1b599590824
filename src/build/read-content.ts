import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../domain/problems/problem.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { SourceStamp } from '../store/source-rows.ts';
import type { NewSource } from '../store/source-table.ts';
import { readSource } from './content/source-stamp.ts';
import { listContent } from './list-content.ts';

/** Compiles files, in several threads where there are many, and passes the results to `save` in batches. */
export type CompileMany = (paths: readonly string[], save: (compiled: readonly NewSource[]) => void) => Promise<void>;

/** What {@link readContent} did: `total` files are in the folder; the others are counted since the last run. */
export interface ContentChange {
  readonly total: number;
  /** Paths of the files that were compiled. */
  readonly compiled: readonly string[];
  readonly removed: number;
  /** Paths of the other files beside publications. */
  readonly others: ReadonlySet<string>;
  /** Problems of the folder itself, such as files that are not read. */
  readonly problems: readonly Problem[];
}

/** Updates the store from the content folder. A file with the same time and size as before is not read again. */
export async function readContent(folder: string, store: CatalogStore, compile: CompileMany): Promise<ContentChange> {
  const problems: Problem[] = [];
  const { files, others } = listContent(folder, problems);
  const hash = createHash('sha256');
  for (const [path, { mtimeMs, size }] of files) hash.update(`${path} ${mtimeMs} ${size}\n`);
  const listing = hash.digest('base64url');
  // The store is read file by file only where a file differs.
  if (store.setting('listing') === listing) return { total: files.size, compiled: [], removed: 0, others, problems };
  store.setSetting('listing', '');
  const stamps = store.sources.stamps();
  const stale: [path: string, known: SourceStamp | undefined][] = [];
  for (const [path, stats] of files) {
    const known = stamps.get(path);
    stamps.delete(path);
    if (!known || known.mtime !== stats.mtimeMs || known.size !== stats.size) stale.push([path, known]);
  }
  const changed: string[] = [];
  for (const [path, known] of stale) {
    // Only the time is new, as after a fresh checkout: the digest shows whether the content is.
    if (known && known.size === files.get(path)?.size) {
      const fresh = readSource(join(folder, path))?.stamp;
      if (fresh?.digest === known.digest) {
        store.sources.restamp(path, fresh);
        continue;
      }
    }
    changed.push(path);
  }
  await compile(changed, (batch) => {
    store.transaction(() => {
      for (const source of batch) store.sources.save(source);
    });
  });
  if (stamps.size > 0) {
    store.transaction(() => {
      for (const path of stamps.keys()) store.sources.remove(path);
    });
  }
  store.setSetting('listing', listing);
  return { total: files.size, compiled: changed, removed: stamps.size, others, problems };
}

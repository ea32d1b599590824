import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { busyTimeout, isDamaged } from './catalog-file.ts';

/**
 * Copies a catalog for a build with another output folder, so that nothing is read or proved again; also while a process writes
 * to it. Rows about the published site are not copied. Does nothing where there is no catalog, or where
 * it is damaged.
 */
export function copyCatalog(from: string, to: string): void {
  if (!existsSync(from)) return;
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  try {
    const source = new DatabaseSync(from, { timeout: busyTimeout });
    try {
      source.prepare('vacuum into ?').run(unfinished);
    } finally {
      source.close();
    }
    const copy = new DatabaseSync(unfinished);
    try {
      copy.exec("delete from rendered; delete from setting where name = 'published'; delete from last_good");
    } finally {
      copy.close();
    }
    renameSync(unfinished, to);
  } catch (error) {
    if (!isDamaged(error)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

/*
 * A build writes beside the published folder and changes it at the end, so a build that fails or is killed leaves the
 * last good site as it was. There are two ways to end:
 * - `swap`: the new site is complete in its own folder (unchanged files are hard links), and takes the old one's place;
 * - `patch`: only the few files that changed are in the new folder, and move into the old one. A journal is written
 *   first, and a move that was interrupted is completed by the next command, so a site is never left half changed.
 */

export type Publishing = 'swap' | 'patch';

/** Where a build writes before it publishes. */
export interface Staging {
  readonly folder: string;
  readonly mode: Publishing;
}

/** Marks a folder as written by Colophon, which may therefore replace it. */
export const markerFile = '.colophon';
const markerText = 'Colophon writes this folder and replaces it on every build. Put your own files into public/.\n';

/** Takes the output folder for this build: one build at a time, and never a folder that holds something else. */
export function lockOutput(outDir: string): () => void {
  mkdirSync(dirname(outDir), { recursive: true });
  const lock = beside(outDir, 'lock');
  for (let attempt = 0; ; attempt += 1) {
    try {
      takeLock(lock);
      break;
    } catch (error) {
      if (!isCode(error, 'EEXIST') || attempt > 2) throw error;
      const owner = ownerOf(lock);
      if (owner === undefined) continue;
      if (owner !== process.pid && isRunning(owner)) {
        throw new UserFixableError(
          `another build (process ${owner}) is writing ${outDir}`,
          'wait for it to end, or set OUT_DIR to another folder',
        );
      }
      rmSync(lock, { force: true });
    }
  }
  recoverOutput(outDir);
  if (existsSync(outDir) && !statSync(outDir).isDirectory()) {
    rmSync(lock, { force: true });
    throw new UserFixableError(
      `${outDir} is a file, and the site needs a folder`,
      'set OUT_DIR to a folder, or move the file away',
    );
  }
  if (existsSync(outDir) && readdirSync(outDir).length > 0 && !existsSync(join(outDir, markerFile))) {
    rmSync(lock, { force: true });
    throw new UserFixableError(
      `${outDir} holds files that Colophon did not write, and a build would delete them`,
      'set OUT_DIR to an empty folder, or move the files away',
    );
  }
  return () => {
    // A build that failed leaves nothing behind; one that is being published is completed by the next command.
    if (!existsSync(beside(outDir, 'journal'))) {
      rmSync(`${beside(outDir, 'journal')}.part`, { force: true });
      rmSync(beside(outDir, 'next'), { recursive: true, force: true });
    }
    rmSync(lock, { force: true });
  };
}

/** Writes the lock with its owner in one step, so that nobody reads it half written. Throws EEXIST where there is one. */
function takeLock(lock: string): void {
  const own = `${lock}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    linkSync(own, lock);
  } catch (error) {
    if (isCode(error, 'EEXIST') || !existsSync(own) || statSync(own).size === 0) throw error;
    // A disk without hard links.
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } finally {
    rmSync(own, { force: true });
  }
}

/** Process that holds a lock; undefined when the lock is gone meanwhile. */
function ownerOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Completes what an interrupted build had begun to publish, and removes what it left behind; a running build is left alone. */
export function recoverOutput(outDir: string): void {
  const lock = beside(outDir, 'lock');
  const owner = ownerOf(lock);
  if (owner !== undefined && owner !== process.pid && isRunning(owner)) return;
  const journal = beside(outDir, 'journal');
  const next = beside(outDir, 'next');
  const last = beside(outDir, 'last');
  if (existsSync(journal)) {
    applyPatch(outDir, next, JSON.parse(readFileSync(journal, 'utf8')) as Journal);
    rmSync(journal);
  }
  // Interrupted between the two renames of a swap: the old site goes back to its place.
  if (!existsSync(outDir) && existsSync(last)) renameSync(last, outDir);
  // A journal that was not whole was never a journal.
  rmSync(`${journal}.part`, { force: true });
  rmSync(next, { recursive: true, force: true });
  rmSync(last, { recursive: true, force: true });
}

export function createStaging(outDir: string, mode: Publishing): Staging {
  const folder = beside(outDir, 'next');
  mkdirSync(folder);
  if (mode === 'swap') writeFileSync(join(folder, markerFile), markerText);
  return { folder, mode };
}

export interface Journal {
  /** Files in the staging folder that replace, or join, those of the site. */
  readonly changed: readonly string[];
  /** Files of the site that are no more. */
  readonly removed: readonly string[];
}

/** Makes the staged site the published one. Returns a function that removes the old site, which may take its time. */
export function publish(outDir: string, staging: Staging, journal: Journal): () => void {
  if (staging.mode === 'patch') {
    requireWritable(outDir, journal);
    const file = beside(outDir, 'journal');
    writeFileSync(`${file}.part`, JSON.stringify(journal));
    const handle = openSync(`${file}.part`, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.part`, file);
    applyPatch(outDir, staging.folder, journal);
    rmSync(file);
    return () => rmSync(staging.folder, { recursive: true, force: true });
  }
  const last = beside(outDir, 'last');
  if (existsSync(outDir)) renameSync(outDir, last);
  renameSync(staging.folder, outDir);
  return () => rmSync(last, { recursive: true, force: true });
}

/** Throws EACCES before anything is moved where a folder of the site may not be written. */
function requireWritable(outDir: string, { changed, removed }: Journal): void {
  const folders = new Set([...changed, ...removed].map((path) => dirname(join(outDir, path))));
  for (const folder of folders) if (existsSync(folder)) accessSync(folder, constants.W_OK);
}

/** Moves the staged files into place; those that are moved already, before an interruption, are passed over. */
function applyPatch(outDir: string, staged: string, { changed, removed }: Journal): void {
  // First: a folder may come where a file was, or a file where a folder was.
  for (const path of removed) {
    const file = join(outDir, path);
    if (isFile(file)) rmSync(file);
    for (let folder = dirname(file); folder.length > outDir.length; folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch (error) {
        if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].some((code) => isCode(error, code))) break;
        throw error;
      }
    }
  }
  for (const path of changed) {
    const target = join(outDir, path);
    if (!existsSync(join(staged, path))) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(staged, path), target);
  }
}

/** False also where nothing is there, or a file where a folder of the path should be. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return false;
    throw error;
  }
}

/** Puts a file of the published site into the staged one without writing its bytes again, where the disk can do that. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isCode(error, 'ENOENT') && existsSync(from)) {
      mkdirSync(dirname(to), { recursive: true });
      linkFile(from, to);
    } else if (
      isCode(error, 'EPERM') ||
      isCode(error, 'ENOTSUP') ||
      isCode(error, 'EMLINK') ||
      isCode(error, 'EXDEV')
    ) {
      // A disk without hard links: copy, and keep the time by which the next build knows the file.
      copyFileSync(from, to);
      const { atime, mtime } = statSync(from);
      utimesSync(to, atime, mtime);
    } else {
      throw error;
    }
  }
}

/** Identity of the published folder, which tells whether it is the one that the cache knows. */
export function identityOf(outDir: string): string | undefined {
  const marker = statSync(join(outDir, markerFile), { throwIfNoEntry: false });
  return marker && `${marker.ino} ${marker.mtimeMs}`;
}

const beside = (outDir: string, name: string): string => join(dirname(outDir), `.${basename(outDir)}.${name}`);

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

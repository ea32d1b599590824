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
import { isMountPoint } from './mount-point.ts';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { isSystemError } from '../project/file-state.ts';

/*
 * A build writes into a staging folder and changes the published folder at the end, so a build that fails or is killed
 * leaves the last good site as it was. There are two ways to publish:
 * - `swap`: the staging folder holds the complete site (unchanged files are hard links), and replaces the published one;
 * - `patch`: the staging folder holds only the changed files, which move into the published folder. A journal is written
 *   first, so that the next command can complete an interrupted move, and a site never stays half changed.
 * A mount point cannot be replaced: a complete site is moved into it file by file, as in a patch.
 */

export type Publishing = 'swap' | 'patch';

/** The folder that a build writes before it publishes. */
export interface Staging {
  readonly folder: string;
  readonly mode: Publishing;
}

/** Marks a folder that Colophon has written, and may replace. */
export const markerFile = '.colophon';
const markerText = 'Colophon writes this folder and replaces it on every build. Put your own files into public/.\n';

/**
 * Locks the output folder, and completes an interrupted build. Returns a function that unlocks it. Throws a
 * {@link UserFixableError} when another build runs, or when the folder holds files of another program.
 */
export function lockOutput(outDir: string): () => void {
  mkdirSync(dirname(outDir), { recursive: true });
  const lock = siblingPath(outDir, 'lock');
  for (let attempt = 0; ; attempt += 1) {
    try {
      createLock(lock);
      break;
    } catch (error) {
      if (!isSystemError(error, 'EEXIST') || attempt > 2) throw error;
      const owner = readLockOwner(lock);
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
  if (existsSync(outDir) && holdsFiles(outDir) && !existsSync(join(outDir, markerFile))) {
    rmSync(lock, { force: true });
    throw new UserFixableError(
      `${outDir} holds files that Colophon did not write, and a build would delete them`,
      'set OUT_DIR to an empty folder, or move the files away',
    );
  }
  return () => {
    // A failed build removes its files; with a journal, the next command completes the publication.
    if (!existsSync(siblingPath(outDir, 'journal'))) {
      rmSync(`${siblingPath(outDir, 'journal')}.part`, { force: true });
      rmSync(siblingPath(outDir, 'next'), { recursive: true, force: true });
    }
    rmSync(lock, { force: true });
  };
}

/** Writes the lock with its owner in one step, so that no process reads a partial file. Throws EEXIST when a lock exists. */
function createLock(lock: string): void {
  const own = `${lock}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    linkSync(own, lock);
  } catch (error) {
    if (isSystemError(error, 'EEXIST') || !existsSync(own) || statSync(own).size === 0) throw error;
    // The disk has no hard links.
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } finally {
    rmSync(own, { force: true });
  }
}

/** Id of the process that holds a lock; undefined when there is no lock. */
function readLockOwner(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Completes the publication of an interrupted build and removes its files. Does nothing while a build runs. */
export function recoverOutput(outDir: string): void {
  const lock = siblingPath(outDir, 'lock');
  const owner = readLockOwner(lock);
  if (owner !== undefined && owner !== process.pid && isRunning(owner)) return;
  const journal = siblingPath(outDir, 'journal');
  const next = siblingPath(outDir, 'next');
  const last = siblingPath(outDir, 'last');
  if (existsSync(journal)) {
    applyPatch(outDir, next, JSON.parse(readFileSync(journal, 'utf8')) as Journal);
    rmSync(journal);
  }
  // The swap was interrupted between its two renames: restore the old site.
  if (!existsSync(outDir) && existsSync(last)) renameSync(last, outDir);
  // A partial journal is not valid: nothing was moved yet.
  rmSync(`${journal}.part`, { force: true });
  rmSync(next, { recursive: true, force: true });
  rmSync(last, { recursive: true, force: true });
}

export function createStaging(outDir: string, mode: Publishing): Staging {
  const folder = siblingPath(outDir, 'next');
  mkdirSync(folder);
  if (mode === 'swap') writeFileSync(join(folder, markerFile), markerText);
  return { folder, mode };
}

export interface Journal {
  /** Files in the staging folder that the site gets. */
  readonly changed: readonly string[];
  /** Files that the site loses. */
  readonly removed: readonly string[];
}

/** Publishes the staged site. Returns a function that removes the old site, which can take some time. */
export function publish(outDir: string, staging: Staging, journal: Journal): () => void {
  if (staging.mode === 'patch') {
    requireWritable(outDir, journal);
    const file = siblingPath(outDir, 'journal');
    writeFileSync(`${file}.part`, JSON.stringify(journal));
    const handle = openSync(`${file}.part`, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.part`, file);
    applyPatch(outDir, staging.folder, journal);
    renewMarker(outDir);
    rmSync(file);
    return () => rmSync(staging.folder, { recursive: true, force: true });
  }
  if (isMountPoint(outDir))
    return publish(outDir, { ...staging, mode: 'patch' }, compareFolders(outDir, staging.folder));
  const last = siblingPath(outDir, 'last');
  if (existsSync(outDir)) renameSync(outDir, last);
  renameSync(staging.folder, outDir);
  return () => rmSync(last, { recursive: true, force: true });
}

/** The journal that turns the published folder into a staged complete site. */
function compareFolders(outDir: string, staged: string): Journal {
  const list = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const changed = list(staged);
  const kept = new Set(changed);
  return { changed, removed: list(outDir).filter((path) => !kept.has(path) && !path.startsWith(ownFiles)) };
}

/** Throws EACCES when a folder of the site is not writable, before anything is moved. */
function requireWritable(outDir: string, { changed, removed }: Journal): void {
  const folders = new Set([...changed, ...removed].map((path) => dirname(join(outDir, path))));
  for (const folder of folders) if (existsSync(folder)) accessSync(folder, constants.W_OK);
}

/** Removes and moves files as the journal says. Skips files that an interrupted run has moved already. */
function applyPatch(outDir: string, staged: string, { changed, removed }: Journal): void {
  // Removal comes first: a new folder may have the path of an old file, and a new file that of an old folder.
  for (const path of removed) {
    const file = join(outDir, path);
    if (isFile(file)) rmSync(file);
    for (let folder = dirname(file); folder.length > outDir.length; folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch (error) {
        if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].some((code) => isSystemError(error, code))) break;
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

/** False also when the path does not exist, or when a folder of the path is a file. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) return false;
    throw error;
  }
}

/** Adds a file of the published site to the staged one, as a hard link where the disk has them. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isSystemError(error, 'ENOENT') && existsSync(from)) {
      mkdirSync(dirname(to), { recursive: true });
      linkFile(from, to);
    } else if (
      isSystemError(error, 'EPERM') ||
      isSystemError(error, 'ENOTSUP') ||
      isSystemError(error, 'EMLINK') ||
      isSystemError(error, 'EXDEV')
    ) {
      // The disk has no hard links: copy, and keep the modification time, which the next build compares.
      copyFileSync(from, to);
      const { atime, mtime } = statSync(from);
      utimesSync(to, atime, mtime);
    } else {
      throw error;
    }
  }
}

/** Gives the marker the present time. */
function renewMarker(outDir: string): void {
  const marker = join(outDir, markerFile);
  const now = new Date();
  if (existsSync(marker)) utimesSync(marker, now, now);
  else writeFileSync(marker, markerText);
}

/**
 * Identity of the published folder, by which a build checks that the cache describes it; undefined without one. It is the time
 * of its marker, which each publishing sets anew, and which the cache of a host keeps between runs.
 */
export function identityOf(outDir: string): string | undefined {
  const marker = statSync(join(outDir, markerFile), { throwIfNoEntry: false });
  return marker && String(marker.mtimeMs);
}

/** Start of the names of temporary files inside of a mount point. */
const ownFiles = `${markerFile}.`;

/** Path of a temporary file of a build: beside the folder, so that a rename replaces it, or inside of a mount point. */
const siblingPath = (outDir: string, name: string): string =>
  isMountPoint(outDir) ? join(outDir, `${ownFiles}${name}`) : join(dirname(outDir), `.${basename(outDir)}.${name}`);

/** Whether a folder holds files, other than those of this program and of a disk itself. */
const holdsFiles = (folder: string): boolean =>
  readdirSync(folder).some((name) => !name.startsWith(ownFiles) && name !== 'lost+found');

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

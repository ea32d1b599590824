import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { isSystemError } from '../project/file-state.ts';

/**
 * Locks a content folder for an import, and returns the function that unlocks it. While another import has the lock, it
 * calls `whenWaiting` once and waits. The lock of a process that ended without unlocking is removed.
 */
export async function lockContent(folder: string, whenWaiting: (owner: number) => void): Promise<() => void> {
  for (let reported = false; ;) {
    const taken = takeLock(folder);
    if (typeof taken === 'function') return taken;
    if (!reported) whenWaiting(taken);
    reported = true;
    await wait(100);
  }
}

/** Locks as {@link lockContent} does, or gives up after some milliseconds: undefined while an import runs. */
export async function tryLockContent(folder: string, patience: number): Promise<(() => void) | undefined> {
  const end = performance.now() + patience;
  for (;;) {
    const taken = takeLock(folder);
    if (typeof taken === 'function') return taken;
    if (performance.now() >= end) return undefined;
    await wait(100);
  }
}

/** Takes the lock and returns the function that unlocks, or returns the id of the process that has the lock. */
function takeLock(folder: string): (() => void) | number {
  const lock = join(folder, '.import.lock');
  for (;;) {
    try {
      writeLock(lock);
      return () => {
        rmSync(lock, { force: true });
      };
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
    }
    // Through a link, another file would be read; with a link without a target, each attempt would fail.
    if (lstatSync(lock, { throwIfNoEntry: false })?.isFile() === false)
      throw new UserFixableError(`${lock} is not the file with which an import locks the content`, 'delete it');
    const owner = readOwner(lock);
    if (owner === undefined) continue;
    if (isHeld(owner)) return owner.pid;
    removeStaleLock(lock, owner);
  }
}

/** Creates the lock; throws where there is one. On a full disk, a file that was created but not written is removed. */
function writeLock(lock: string): void {
  const file = openSync(lock, 'wx');
  try {
    writeSync(file, String(process.pid));
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

interface Owner {
  readonly pid: number;
  /** In milliseconds since 1970. */
  readonly since: number;
}

/** Undefined when there is no lock any more. A lock without a number was created a moment ago. */
function readOwner(lock: string): Owner | undefined {
  try {
    return { pid: Number(readFileSync(lock, 'utf8')), since: statSync(lock).mtimeMs };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isHeld({ pid, since }: Owner): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return Date.now() - since < 5000;
  // In a container, each run may have the same process id: a lock from before this process belongs to one that has ended.
  if (pid === process.pid) return since >= Date.now() - process.uptime() * 1000 - 1000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

/** Removes the lock of a process that has ended. Renames it first, so that only one of several waiting imports removes it. */
function removeStaleLock(lock: string, { since }: Owner): void {
  const removed = `${lock}.${process.pid}`;
  try {
    if (statSync(lock).mtimeMs !== since) return;
    renameSync(lock, removed);
    rmSync(removed, { force: true });
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

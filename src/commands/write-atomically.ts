import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { requireInside } from '../project/inside-folder.ts';
import { isSystemError } from '../project/file-state.ts';

/**
 * Writes a temporary file and renames it, so that readers and interrupted runs find either the old or the new file
 * complete.
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeNew(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file of the content folder. Throws where a link leads out of it. `file`: path from the folder. */
export function writeContent(contentDir: string, file: string, content: string): void {
  requireInside(contentDir, file);
  writeAtomically(join(contentDir, file), content);
}

/**
 * Creates a file, and its folder where that is missing. A file or link that is there already, such as from a run that was killed,
 * is removed, and not written into.
 */
function writeNew(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) mkdirSync(dirname(path), { recursive: true });
    else if (isSystemError(error, 'EEXIST')) rmSync(path, { force: true });
    else throw error;
    writeFileSync(path, content, { flag: 'wx' });
  }
}

/** Writes a report to a path that the user has chosen, which may be a device such as `/dev/stdout`. */
export function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    if (!isSystemError(error, 'EISDIR')) throw error;
    throw new UserFixableError(`${path} is a folder, so that nothing can be written to it`, 'name a file');
  }
}

import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Fault } from '../domain/problems/problem.ts';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

const leaves = 'is a link that leads out of the content folder';

/**
 * Why a file of the content folder is not read: it is no regular file, or a symbolic link that leads out of the folder. Undefined
 * where it can be read, and where there is nothing. `path`: from the content folder.
 */
export function findReadFault(folder: string, path: string): Fault | undefined {
  const file = join(folder, path);
  if (!isThere(file)) return undefined;
  // Reading a named pipe would never end.
  if (!isFile(file))
    return {
      name: 'file-unreadable',
      message: 'this is no file that can be opened',
      hint: 'delete it; if it is a link, check its target',
    };
  return isInside(folder, file)
    ? undefined
    : { name: 'link-leaves-content', message: `the file ${leaves}`, hint: 'copy the file into the content folder' };
}

/** Throws where the nearest existing folder above a file that will be written is outside of `folder`, through a symbolic link. */
export function requireInside(folder: string, file: string): void {
  let above = dirname(join(folder, file));
  while (!existsSync(above)) above = dirname(above);
  if (!isInside(folder, above))
    throw new UserFixableError(
      `${file} would be written elsewhere: ${dirname(file)} ${leaves}`,
      'replace the link by a folder',
    );
}

function isInside(folder: string, path: string): boolean {
  // The one of the system is faster, and a large import asks for every file.
  const [root, real] = [realpathSync.native(folder), realpathSync.native(path)];
  return real === root || real.startsWith(root + sep);
}

/** Whether there is anything, a link without a target included. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder of the path is a file, or may not be read: reading the file reports that.
    return false;
  }
}

/** False also for symbolic links in a circle. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

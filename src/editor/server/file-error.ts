import type { Refusal } from '../stores/store.ts';

/** An error of the file system as a refusal for the user; undefined for an error of the program. */
export function explainFileError(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const known = fileErrors[String(error.code)];
  return known && { name: known[0], message: known[1], hint: known[2] };
}

/** Refusals by the code of the system's error, such as `ENOSPC`. */
export const fileErrors: Readonly<Record<string, readonly [name: string, message: string, hint: string]>> = {
  ENOSPC: [
    'disk-full',
    'the disk is full, and nothing was written',
    'make room, and save again: what you typed is kept',
  ],
  EDQUOT: ['disk-full', 'your share of the disk is full, and nothing was written', 'make room, and save again'],
  EACCES: ['no-permission', 'the file may not be written', 'ask for the permission to write to the content folder'],
  EPERM: ['no-permission', 'the file may not be written', 'ask for the permission to write to the content folder'],
  EROFS: ['read-only', 'the disk is read-only, and nothing was written', 'use a folder that can be written to'],
  ENOENT: ['file-gone', 'the file is no longer there', 'load the list again'],
  ENAMETOOLONG: ['name-too-long', 'the name is longer than this system allows', 'choose a shorter name'],
  // A socket.
  ENXIO: ['not-a-file', 'this is no file that can be opened', 'choose another name'],
  EISDIR: ['not-a-file', 'a folder has this name', 'choose another name'],
  ENOTDIR: ['not-a-folder', 'a file has the name of a folder on the way', 'choose another name'],
};

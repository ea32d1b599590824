import type { Refusal } from '../stores/store.ts';

export const refusal = (
  name: string,
  message: string,
  hint: string,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { name, message, hint },
});

/** What an error of the file system means for who edits; undefined for an error of the program. */
export function explainFileError(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const known = faults[String(error.code)];
  return known && { name: known[0], message: known[1], hint: known[2] };
}

/** By the code of the system's error. */
export const faults: Readonly<Record<string, readonly [name: string, message: string, hint: string]>> = {
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
  EISDIR: ['not-a-file', 'a folder has this name', 'choose another name'],
  ENOTDIR: ['not-a-folder', 'a file has the name of a folder on the way', 'choose another name'],
};

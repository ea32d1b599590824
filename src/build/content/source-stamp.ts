import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import type { SourceStamp } from '../../store/source-rows.ts';

/** The bytes of a file with their stamp; undefined where it cannot be read, or was deleted after the folder was listed. */
export function readSource(file: string): { readonly bytes: Uint8Array; readonly stamp: SourceStamp } | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const bytes = readFileSync(handle);
    return { bytes, stamp: stampOf(bytes, fstatSync(handle)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A stamp that no file has, so that the file is read again in the next run. */
export const staleStamp: SourceStamp = { mtime: -1, size: -1, digest: '' };

/**
 * Milliseconds. The time of a file that was modified more recently is not kept, so that the file is read again in the next run:
 * it may change again within the same tick of the file system's clock, which its time would not show.
 */
export const recentlyModified = 2000;

/** `stats`: those of the file after it was read. */
function stampOf(bytes: Uint8Array, { mtimeMs, size }: Stats): SourceStamp {
  // The file has changed since it was read.
  if (size !== bytes.byteLength) return staleStamp;
  return {
    mtime: Date.now() - mtimeMs < recentlyModified ? -1 : mtimeMs,
    size,
    digest: hash('sha256', bytes, 'hex'),
  };
}

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SourceStamp } from '../../store/source-table.ts';

/** Reads a file, and returns its stamp; undefined where it cannot be read. */
export function readStamp(file: string): SourceStamp | undefined {
  const bytes = readBytes(file);
  return bytes && stampOf(file, bytes);
}

/** Undefined where the file cannot be read, or was deleted after the folder was listed. */
export function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** A stamp that no file has, so that the file is read again in the next run. */
export const staleStamp: SourceStamp = { mtime: -1, size: -1, digest: '' };

/**
 * Milliseconds. The time of a file that was modified more recently is not kept, so that the file is read again in the next run:
 * it may change again within the same tick of the file system's clock, which its time would not show.
 */
export const recentlyModified = 2000;

/** The stamp of a file that holds these bytes. */
export function stampOf(file: string, bytes: Uint8Array): SourceStamp {
  const stats = statSync(file, { throwIfNoEntry: false });
  // The file has changed since it was read.
  if (stats?.size !== bytes.byteLength) return staleStamp;
  const { mtimeMs, size } = stats;
  return {
    mtime: Date.now() - mtimeMs < recentlyModified ? -1 : mtimeMs,
    size,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

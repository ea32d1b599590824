import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * The bytes of a file of up to `limit` bytes. It is opened before it is looked at, so that nothing else can take its place in between:
 * a pipe or a device could be read for ever.
 */
export function readRegularFile(path: string, limit: number): Buffer | 'not-a-file' | 'too-large' {
  // Opening a pipe would wait for a writer. Windows has no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return 'not-a-file';
    return stats.size > limit ? 'too-large' : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

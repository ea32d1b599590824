import { statSync, type Stats } from 'node:fs';

/**
 * Undefined where the file cannot be reached: there is none, a link without a target, a circle of links, no permission, a name
 * that is too long for the disk.
 */
export function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** True for an error of the system with this code, such as `ENOENT`. */
export const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

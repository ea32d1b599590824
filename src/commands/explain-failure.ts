import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

/**
 * What stopped a command, in one message: what it is and what to do, or a trace where it is a fault of the program.
 * `failed` says what was not done (`Not built`), `left` what stands as it was, as a sentence.
 */
export function explainFailure(error: unknown, failed: string, left: string): string {
  const cause = causesOf(error).find((one) => hints[codeOf(one)] !== undefined);
  if (cause) return `${failed}: ${hints[codeOf(cause)]} (${obstacleIn(cause.message)}). ${left}`;
  if (error instanceof UserFixableError) return `${failed}: ${error.message}. ${left}\n→ ${error.hint}`;
  return `${failed}, through a fault of Colophon or its surroundings. ${left}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Does the work of a command, and tells what stops it. Gives the exit code. */
export async function reportFailure(
  failed: string,
  left: string,
  work: () => number | Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    console.error(explainFailure(error, failed, left));
    return 1;
  }
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the disk is full: free some space',
  EIO: 'the disk is full or broken: free some space',
  EBUSY: 'another command writes to the cache: wait for it to end',
  EACCES: 'a file or folder may not be read or written: check its permissions',
  EPERM: 'a file or folder may not be read or written: check its permissions',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open: close other programs',
  ENOTDIR: 'a file stands where a folder is needed: move it away, or name another folder',
  EEXIST: 'a file stands where a folder is needed: move it away, or name another folder',
};

/** SQLite's results (sqlite.org/rescode.html): busy, not written, full, read-only, cannot be opened. */
const catalogCodes: Readonly<Record<number, string>> = {
  5: 'EBUSY',
  10: 'EIO',
  13: 'ENOSPC',
  8: 'EACCES',
  14: 'EACCES',
};

/** An error and those behind it: a thread that failed has one of its own. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The system's word for what stood in the way, also where a program that was started, or the catalog, met it. */
function codeOf(error: Error): string {
  if ('errcode' in error && catalogCodes[Number(error.errcode) & 255])
    return catalogCodes[Number(error.errcode) & 255]!;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error.code;
  return /No space left on device/.test(error.message)
    ? 'ENOSPC'
    : (/\b(?:ENOSPC|EDQUOT|EROFS|EACCES|EMFILE)\b/.exec(error.message)?.[0] ?? '');
}

/** The line that names the obstacle, of all that a program has said. */
const obstacleIn = (message: string): string =>
  (message.split('\n').find((line) => /\bE[A-Z]{4,}\b|No space left/.test(line)) ?? message.split('\n', 1)[0]!).trim();

import { describeIncompleteInstall } from '../project/incomplete-install.js';
import { projectDir } from '../project/settings.ts';
import { printError } from './print.ts';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

/**
 * The message for a command that failed: the cause and what to do, or a stack trace for an unexpected error. `failed` says
 * what was not done (`Not built`); `unchanged` says in a sentence what the failure did not change.
 */
export function explainFailure(error: unknown, failed: string, unchanged: string): string {
  const cause = causesOf(error).find((one) => hints[codeOf(one)] !== undefined);
  if (cause) return `${failed}: ${hints[codeOf(cause)]} (${systemErrorIn(cause.message)}). ${unchanged}`;
  if (error instanceof UserFixableError) return `${failed}: ${error.message}. ${unchanged}\n→ ${error.hint}`;
  const incomplete = causesOf(error)
    .map((one) => describeIncompleteInstall(one, projectDir))
    .find((found) => found !== undefined);
  if (incomplete !== undefined) return `${failed}: ${incomplete}\n${unchanged}`;
  return `${failed}, because of an error in Colophon or in its environment. ${unchanged}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Runs a command, and prints a message when it fails. Returns the exit code. */
export async function reportFailure(
  failed: string,
  unchanged: string,
  work: () => number | Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    printError(explainFailure(error, failed, unchanged));
    return 1;
  }
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the disk is full: free some space',
  EIO: 'the disk is full or broken: free some space',
  SQLITE_BUSY: 'another command writes to the cache: wait for it to end',
  EBUSY: 'the system or another program uses a file or folder: close that program',
  EACCES: 'a file or folder may not be read or written: check its permissions',
  EPERM: 'a file or folder may not be read or written: check its permissions',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open: close other programs',
  ENOTDIR: 'there is a file where a folder is needed: move it away, or name another folder',
  EEXIST: 'there is a file where a folder is needed: move it away, or name another folder',
};

/** Result codes of SQLite (sqlite.org/rescode.html): busy, I/O error, full, read-only, cannot open. */
const sqliteCodes: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  10: 'EIO',
  13: 'ENOSPC',
  8: 'EACCES',
  14: 'EACCES',
};

/** An error and its causes: the error of a thread, for example, is the cause of the error of the build. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The error code of the system, also from the output of another program or from SQLite; empty where there is none. */
function codeOf(error: Error): string {
  if ('errcode' in error && sqliteCodes[Number(error.errcode) & 255]) return sqliteCodes[Number(error.errcode) & 255]!;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error.code;
  return /No space left on device/.test(error.message)
    ? 'ENOSPC'
    : (/\b(?:ENOSPC|EDQUOT|EROFS|EACCES|EMFILE)\b/.exec(error.message)?.[0] ?? '');
}

/** The line of a program's output that names the error of the system. */
const systemErrorIn = (message: string): string =>
  (message.split('\n').find((line) => /\bE[A-Z]{4,}\b|No space left/.test(line)) ?? message.split('\n', 1)[0]!).trim();

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The message for an error that is caused by packages which are missing or installed only in part, as after an interrupted
 * `npm ci`; undefined for any other error. Plain JavaScript, like everything that runs before a command.
 *
 * @param {unknown} error
 * @param {string} folder That of the institute.
 */
export function describeIncompleteInstall(error, folder) {
  const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
  const isMissing = missingPackage.test(message);
  if (!isMissing && !isInstalledInPart(folder)) return undefined;
  const sentence = `packages are missing, or are installed only in part (${message}).\n${describeInstall(folder)}`;
  // The error may have another reason.
  return isMissing || !(error instanceof Error) ? sentence : `${sentence}\n${error.stack ?? ''}`;
}

/**
 * The command that installs the packages, as a hint.
 *
 * @param {string} folder That of the institute.
 */
export function describeInstall(folder) {
  return `→ run ${existsSync(join(folder, 'package-lock.json')) ? 'npm ci' : 'npm install'}, and let it come to its end`;
}

/** Node's message for a missing package, or a missing file of one; not for a missing module of this program. */
const missingPackage = /^Cannot find (?:package '|module '(?:(?![A-Za-z]:|[./\\])|[^']*[/\\]node_modules[/\\]))/;

/**
 * Whether npm was interrupted: it writes the list of installed packages last. Other package managers write no
 * `package-lock.json`.
 *
 * @param {string} folder That of the institute.
 */
function isInstalledInPart(folder) {
  return existsSync(join(folder, 'package-lock.json')) && !existsSync(join(folder, 'node_modules/.package-lock.json'));
}

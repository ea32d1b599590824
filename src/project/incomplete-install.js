import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What to say of an error for which packages are to blame that are missing or installed only in part, as after an
 * interrupted `npm ci`; undefined for any other. Plain JavaScript, as all that runs before a command.
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
 * What to run.
 *
 * @param {string} folder That of the institute.
 */
export function describeInstall(folder) {
  return `→ run ${existsSync(join(folder, 'package-lock.json')) ? 'npm ci' : 'npm install'}, and let it come to its end`;
}

/** What Node says of a package that is not there, or not all of it; not of a module of this program. */
const missingPackage = /^Cannot find (?:package '|module '(?:(?![A-Za-z]:|[./\\])|[^']*[/\\]node_modules[/\\]))/;

/**
 * Whether npm has not come to the end: it writes the list of installed packages last. Other package managers write no
 * `package-lock.json`.
 *
 * @param {string} folder That of the institute.
 */
function isInstalledInPart(folder) {
  return existsSync(join(folder, 'package-lock.json')) && !existsSync(join(folder, 'node_modules/.package-lock.json'));
}

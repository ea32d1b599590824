import nodeModule from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { describeIncompleteInstall, describeInstall } from '../project/incomplete-install.js';

/*
 * Loaded before a command and before each of its threads. Plain JavaScript that Node 20 understands too: where the packages
 * are not installed, or only in part, the Node that they bring may be missing.
 */
const project = process.env['COLOPHON_PROJECT'] || fileURLToPath(new URL('../..', import.meta.url));

/** Major version of Node that the program is tested on. */
const oldestNode = 24;

if (parseInt(process.versions.node, 10) < oldestNode)
  endWith(
    `Not started: this is Node ${process.version}, and Colophon needs Node ${oldestNode} or newer, which its packages bring.\n${describeInstall(project)}`,
  );

// Node would print where it looked for a package. Other errors are printed as Node prints them.
if (isMainThread)
  process.on('uncaughtException', (error) => {
    // Another listener, such as one of the development server, decides.
    if (process.listenerCount('uncaughtException') > 1) return;
    const incomplete = describeIncompleteInstall(error, project);
    endWith(incomplete === undefined ? (error.stack ?? error.message) : `Not started: ${incomplete}`);
  });

/*
 * Node keeps the compiled code, so that the next start takes a third less time; the cache does not hold what is loaded before
 * it. Where the folder cannot be written, Node goes on without.
 */
nodeModule.enableCompileCache(resolve(process.env['CACHE_DIR'] || join(project, '.cache'), 'compiled'));

/*
 * Garbage is collected when the memory has grown by half since the last collection. By default, it may grow to three times the
 * size on a machine with much memory: 100,000 publications took 1.5 GB instead of 1.2, for 2 % less work.
 */
setFlagsFromString('--heap-growing-percent=50');

/**
 * `print.ts` is not loaded yet.
 *
 * @param {string} text
 */
function endWith(text) {
  process.stderr.write(`${text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, '\ufffd')}\n`);
  process.exit(1);
}

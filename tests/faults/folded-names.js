// Loaded before the program: a disk that takes a name for another with other capitals or accents in another form, as those of
// macOS and Windows do, and that keeps the names it was given first. Linux has no such disk without a kernel module.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join, sep } from 'node:path';

/** Folder of the disk. */
const root = process.env['FOLDED_NAMES'] ?? '';
const { readdirSync, lstatSync } = fs;

/** @param {string} name */
const fold = (name) => name.normalize('NFC').toLowerCase().normalize('NFC');

/** @param {string} path */
const exists = (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * The path as the disk has it.
 *
 * @param {unknown} path
 * @returns {unknown}
 */
function onDisk(path) {
  if (typeof path !== 'string' || !path.startsWith(root + sep) || exists(path)) return path;
  const folder = /** @type {string} */ (onDisk(dirname(path)));
  const name = basename(path);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return join(folder, name);
  return join(folder, readdirSync(folder).find((other) => fold(other) === fold(name)) ?? name);
}

const ofOnePath =
  'accessSync chmodSync copyFileSync createReadStream createWriteStream existsSync lstatSync mkdirSync openSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync rmSync statSync truncateSync unlinkSync utimesSync writeFileSync'.split(
    ' ',
  );
const ofTwoPaths = new Set(['copyFileSync', 'renameSync']);
const changed = /** @type {Record<string, (...args: unknown[]) => unknown>} */ (/** @type {unknown} */ (fs));
for (const name of ofOnePath) {
  const original = changed[name];
  if (original === undefined) throw new Error(`there is no ${name}`);
  changed[name] = Object.assign(
    /** @param {unknown[]} args */
    (path, other, ...args) => original.call(fs, onDisk(path), ofTwoPaths.has(name) ? onDisk(other) : other, ...args),
    original,
  );
}
syncBuiltinESMExports();

#!/usr/bin/env node
// Runs a command of Colophon: colophon build, colophon check and so on. Plain JavaScript that Node 20 understands too,
// because it finds the Node that the program runs on.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const commands = {
  start: 'builds the site from the content, and serves it',
  dev: 'shows the site while you write',
  check: 'reads the content, and lists every problem',
  build: 'builds the site from the content',
  preview: 'serves the built site',
  import: 'brings in publications from exports and services',
  new: 'writes a publication to fill in',
  merge: 'puts the parts of a site together',
  upgrade: 'says what a newer Colophon changes, and repairs the content for it',
};
/** Major version of Node that the program is tested on, and whose language data sorts names. */
const oldestNode = 24;

const root = fileURLToPath(new URL('..', import.meta.url));
// In the repository the sources run as they are; a package holds them compiled.
const isPackage = !existsSync(join(root, 'src'));
const program = isPackage ? join(root, 'lib') : root;
const [name = '', ...args] = process.argv.slice(2);

if (name === '' || name === 'help' || name === '--help' || name === '-h') {
  process.stdout.write(`${help()}\n`);
} else if (name === '--version' || name === '-v') {
  process.stdout.write(`${versionIn(join(root, 'package.json'))}\n`);
} else if (!Object.hasOwn(commands, name)) {
  process.stderr.write(`colophon does not know the command ${JSON.stringify(name)}\n\n${help()}\n`);
  process.exitCode = 1;
} else {
  const node = findNode();
  if (node === undefined) {
    process.stderr.write(
      `Colophon needs Node ${oldestNode} or newer, and this is ${process.version}.\n→ install it from https://nodejs.org, or let npm bring it for this project: npm install --save-exact node@24\n`,
    );
    process.exitCode = 1;
  } else run(node);
}

/** @param {string} node Path of Node. */
function run(node) {
  const sources = join(program, 'src/commands');
  const early = pathToFileURL(join(sources, 'prepare-node.js')).href;
  const child = spawn(node, ['--import', early, join(sources, `${name}.${isPackage ? 'js' : 'ts'}`), ...args], {
    stdio: 'inherit',
    env: { ...process.env, COLOPHON_PROJECT: process.env['COLOPHON_PROJECT'] || process.cwd() },
  });
  // The terminal sends Ctrl+C to both; this process ends after the command.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

/** This Node, or where it is too old the one that the npm package `node` has brought. */
function findNode() {
  if (isNew(process.versions.node)) return process.execPath;
  for (const from of [join(process.cwd(), 'package.json'), join(root, 'package.json')]) {
    try {
      const file = createRequire(from).resolve('node/package.json');
      const path = join(file, '../bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(path) && isNew(versionIn(file))) return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return undefined;
}

/** @param {string} version Of Node. */
function isNew(version) {
  return parseInt(version, 10) >= oldestNode;
}

/** @param {string} file A package.json. */
function versionIn(file) {
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return version;
}

function help() {
  const rows = Object.entries(commands).map(([command, text]) => `  colophon ${command.padEnd(8)}  ${text}`);
  return [
    `Colophon ${versionIn(join(root, 'package.json'))}: the publications of an institute, as a web site`,
    '',
    ...rows,
    '',
    'Run it in the folder that holds `content`. `colophon build --help` says what a command takes.',
  ].join('\n');
}

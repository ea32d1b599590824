import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../domain/problems/problem.ts';
import { programDir, projectDir } from './settings.ts';

/**
 * Digest of files and folders: of their paths from `root` and their bytes, and of `extra`. Paths that do not exist are
 * ignored.
 */
export function digestOfFiles(root: string, paths: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(text).update('\0');
  for (const file of paths.flatMap((path) => listFiles(join(root, path))).sort(compareText)) {
    hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * Digest of modules and of everything that they import, directly or not, and of the files of `others`. It is the key of a
 * cache of what this code writes. Paths are from `root`; a folder means every file in it.
 */
export const digestOfModules = (
  modules: readonly string[],
  others: readonly string[],
  { root = programDir, extra = [] }: { readonly root?: string; readonly extra?: readonly string[] } = {},
): string => digestOfFiles(root, [...findModules(root, modules), ...others], extra);

/**
 * Digest of modules of the program, of everything that they import, and of the versions of packages. It is computed once,
 * because the code that runs stays the same while it runs.
 */
export function digestOfRunningCode(modules: readonly string[]): string {
  const key = modules.join('\n');
  const digest = runningCode.get(key) ?? digestOfModules(modules, packageVersions);
  runningCode.set(key, digest);
  return digest;
}

const runningCode = new Map<string, string>();

/**
 * Files from which the installed packages follow, as paths from the program's folder: the lockfile of this repository; for an
 * installed program, the lockfile of the institute and the package.json of the package.
 */
export const packageVersions: readonly string[] =
  programDir === join(projectDir, sep)
    ? ['package-lock.json']
    : [relative(programDir, join(projectDir, 'package-lock.json')), '../package.json'];

/**
 * Paths from `root` of the modules and of every file that they import. Packages are not in it: use the lockfile for them.
 */
export function findModules(root: string, modules: readonly string[]): readonly string[] {
  const found = new Set(modules.flatMap((path) => listFiles(join(root, path))));
  // The loop also visits what is added to the set meanwhile.
  for (const file of found) for (const target of filesNamedIn(file)) found.add(target);
  return [...found].map((file) => relative(root, file).split(sep).join('/'));
}

/**
 * Files that a module names by a relative path in any way: an import, the address of a thread, a script of a template, an
 * `@import` of a style. A path in a comment counts too: an extra file costs an extra build, a missing one a wrong cache.
 */
function filesNamedIn(file: string): readonly string[] {
  if (!/\.(?:astro|css|[cm]?[jt]s)$/.test(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/(['"`])(\.{1,2}\/[^'"`\n?]+)(?:\?\w+)?\1/g)]
    .map(([, , path]) => join(dirname(file), path!))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}

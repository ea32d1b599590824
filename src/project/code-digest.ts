import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../domain/problems/problem.ts';
import { projectDir } from './settings.ts';

/** Digest of files and folders, by their paths from `root` and their bytes; what does not exist counts as absent. */
export function digestOfFiles(root: string, paths: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(text).update('\0');
  for (const file of paths.flatMap((path) => listFiles(join(root, path))).sort(compareText)) {
    hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * Digest of modules and of all that they import, directly or not, and of `beside`: what a cache depends on, found in the code
 * itself. Paths are from `root`; a folder stands for every file in it.
 */
export const digestOfModules = (
  modules: readonly string[],
  beside: readonly string[],
  { root = projectDir, extra = [] }: { readonly root?: string; readonly extra?: readonly string[] } = {},
): string => digestOfFiles(root, [...findModules(root, modules), ...beside], extra);

/** Every file that the modules reach, by its path from `root`. A package is none: the lockfile stands for all of them. */
export function findModules(root: string, modules: readonly string[]): readonly string[] {
  const found = new Set(modules.flatMap((path) => listFiles(join(root, path))));
  // A set that grows is walked to its new end.
  for (const file of found) for (const target of filesNamedIn(file)) found.add(target);
  return [...found].map((file) => relative(root, file).split(sep).join('/'));
}

/**
 * Files that a module names by a relative path, in whatever way: an import, the address of a thread, a script of a
 * template, an `@import` of a style. A path in a comment counts too: a file too many costs less than one too few.
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

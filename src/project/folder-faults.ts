import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { projectDir, type Settings } from './settings.ts';

/** Throws where the folders of a build cannot be used together, before anything is written. */
export function requireUsableFolders({ contentDir, outDir, cacheDir, publicDir }: Settings): void {
  const cache = dirname(cacheDir);
  for (const [name, folder, hint] of [
    ['the folder of the project', projectDir, 'move the project to a folder without them'],
    ['CACHE_DIR', cache, 'set CACHE_DIR to a folder without them'],
    ['CONTENT_DIR', contentDir, 'move the content to a folder without them'],
  ] as const)
    if (unreadable.test(folder))
      throw new UserFixableError(
        `${name} is ${folder}, and the program that compiles the templates reads #, ?, %, \\ and control characters in it as something else`,
        hint,
      );
  for (const [name, other] of [
    ['CACHE_DIR', cache],
    ['CONTENT_DIR', contentDir],
    ['public', publicDir],
  ] as const)
    if (overlap(realPath(outDir), realPath(other)))
      throw new UserFixableError(
        `OUT_DIR (${outDir}) and ${name} (${other}) are the same folder, or one is inside the other`,
        'set OUT_DIR to a folder of its own: a build replaces all that is in it',
      );
}

/** Characters that Vite reads as a query, a fragment or an escape. On Windows, a backslash separates folders. */
const unreadable = sep === '\\' ? /[#?%\0-\x1f]/ : /[#?%\\\0-\x1f]/;

const overlap = (a: string, b: string): boolean => a === b || a.startsWith(b + sep) || b.startsWith(a + sep);

/** The path without symbolic links, also of a folder that does not exist yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

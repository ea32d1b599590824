import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes Astro's development server write its types for editors to `folder`. Astro has no setting for this: it writes to
 * `.astro` of its root, which may be read-only.
 */
export function moveTypes(root: string, folder: string): void {
  const { mkdirSync, writeFileSync } = fs;
  const source = join(root, '.astro');
  const move = <T>(path: T): T | string => {
    const text = path instanceof URL ? fileURLToPath(path) : typeof path === 'string' ? path : '';
    return text.startsWith(source) ? join(folder, text.slice(source.length)) : path;
  };
  Object.assign(fs, {
    mkdirSync: (path: fs.PathLike, options?: fs.MakeDirectoryOptions) => mkdirSync(move(path), options),
    writeFileSync: (path: fs.PathOrFileDescriptor, data: string, options?: fs.WriteFileOptions) =>
      writeFileSync(move(path), data, options),
  });
}

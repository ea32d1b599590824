import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One digest for all files of a folder and their bytes; empty where there is no folder. */
export function digestOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const bytes = readIfFile(join(folder, path));
    // The marker holds the same in every site.
    if (bytes) hash.update(`${path}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** What stands beside the site that no build should leave there. */
export const leftBeside = (outDir: string): string[] =>
  readdirSync(dirname(outDir)).filter((name) => name.startsWith(`.${basename(outDir)}.`));

/** Half compiled templates, and other parts of a cache that a build names after itself. */
export const leftInCache = (cache: string): string[] =>
  ['', 'templates', 'fonts'].flatMap((folder) =>
    existsSync(join(cache, folder))
      ? readdirSync(join(cache, folder)).filter((name) => /\.\d+$|\.part$/.test(name))
      : [],
  );

function readIfFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return undefined;
    throw error;
  }
}

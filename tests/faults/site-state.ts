import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Digest of the paths and bytes of all files of a folder; empty when there is no folder. */
export function digestOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const bytes = readIfFile(join(folder, path));
    if (bytes) hash.update(`${path}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Names of temporary files beside the site, which no build may leave behind. */
export const temporaryFilesBeside = (outDir: string): string[] =>
  readdirSync(dirname(outDir)).filter((name) => name.startsWith(`.${basename(outDir)}.`));

/** Names of temporary files in the cache: partial templates, and other files with the id of a build's process. */
export const temporaryFilesInCache = (cache: string): string[] =>
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

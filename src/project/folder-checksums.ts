import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** File with the checksums of the other files. */
const checksumFile = '.checksums.json';

/** Writes the checksums of all files in a folder that the cache keeps. */
export function writeChecksums(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && entry.name !== checksumFile)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const sums = files.map((path) => [path.split(sep).join('/'), crc32(readFileSync(join(folder, path)))] as const);
  writeFileSync(join(folder, checksumFile), JSON.stringify(Object.fromEntries(sums)));
}

/** Whether each file of a folder is as it was when the checksums were written; false where one is missing, too. */
export function hasItsChecksums(folder: string): boolean {
  try {
    const sums = Object.entries(JSON.parse(readFileSync(join(folder, checksumFile), 'utf8')) as Record<string, number>);
    return sums.length > 0 && sums.every(([path, sum]) => crc32(readFileSync(join(folder, path))) === sum);
  } catch (error) {
    // Damage may be a missing file or broken JSON.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return false;
    throw error;
  }
}

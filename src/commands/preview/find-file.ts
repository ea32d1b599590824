import { join } from 'node:path';
import { decodePath } from '../../urls.ts';
import { statOf } from '../../project/file-state.ts';

/** What a site has at a path: a file, or a folder whose address ends in a slash. */
export type Found = FoundFile | { readonly location: string };

export interface FoundFile {
  /** Where it is on the disk. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Below the base path, such as `/publications/index.html`. */
  readonly path: string;
}

/**
 * The file in `folder` that a static host sends for a path, which is percent-encoded and begins with `base`. A path that
 * is written in another way than the site's own (`//`, `..`, a backslash), and a hidden file, have none.
 */
export function findFile(folder: string, base: string, pathname: string): Found | undefined {
  const path = decodePath(pathname);
  if (path === undefined || !`${path}/`.startsWith(`${base}/`)) return undefined;
  const names = path.slice(base.length).split('/').slice(1);
  const asFolder = names.at(-1) === '';
  if (asFolder) names.pop();
  if (!names.every(isServed)) return undefined;
  const file = findIn(folder, names);
  if (file && !asFolder) return file;
  const index = findIn(folder, [...names, 'index.html']);
  if (!index || asFolder) return index;
  // Built from the names, not from the request: `//evil.test/..` would be an address of another site.
  return { location: `${[base, ...names.map(encodeURIComponent)].join('/')}/` };
}

function findIn(folder: string, names: readonly string[]): FoundFile | undefined {
  const file = join(folder, ...names);
  const size = sizeOf(file);
  return size === undefined ? undefined : { file, size, path: `/${names.join('/')}` };
}

/** Bytes of a file; undefined where there is none. */
function sizeOf(file: string): number | undefined {
  const stats = statOf(file);
  return stats?.isFile() ? stats.size : undefined;
}

/** Hidden files are the program's own; hosts serve `.well-known` (RFC 8615). A null character is in no file's name. */
const isServed = (name: string, index: number): boolean =>
  name !== '' && !/[\\\0]/.test(name) && (!name.startsWith('.') || (index === 0 && name === '.well-known'));

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { portableKey } from '../domain/pages/portable-path.ts';

/** What a folder holds under a path. */
export interface RealName {
  /** The path below the folder, with the names as the disk has them. */
  readonly path: string;
  /** Whether it differs from what was asked for in more than the form of its accents. */
  readonly otherCapitals: boolean;
}

/** Finds files by the names that folders list. */
export type FindRealName = (folder: string, path: string) => RealName | undefined;

/**
 * A disk may keep `é` as two characters, and may take `A.png` for `a.png`; a web server does neither. A name is found in
 * either form of its accents, and with other capitals, on every system alike. Each folder is listed once.
 */
export function createRealNames(): FindRealName {
  const folders = new Map<string, Names>();
  const namesIn = (folder: string): Names => {
    const names = folders.get(folder) ?? listNames(folder);
    folders.set(folder, names);
    return names;
  };
  return (folder, path) => {
    let found: RealName = { path: '', otherCapitals: false };
    for (const part of path.split('/')) {
      if (part === '.' || part === '') continue;
      const { exact, byForm, byKey } = namesIn(join(folder, found.path));
      const own = exact.has(part) ? part : byForm.get(part.normalize('NFC'));
      const name = own ?? byKey.get(portableKey(part));
      if (name === undefined) return undefined;
      found = { path: join(found.path, name), otherCapitals: found.otherCapitals || own === undefined };
    }
    return found;
  };
}

interface Names {
  readonly exact: ReadonlySet<string>;
  readonly byForm: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, string>;
}

/** Names of what a folder holds; none where it does not exist, is a file, or may not be listed. */
function listNames(folder: string): Names {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EACCES'].includes(String(error.code))))
      throw error;
    names = [];
  }
  return {
    exact: new Set(names),
    byForm: new Map(names.map((name) => [name.normalize('NFC'), name])),
    byKey: new Map(names.map((name) => [portableKey(name), name])),
  };
}

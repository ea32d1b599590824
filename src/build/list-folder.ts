import { existsSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';

/** Paths of the files below a folder, with forward slashes; none where it does not exist. */
export const listFolder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'))
    : [];

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Command } from './measure.ts';

/** Another program that builds publication pages. */
export interface Peer {
  readonly name: string;
  /** Writes settings and template into the program's own folder, beside the folder `content`. Returns the build command. */
  readonly prepare: (site: PeerSite) => Command;
}

export interface PeerSite {
  /** Folder with `content/publications/` and the program's own folder. */
  readonly work: string;
  readonly outDir: string;
  /** Text at the end of each page, which makes it as large as Colophon's. */
  readonly padding: string;
}

/** Path of a program in PATH, which includes those of the project; undefined when there is none. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

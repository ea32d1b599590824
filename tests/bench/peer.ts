import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Command } from './measure.ts';

/** Another way to make publication pages. */
export interface Peer {
  readonly name: string;
  /** Writes the site's settings and template into a folder of its own; `content` is a folder beside that one. */
  readonly prepare: (site: PeerSite) => Command;
}

export interface PeerSite {
  /** Folder with `content/publications/`, in which the peer has a folder for its own files. */
  readonly work: string;
  readonly outDir: string;
  /** Text at the end of each page, by which it grows to the size of Colophon's. */
  readonly padding: string;
}

/** A program on the path, where npm puts those of the project too. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

/**
 * The lower limit of Node's time: reads each file, parses its front matter and Markdown with the libraries of Colophon,
 * fills one template string, and writes the page. No schema, no catalog, no cache, no lists, no citations.
 */
export const bareNode = (threads: number): Peer => ({
  name: `bare Node, ${threads} thread${threads === 1 ? '' : 's'}`,
  prepare({ work, outDir, padding }) {
    mkdirSync(join(work, 'node'), { recursive: true });
    writeFileSync(join(work, 'node/padding.txt'), padding);
    const program = fileURLToPath(new URL('./node-limit-run.ts', import.meta.url));
    return { file: process.execPath, args: [program, work, outDir, String(threads)] };
  },
});

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileContent } from './write-site-file.ts';
import { linkFile } from './publish-site.ts';
import { fileLine, type RenderWorkerData } from './render-job.ts';

export interface WrittenFile {
  /** As {@link fileLine} makes it. */
  readonly line: string;
  /** False where the published site has the same bytes already. */
  readonly changed: boolean;
}

/**
 * Writes a file into the staged site, unless the published one has the same bytes already. `known`: the published site
 * has a file at this path.
 */
export function writeOutput(path: string, content: FileContent, known: boolean, site: RenderWorkerData): WrittenFile {
  const target = join(site.staging, path);
  if (typeof content === 'string' || content instanceof Uint8Array)
    return writeAtomically(path, target, content, known, site);
  return writePieces(path, target, content, known, site);
}

/** Text goes to the file in one call of the system's; a buffer of it would be made and freed for each page. */
function writeAtomically(
  path: string,
  target: string,
  content: string | Uint8Array,
  known: boolean,
  { outDir, staging, mode }: RenderWorkerData,
): WrittenFile {
  const old = known ? openOld(join(outDir, path)) : undefined;
  if (old !== undefined) {
    try {
      const bytes = readFileSync(old);
      if (bytes.equals(typeof content === 'string' ? Buffer.from(content) : content)) {
        if (mode === 'swap') linkFile(join(outDir, path), join(staging, path));
        return { line: fileLine(path, bytes.byteLength, fstatSync(old).mtimeMs), changed: false };
      }
    } finally {
      closeSync(old);
    }
  }
  makeFolder(dirname(target));
  writeFileSync(target, content);
  const { size, mtimeMs } = statSync(target);
  return { line: fileLine(path, size, mtimeMs), changed: true };
}

/** A large file is compared while it is written, so that it is never in memory as a whole. */
function writePieces(
  path: string,
  target: string,
  content: Iterable<Uint8Array>,
  known: boolean,
  { outDir, mode }: RenderWorkerData,
): WrittenFile {
  const old = known ? openOld(join(outDir, path)) : undefined;
  makeFolder(dirname(target));
  const handle = openSync(target, 'w');
  let size = 0;
  let same = old !== undefined;
  try {
    for (const bytes of joinSmall(content)) {
      if (old !== undefined && same) same = readAt(old, size, bytes.byteLength).equals(bytes);
      for (let offset = 0; offset < bytes.byteLength;) offset += writeSync(handle, bytes, offset);
      size += bytes.byteLength;
    }
    const before = old === undefined ? undefined : fstatSync(old);
    if (!same || before?.size !== size) return { line: fileLine(path, size, fstatSync(handle).mtimeMs), changed: true };
    unlinkSync(target);
    if (mode === 'swap') linkFile(join(outDir, path), target);
    return { line: fileLine(path, size, before.mtimeMs), changed: false };
  } finally {
    closeSync(handle);
    if (old !== undefined) closeSync(old);
  }
}

/** Folders of the staged site that this thread has made. */
const folders = new Set<string>();

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

const pieceSize = 262_144;

/** Pieces of some size, so that a file of ten thousand records does not take ten thousand writes. */
function* joinSmall(content: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const bytes of content) {
    waiting.push(bytes);
    size += bytes.byteLength;
    if (size < pieceSize) continue;
    yield waiting.length === 1 ? bytes : Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
}

function openOld(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(handle, buffer, read, length - read, position + read);
    if (count === 0) break;
    read += count;
  }
  return buffer.subarray(0, read);
}

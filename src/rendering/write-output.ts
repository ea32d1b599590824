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
import { isSystemError } from '../project/file-state.ts';

export interface WrittenFile {
  /** As {@link fileLine} makes it. */
  readonly line: string;
  /** False when the published site has the same bytes. */
  readonly changed: boolean;
}

/** Writes a file into the staged site, unless the published site has the same bytes. `exists`: it has a file at this path. */
export function writeOutput(path: string, content: FileContent, exists: boolean, site: RenderWorkerData): WrittenFile {
  const target = join(site.staging, path);
  if (typeof content === 'string' || content instanceof Uint8Array)
    return writeAtomically(path, target, content, exists, site);
  return writePieces(path, target, content, exists, site);
}

/** Text is written without a buffer, which would be allocated for each page. */
function writeAtomically(
  path: string,
  target: string,
  content: string | Uint8Array,
  exists: boolean,
  site: RenderWorkerData,
): WrittenFile {
  const { outDir, staging, mode } = site;
  const old = exists ? openIfExists(join(outDir, path)) : undefined;
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
  makeFolder(dirname(target), site);
  writeFileSync(target, content);
  const { size, mtimeMs } = statSync(target);
  return { line: fileLine(path, size, mtimeMs), changed: true };
}

/** Compares a large file while it is written, so that memory never holds all of it. */
function writePieces(
  path: string,
  target: string,
  content: Iterable<Uint8Array>,
  exists: boolean,
  site: RenderWorkerData,
): WrittenFile {
  const { outDir, mode } = site;
  const old = exists ? openIfExists(join(outDir, path)) : undefined;
  makeFolder(dirname(target), site);
  const handle = openSync(target, 'w');
  let size = 0;
  let same = old !== undefined;
  try {
    for (const bytes of joinPieces(content)) {
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

/** Folders of each staged site that this thread has created. */
const created = new WeakMap<RenderWorkerData, Set<string>>();

function makeFolder(folder: string, site: RenderWorkerData): void {
  const folders = created.get(site) ?? new Set();
  created.set(site, folders);
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

const pieceSize = 262_144;

/** Joins small pieces to at least {@link pieceSize} bytes, so that ten thousand records do not take ten thousand writes. */
function* joinPieces(content: Iterable<Uint8Array>): Generator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for (const bytes of content) {
    pending.push(bytes);
    size += bytes.byteLength;
    if (size < pieceSize) continue;
    yield pending.length === 1 ? bytes : Buffer.concat(pending);
    pending = [];
    size = 0;
  }
  if (size > 0) yield pending.length === 1 ? pending[0]! : Buffer.concat(pending);
}

function openIfExists(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
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

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileFile, type CompiledFile } from '../compile/compile-file.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import type { NewSource, SourceStamp } from '../store/source-table.ts';

/** Reads and compiles one content file. `path` is from the content folder. */
export function compileSource(folder: string, path: string, context: CompileContext): NewSource {
  const file = join(folder, path);
  const bytes = readBytes(file);
  const { kind, id, record, summary, readable, component, problems, links } = bytes
    ? compileFile(path, bytes, context)
    : unreadable(path);
  return {
    path,
    kind,
    id,
    component,
    ...(bytes ? stampOf(file, bytes) : staleStamp),
    ...(record === undefined ? {} : { record }),
    summary: summary ? JSON.stringify(summary) : (readable ?? ''),
    problems,
    links,
  };
}

/** Reads a file, and returns its stamp; undefined where it cannot be read. */
export function readStamp(file: string): SourceStamp | undefined {
  const bytes = readBytes(file);
  return bytes && stampOf(file, bytes);
}

/** Undefined where the file cannot be read, or was deleted after the folder was listed. */
function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** A stamp that no file has, so that the file is read again in the next run. */
const staleStamp: SourceStamp = { mtime: -1, size: -1, digest: '' };

const unreadable = (path: string): CompiledFile => ({
  kind: contentKinds.find((kind) => path.startsWith(`${kind}/`))!,
  id: path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
  component: false,
  links: [],
  problems: [
    {
      severity: 'error',
      name: 'file-unreadable',
      file: path,
      message: 'the file cannot be read',
      hint: 'check its permissions; if it was moved or deleted meanwhile, start again',
    },
  ],
});

/**
 * A file that was modified less than this many milliseconds ago gets no time in its stamp: it may change again within the
 * same tick of the file system's clock, and then its time would not show the change.
 */
const recentlyModified = 2000;

function stampOf(file: string, bytes: Uint8Array): SourceStamp {
  const stats = statSync(file, { throwIfNoEntry: false });
  // The file has changed since it was read.
  if (stats?.size !== bytes.byteLength) return staleStamp;
  const { mtimeMs, size } = stats;
  return {
    mtime: Date.now() - mtimeMs < recentlyModified ? -1 : mtimeMs,
    size,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { compareText, type Problem } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import type { CatalogStore, SourceStamp } from '../store/catalog-store.ts';
import { compileFile, type CompiledFile } from '../compile/compile-file.ts';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import type { CompileContext } from '../compile/compile-report.ts';

/** A file as compiled, ready for the store. */
export interface CompiledSource extends SourceStamp {
  readonly path: string;
  readonly kind: ContentKind;
  readonly id: string;
  readonly record?: string;
  /** JSON; empty where there is none. */
  readonly summary: string;
  readonly component: boolean;
  readonly problems: readonly Problem[];
}

/** Compiles many files at once, on several cores where that pays. */
export type CompileMany = (
  paths: readonly string[],
  save: (compiled: readonly CompiledSource[]) => void,
) => Promise<void>;

export interface ContentChange {
  readonly total: number;
  readonly compiled: number;
  readonly removed: number;
  /** Problems of the folder itself: files that are not read, and names that collide. */
  readonly problems: readonly Problem[];
}

/** A file modified this shortly before it was read may change again within the same tick of the clock; milliseconds. */
const unsettled = 2000;

/** Brings the store up to date with the content folder. A file whose time and size did not change is not read again. */
export async function readContent(folder: string, store: CatalogStore, compile: CompileMany): Promise<ContentChange> {
  const problems: Problem[] = [];
  const files = listContent(folder, problems);
  const stamps = store.stamps();
  const stale: [path: string, known: SourceStamp | undefined][] = [];
  for (const [path, stats] of files) {
    const known = stamps.get(path);
    stamps.delete(path);
    if (!known || known.mtime !== stats.mtimeMs || known.size !== stats.size) stale.push([path, known]);
  }
  let compiled = 0;
  const changed: string[] = [];
  for (const [path, known] of stale) {
    // Touched but equal, as after a fresh checkout: the digest decides.
    if (known && known.size === files.get(path)?.size) {
      const bytes = readBytes(join(folder, path));
      const fresh = bytes && stampOf(join(folder, path), bytes);
      if (fresh?.digest === known.digest) {
        store.restamp(path, fresh);
        continue;
      }
    }
    changed.push(path);
  }
  await compile(changed, (sources) => {
    compiled += sources.length;
    store.transaction(() => {
      for (const source of sources) store.saveSource(source);
    });
  });
  if (stamps.size > 0) {
    store.transaction(() => {
      for (const path of stamps.keys()) store.removeSource(path);
    });
  }
  return { total: files.size, compiled, removed: stamps.size, problems };
}

/** Reads and compiles one file. */
export function compileSource(folder: string, path: string, context: CompileContext): CompiledSource {
  const bytes = readBytes(join(folder, path));
  const { kind, id, record, summary, component, problems }: CompiledFile = bytes
    ? compileFile(path, bytes, context)
    : unreadable(path);
  return {
    path,
    kind,
    id,
    component,
    ...(bytes ? stampOf(join(folder, path), bytes) : neverRead),
    ...(record === undefined ? {} : { record }),
    summary: summary ? JSON.stringify(summary) : '',
    problems,
  };
}

/** Undefined where the file may not be read, or is gone since the folder was listed. */
function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The stamp of a file that is tried again in the next run, whatever it is then. */
const neverRead: SourceStamp = { mtime: -1, size: -1, digest: '' };

const unreadable = (path: string): CompiledFile => ({
  kind: contentKinds.find((kind) => path.startsWith(`${kind}/`))!,
  id: path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
  component: false,
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

function stampOf(file: string, bytes: Uint8Array): SourceStamp {
  const stats = statSync(file, { throwIfNoEntry: false });
  // What has changed since it was read is read again in the next run.
  if (stats?.size !== bytes.byteLength) return neverRead;
  const { mtimeMs, size } = stats;
  return {
    mtime: Date.now() - mtimeMs < unsettled ? -1 : mtimeMs,
    size,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Content files by path from the folder, in the order of the alphabet. */
function listContent(folder: string, problems: Problem[]): Map<string, Stats> {
  const root = realpathSync(folder);
  const files: [string, Stats][] = [];
  for (const kind of contentKinds) walk(join(folder, kind), `${kind}/`, kind, [join(root, kind)]);
  problems.push(...besideFolders(folder));
  return new Map(files.sort(([a], [b]) => compareText(a, b)));

  /** `prefix`: path of the directory from the content folder. `above`: the real paths of the folders in which this one stands, so that a link to one of them ends. */
  function walk(directory: string, prefix: string, kind: ContentKind, above: readonly string[]): void {
    for (const entry of readDirectory(directory)) {
      if (ignored.test(entry.name)) continue;
      const full = directory + sep + entry.name;
      const path = prefix + entry.name;
      const stats = statOf(full);
      if (!stats) {
        problems.push({
          severity: 'error',
          name: 'file-unreadable',
          file: path,
          message: 'the file cannot be opened',
          hint: 'check that it exists and may be read; a link may lead nowhere',
        });
      } else if (entry.isSymbolicLink() && !realpathSync(full).startsWith(root + sep)) {
        problems.push({
          severity: 'error',
          name: 'link-leaves-content',
          file: path,
          message: 'the file is a link that leads out of the content folder',
          hint: 'copy the file into the content folder',
        });
      } else if (stats.isDirectory()) {
        const real = realpathSync(full);
        if (above.includes(real))
          problems.push({
            severity: 'error',
            name: 'link-in-circle',
            file: path,
            message: 'the link leads back to a folder in which it stands',
            hint: 'delete the link',
          });
        else walk(full, `${path}/`, kind, [...above, real]);
      } else if (!stats.isFile()) {
        problems.push({
          severity: 'error',
          name: 'file-unreadable',
          file: path,
          message: 'this is neither a file nor a folder',
          hint: 'delete it',
        });
      } else if (expected[kind].test(entry.name)) {
        files.push([path, stats]);
      } else if (mistaken[kind].test(entry.name)) {
        const extension = kind === 'publications' || kind === 'pages' ? '.mdx' : '.yaml';
        problems.push({
          severity: 'error',
          name: 'file-not-read',
          file: path,
          message: `only ${extension} files are read here, so this one would not be published`,
          hint: `rename it to ${entry.name.replace(/\.[^.]*$/, '')}${extension}`,
        });
      }
    }
  }
}

const expected: Record<ContentKind, RegExp> = {
  publications: /\.mdx$/,
  pages: /\.mdx$/,
  people: /\.yaml$/,
  units: /\.yaml$/,
  journals: /\.yaml$/,
  topics: /\.yaml$/,
};
const prose = /\.(mdx?|markdown|txt|ya?ml|docx?|bib|ris)$/i;
const data = /\.(ya?ml|json|mdx?|txt|toml)$/i;
const mistaken: Record<ContentKind, RegExp> = {
  publications: prose,
  pages: prose,
  people: data,
  units: data,
  journals: data,
  topics: data,
};

/** Hidden files, copies that editors make, and what begins with an underscore. */
const ignored = /^[._]|~$|^Thumbs\.db$/i;

/** Content that stands beside the folders of the site, such as `publication/x.mdx`, where nobody reads it. */
function besideFolders(folder: string): Problem[] {
  return readDirectory(folder).flatMap((entry): Problem[] => {
    const { name } = entry;
    if (ignored.test(name) || name === 'site.yaml' || contentKinds.some((kind) => kind === name)) return [];
    if (!entry.isDirectory()) {
      return /\.(mdx?|ya?ml)$/i.test(name)
        ? [
            {
              severity: 'error',
              name: 'file-not-read',
              file: name,
              message: 'files in this place are not read, so this one would not be published',
              hint: `move it to one of ${contentKinds.map((kind) => `${kind}/`).join(', ')}`,
            },
          ]
        : [];
    }
    const near = closest(name, contentKinds);
    if (
      near === undefined &&
      !readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).some((path) =>
        /\.(mdx|ya?ml)$/i.test(path),
      )
    )
      return [];
    return [
      {
        severity: 'error',
        name: 'folder-not-read',
        file: name,
        message: 'no folder of this name is read, so what it holds would not be published',
        hint: near
          ? `did you mean ${near}?`
          : `move its files to one of ${contentKinds.map((kind) => `${kind}/`).join(', ')}, or start its name with an underscore`,
      },
    ];
  });
}

function readDirectory(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}

/** Undefined where the file cannot be reached, for whatever reason: a link to nowhere, a circle of links, no permission. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { offeredFormatIds } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';

/** Number and bytes of files. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** Files of a folder that were written after `since`, in milliseconds since 1970. */
export function sizeOfFolder(folder: string, since = 0): Size {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = sizeOfFolder(path, since);
      files += inner.files;
      bytes += inner.bytes;
    } else {
      const { size, mtimeMs } = statSync(path);
      if (mtimeMs < since) continue;
      files += 1;
      bytes += size;
    }
  }
  return { files, bytes };
}

/** Publication pages of a site, which Colophon and its peers write to publications/SLUG/index.html. */
export function sizeOfPublicationPages(site: string, slugs?: ReadonlySet<string>): Size {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(join(site, 'publications'), { withFileTypes: true })) {
    if (!entry.isDirectory() || (slugs && !slugs.has(entry.name))) continue;
    const page = statSync(join(site, 'publications', entry.name, 'index.html'), { throwIfNoEntry: false });
    if (!page) continue;
    files += 1;
    bytes += page.size;
  }
  return { files, bytes };
}

/** Kinds of files of a site, in the order of their usual bytes. */
export const fileKinds = [
  'pages of publications',
  'citation files of lists',
  'citation files of publications',
  'other pages',
  'search',
  'other files',
] as const;
export type FileKind = (typeof fileKinds)[number];

const citationExtensions = offeredFormats(offeredFormatIds).map(({ extension }) => extension);

export type SizeByKind = Readonly<Partial<Record<FileKind, Size>>>;

/** Kind of the file at a path of a site. */
export function kindOfFile(path: string): FileKind {
  const single = /^publications\/[^/]+/.test(path);
  if (path.endsWith('/index.html') || path === 'index.html')
    return /^publications\/[^/]+\/index\.html$/.test(path) ? 'pages of publications' : 'other pages';
  if (/^(?:pagefind|search)\//.test(path)) return 'search';
  if (!citationExtensions.some((extension) => path.endsWith(extension))) return 'other files';
  return single ? 'citation files of publications' : 'citation files of lists';
}

/** Files and bytes of a site by kind. */
export function sizeByKind(site: string): SizeByKind {
  const sizes = new Map<FileKind, Size>();
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true, encoding: 'utf8' })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const kind = kindOfFile(relative(site, path).split(sep).join('/'));
    const { files, bytes } = sizes.get(kind) ?? { files: 0, bytes: 0 };
    sizes.set(kind, { files: files + 1, bytes: bytes + statSync(path).size });
  }
  return Object.fromEntries(sizes);
}

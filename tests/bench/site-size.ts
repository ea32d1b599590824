import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

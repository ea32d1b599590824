import { permanentFormatIds, type OfferedFormat } from '../domain/publication/offered-format.ts';
import type { SiteSize } from '../domain/pages/site-size.ts';
import { readFileLines } from './render-job.ts';

/** The size of a site, and the size that it would have with the formats alone that are always offered. */
export interface MeasuredSite {
  readonly size: SiteSize;
  readonly withFewestFormats: SiteSize;
}

/** Adds up the files of a site, from the lines of its jobs. */
export function measureFiles(
  jobs: Iterable<{ readonly previous: string }>,
  formats: readonly OfferedFormat[],
): MeasuredSite {
  const optional = formats.filter(({ id }) => !permanentFormatIds.includes(id)).map(({ extension }) => extension);
  const [all, fewest] = [new Sum(), new Sum()];
  for (const { previous } of jobs)
    for (const { path, size } of readFileLines(previous)) {
      all.add(path, size);
      if (!optional.some((extension) => path.endsWith(extension))) fewest.add(path, size);
    }
  return { size: all.size(), withFewestFormats: fewest.size() };
}

class Sum {
  #files = 0;
  #bytes = 0;
  #largest = 0;
  readonly #folders = new Map<string, number>();

  add(path: string, bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
    this.#largest = Math.max(this.#largest, bytes);
    this.#addTo(folderOf(path));
  }

  size(): SiteSize {
    const fullest = this.#folders.values().reduce((most, count) => Math.max(most, count), 0);
    return { files: this.#files, bytes: this.#bytes, largestFile: this.#largest, fullestFolder: fullest };
  }

  /** Counts one more file or folder in a folder, and the folder itself where it is new. */
  #addTo(folder: string): void {
    const count = this.#folders.get(folder);
    if (count === undefined && folder !== '') this.#addTo(folderOf(folder));
    this.#folders.set(folder, (count ?? 0) + 1);
  }
}

/** Path of the folder that holds a file or folder; empty for the site itself. */
const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offeredFormatIds } from '../../src/domain/publication/offered-format.ts';
import { requireFormat } from '../../src/formats/written-formats.ts';
import { projectDir } from '../../src/project/settings.ts';
import { listFiles } from './list-files.ts';

/** Content of every kind, and what the last release published of it. */
export const releaseFolder = join(projectDir, 'tests/cases/release');

/** What an institute depends on in every version. */
export interface ReleasedSite {
  /** Paths of pages and files that others may link to, sorted. */
  readonly addresses: readonly string[];
  /** Files with the citations of all publications, by name. */
  readonly citations: Readonly<Record<string, string>>;
}

/** Reads what others depend on from a published site of the content. */
export function readReleasedSite(outDir: string): ReleasedSite {
  const names = offeredFormatIds.map((id) => `publications${requireFormat(id).file.extension}`);
  return {
    addresses: listFiles(outDir).filter((path) => !internal.test(path)),
    citations: Object.fromEntries(names.map((name) => [name, readFileSync(join(outDir, name), 'utf8')])),
  };
}

/** Files that only pages of the same build name: they have other names in each. */
const internal = /^(?:_astro|pagefind)\/|^[._]/;

/** What the last release published. */
export function readLastRelease(): ReleasedSite & { readonly version: string } {
  const read = (name: string) => readFileSync(join(releaseFolder, name), 'utf8');
  const [version = '', ...addresses] = read('addresses.txt').trimEnd().split('\n');
  const names = listFiles(join(releaseFolder, 'citations'));
  return {
    version: version.replace('# ', ''),
    addresses,
    citations: Object.fromEntries(names.map((name) => [name, read(join('citations', name))])),
  };
}

/**
 * Files of citations whose bytes differ from the last release on purpose, and the sentence of the changelog that says so:
 * lines such as `publications.ris: Reports have their number.`
 */
export function readChangedCitations(): ReadonlyMap<string, string> {
  const file = join(releaseFolder, 'changed-citations.txt');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.filter((line) => line !== '').map((line) => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
  );
}

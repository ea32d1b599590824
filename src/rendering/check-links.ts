import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogStore } from '../store/catalog-store.ts';
import { findLinks, hasFragment, type LinkSource } from './find-links.ts';
import { hashPath } from './path-set.ts';
import type { Plan } from './plan-jobs.ts';
import type { FoundLink, RenderFailure } from './render-job.ts';
import type { JobResults } from './run-jobs.ts';

export interface LinkCheck extends Pick<LinkSource, 'base' | 'site'> {
  readonly plan: Plan;
  readonly results: Pick<JobResults, 'missing' | 'parts'>;
  /** Whether the new site has a file, by its path. */
  readonly files: Pick<ReadonlySet<string>, 'has'>;
  /** Paths that the last site had, and the new one lacks. */
  readonly removed: readonly string[];
  readonly store: CatalogStore;
  /** Text of a file of the new site; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
}

/** Links inside the site that lead nowhere: those of pages that were made, and those of others to files that are gone. */
export function checkLinks(check: LinkCheck): readonly RenderFailure[] {
  const { results, files, read } = check;
  const pages = new Map<string, string | undefined>();
  const page = (path: string): string | undefined => {
    if (!pages.has(path)) pages.set(path, read(path));
    return pages.get(path);
  };
  return [
    ...results.missing.filter(({ path, fragment }) => fragment !== undefined || !files.has(path)),
    ...[...results.parts.values()].filter(
      ({ path, fragment = '' }) => files.has(path) && !hasFragment(page(path) ?? '', fragment),
    ),
    ...linksToRemoved(check),
  ].map(failureOf);
}

/** Links of pages that did not change to files that the site no longer has. */
function linksToRemoved({ plan, removed, store, read, base, site }: LinkCheck): readonly FoundLink[] {
  if (removed.length === 0) return [];
  const hashes = new Set(removed.map(hashPath));
  const gone = new Set(removed);
  const unchanged = new Map(plan.unchanged.map((job) => [`${job.address}\n${job.locale}`, job]));
  const found: FoundLink[] = [];
  for (const { address, locale, links } of store.renderedLinks()) {
    const job = unchanged.get(`${address}\n${locale}`);
    // Hashes of two paths may be equal: the page itself decides.
    if (!job || !links.some((hash) => hashes.has(hash))) continue;
    for (const { path } of findLinks(read(job.output) ?? '', { output: job.output, base, site }))
      if (gone.has(path)) found.push({ address, locale, path });
  }
  return found;
}

const failureOf = ({ address, locale, path, fragment }: FoundLink): RenderFailure => ({
  address,
  locale,
  stage: 'links',
  message: `/${path.replace(/(?<=^|\/)index\.html$/, '')}${fragment === undefined ? '' : `#${fragment}`}`,
});

/** Reads a file of the new site from the first folder that has it, such as that of a published file that did not change. */
export const readNewFile =
  (...folders: readonly string[]) =>
  (path: string): string | undefined => {
    const file = folders.map((folder) => join(folder, path)).find((candidate) => existsSync(candidate));
    return file === undefined ? undefined : readFileSync(file, 'utf8');
  };

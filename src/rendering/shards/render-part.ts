import { createHash } from 'node:crypto';
import { checkLinks, readNewFile } from '../check-links.ts';
import { deferredPrefix, isPage, listJobs, planDeferred, takenPaths, type Plan, type SiteJob } from '../plan-jobs.ts';
import { publish } from '../publish-site.ts';
import { readFileLines, type RenderJob } from '../render-job.ts';
import { plannedPaths, type RenderedSite, type RenderOptions } from '../render-site.ts';
import { runJobs } from '../run-jobs.ts';
import { divideJobs, workOf } from './divide-jobs.ts';
import { partVersion, removePart, writePart, writePartList, type PartOrigin } from './part.ts';
import type { Shard } from './shard.ts';

export interface PartOptions extends Omit<RenderOptions, 'deferred'> {
  /** Folder of the part. The output folder of the settings is that of its files. */
  readonly folder: string;
  readonly shard: Shard;
  readonly origin: Omit<PartOrigin, 'plan'>;
  /** Number of publications of the whole site. */
  readonly publications: number;
  /** Makes the files of the search. One part calls it. */
  readonly makeSearch: () => RenderOptions['deferred'];
}

/**
 * Renders the pages and files of one part of the site. A part is made whole, also where an earlier one is there: it keeps
 * nothing of the last one but what the catalog holds. Publishes nothing when a page fails.
 */
export async function renderPart(options: PartOptions): Promise<RenderedSite> {
  const { settings, store, shard, site } = options;
  const all = listJobs(options);
  const division = divideJobs(all, shard.of, {
    ...workOf(site, options.publications),
    shown: store.shownBytes(),
  });
  const taken = takenPaths(settings);
  const own: RenderJob[] = [];
  const planned = createHash('sha256');
  function* chooseOwn(): Generator<SiteJob> {
    for (const job of taken.pass(all)) {
      planned.update(`${job.address}\n${job.locale}\n${job.output}\n${job.key}\n`);
      if (division.partOf(job) === shard.number) own.push({ ...job, previous: '', unchanged: false });
      yield job;
    }
  }
  const known = plannedPaths(chooseOwn(), site);
  const plan: Plan = {
    ...{ stale: own, unchanged: [], obsolete: [], published: false },
    ...{ taken, altered: new Set(), deferredBefore: new Map() },
  };
  const hasSearch = site.features.search && division.search === shard.number;
  const deferred = (hasSearch ? options.makeSearch() : Promise.resolve([])).then((files) =>
    planDeferred(plan, files).stale.filter(({ address }) => address.startsWith(deferredPrefix)),
  );
  deferred.catch(() => {});
  const { staging, results, times, failures, ...links } = await runJobs(own, {
    ...options,
    deferred,
    mode: 'swap',
    known,
  });
  await deferred;
  const pages = own.filter(isPage).length;
  const done = {
    pages,
    rendered: pages,
    filesWritten: 0,
    filesRemoved: 0,
    files: 0,
    bytes: 0,
    mode: 'swap' as const,
    times,
  };
  if (failures.length > 0) return { ...done, failures, problems: [] };
  const paths = results.flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path)).sort();
  const files = new Set(paths);
  const read = readNewFile(staging.folder);
  const dead = checkLinks({ plan, results: links, files, removed: [], store, read, base: site.base, site: site.url });
  const problems = options.findProblems(read);
  if (dead.length > 0 || problems.length > 0) return { ...done, failures: dead, problems };
  const { folder } = options;
  removePart(folder);
  publish(settings.outDir, staging, { changed: [], removed: [] })();
  const written = writePartList(folder, paths);
  const elsewhere = [...links.parts.values()].filter(({ path }) => !files.has(path));
  writePart(folder, {
    version: partVersion,
    shard,
    origin: { ...options.origin, plan: planned.digest('hex') },
    pages,
    ...written,
    withheld: [...store.citations.withheld()]
      .flatMap(([slug, own]) => own.map(({ format }) => `${slug} ${format}`))
      .sort(),
    links: elsewhere.map(({ address, locale, path, fragment = '' }) => ({ address, locale, path, fragment })),
  });
  return { ...done, filesWritten: written.files, files: written.files, bytes: written.bytes, failures, problems };
}

import { availableParallelism } from 'node:os';
import { isCardAddress, isFileAddress } from '../domain/pages/site-file.ts';
import { catalogVariable } from '../store/open-catalog.ts';
import { feedThreads } from './feed-threads.ts';
import type { SiteSources } from './plan-jobs.ts';
import { createStaging, type Publishing, type Staging } from './publish-site.ts';
import {
  type FoundLink,
  type RenderFailure,
  type RenderJob,
  type RenderReply,
  type RenderResult,
  type RenderWorkerData,
  type StageTimes,
} from './render-job.ts';

const batchSize = 40;
/** Jobs that a thread makes in the time that another thread needs to start. */
const jobsPerThread = 160;

/** Most dead links that are reported: more of them have one cause, such as a fault in a kind of page. */
const missingLimit = 1000;

export interface JobResults {
  readonly staging: Staging;
  readonly results: readonly RenderResult[];
  readonly failures: readonly RenderFailure[];
  readonly times: StageTimes;
  readonly missing: readonly FoundLink[];
  /** Links to parts of other pages, each part once, by path and fragment. */
  readonly parts: ReadonlyMap<string, FoundLink>;
}

interface RunOptions extends Pick<SiteSources, 'settings' | 'site' | 'store' | 'templates'> {
  /** Known later than the others, and run last. */
  readonly deferred: Promise<readonly RenderJob[]>;
  readonly mode: Publishing;
  /** Paths of the planned files, as a path set. */
  readonly known: SharedArrayBuffer;
  /** Counts pages. */
  readonly progress: (done: number, total: number) => void;
}

const countPages = (made: readonly { readonly address: string }[]): number =>
  made.filter(({ address }) => !isFileAddress(address)).length;

/**
 * Runs jobs in render threads, at most one for each core, which write into a new staging folder, and saves the references in the
 * catalog. Throws when the disk fails or a thread ends too early.
 */
export async function runJobs(
  first: readonly RenderJob[],
  { settings, site, store, templates, deferred, mode, known, progress }: RunOptions,
): Promise<JobResults> {
  store.transaction(() => store.citations.removeStaleReferences());
  const staging = createStaging(settings.outDir, mode);
  if (first.some(({ address, unchanged }) => isCardAddress(address) && !unchanged)) {
    const { prepareCards } = await import('../cards/card-fonts.ts');
    await prepareCards(settings);
  }
  process.env[catalogVariable] = settings.catalogFile;
  const data: RenderWorkerData = {
    templates: templates.folder,
    outDir: settings.outDir,
    staging: staging.folder,
    mode,
    base: site.base,
    site: site.url,
    known,
  };
  const results: RenderResult[] = [];
  const failures: RenderFailure[] = [];
  const missing: FoundLink[] = [];
  const parts = new Map<string, FoundLink>();
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const jobs = [...first];
  // Only pages are counted: files are quick to make, and are not in the number of pages that a build reports.
  const pages = countPages(first);
  let done = 0;
  const complete = deferred.then((added) => {
    for (const job of added) jobs.push(job);
  });
  let next = 0;
  /** Up to {@link batchSize} jobs; undefined when none remain, or when 20 pages have failed. */
  const takeBatch = async (): Promise<readonly RenderJob[] | undefined> => {
    if (next >= jobs.length) await complete;
    if (next >= jobs.length || failures.length >= 20) return undefined;
    const batch = jobs.slice(next, next + batchSize);
    next += batch.length;
    return batch;
  };
  await feedThreads<readonly RenderJob[], RenderReply>({
    script: new URL('./render-worker.ts', import.meta.url),
    options: { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 } },
    threads: Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(jobs.length / jobsPerThread))),
    next: takeBatch,
    take(reply) {
      if (reply.references.length > 0) store.transaction(() => store.citations.saveReferences(reply.references));
      failures.push(...reply.failures);
      if (missing.length < missingLimit) missing.push(...reply.missing);
      for (const part of reply.parts) parts.set(`${part.path}#${part.fragment}`, part);
      for (const result of reply.results) results.push(result);
      for (const stage of ['pages', 'citations', 'files'] as const) times[stage] += reply.times[stage];
      const made = countPages(reply.results);
      done += made;
      if (made > 0) progress(done, pages);
    },
    sideTask: complete,
    describe: (batch) => `made ${batch[0]!.output}${batch.length > 1 ? ` to ${batch.at(-1)!.output}` : ''}`,
    hint: 'correct the code in the bodies of these pages, which may have ended it; where they hold none, please report it',
  });
  const ofDisk = failures.find(({ code }) => code !== undefined);
  if (ofDisk) throw Object.assign(new Error(ofDisk.message), { code: ofDisk.code });
  return { staging, results, failures, times, missing, parts };
}

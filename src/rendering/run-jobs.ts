import { availableParallelism } from 'node:os';
import { isFileAddress } from '../domain/pages/site-file.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { catalogVariable } from '../store/open-catalog.ts';
import { feedThreads } from './feed-threads.ts';
import {
  phaseOf,
  type RenderFailure,
  type RenderJob,
  type RenderReply,
  type RenderResult,
  type RenderWorkerData,
  type StageTimes,
} from './render-job.ts';

const batchSize = 40;

export interface JobResults {
  readonly results: readonly RenderResult[];
  readonly failures: readonly RenderFailure[];
  readonly times: StageTimes;
}

const isPage = ({ address }: { readonly address: string }): boolean => !isFileAddress(address);

/**
 * Runs jobs in render threads, at most one for each core, and saves the citation texts in the catalog. `deferredJobs` are
 * known later, and run last. `progress` counts pages. Throws when a thread ends too early.
 */
export async function runJobs(
  first: readonly RenderJob[],
  deferredJobs: Promise<readonly RenderJob[]>,
  data: RenderWorkerData,
  store: CatalogStore,
  progress: (done: number, total: number) => void,
): Promise<JobResults> {
  process.env[catalogVariable] = data.catalog;
  const results: RenderResult[] = [];
  const failures: RenderFailure[] = [];
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const jobs = [...first];
  const complete = deferredJobs.then((added) => {
    for (const job of added) jobs.push(job);
  });
  let next = 0;
  let phase = 0;
  let running = 0;
  let waiting: (() => void)[] = [];
  const endBatch = () => {
    running -= 1;
    if (running > 0) return;
    for (const proceed of waiting) proceed();
    waiting = [];
  };
  /** Up to {@link batchSize} jobs of one phase; undefined when none remain, or when 20 pages have failed. */
  const takeBatch = async (): Promise<readonly RenderJob[] | undefined> => {
    for (;;) {
      if (next >= jobs.length) await complete;
      const job = jobs[next];
      if (!job || failures.length >= 20) return undefined;
      if (phaseOf(job) <= phase) break;
      if (running === 0) phase = phaseOf(job);
      else await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const start = next;
    while (next < jobs.length && next < start + batchSize && phaseOf(jobs[next]!) <= phase) next += 1;
    running += 1;
    return jobs.slice(start, next);
  };
  await feedThreads<readonly RenderJob[], RenderReply>({
    script: new URL('./render-worker.ts', import.meta.url),
    options: { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 } },
    threads: Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(jobs.length / batchSize))),
    next: takeBatch,
    take(reply) {
      if (reply.citations.length > 0) store.transaction(() => store.citations.save(reply.citations));
      failures.push(...reply.failures);
      for (const result of reply.results) results.push(result);
      endBatch();
      for (const stage of ['pages', 'citations', 'files'] as const) times[stage] += reply.times[stage];
      // Files are quick to make, and a build reports them by another number.
      if (reply.results.some(isPage)) progress(results.filter(isPage).length, jobs.filter(isPage).length);
    },
    sideTask: complete,
    describe: (batch) => `made ${batch[0]!.output}${batch.length > 1 ? ` to ${batch.at(-1)!.output}` : ''}`,
    hint: 'correct the code in the bodies of these pages, which may have ended it; where they hold none, please report it',
  });
  return { results, failures, times };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { catalogVariable } from '../catalog/open-catalog.ts';
import type { CatalogStore, PageRow, RenderedPage } from '../catalog/catalog-store.ts';
import type { Asset } from '../catalog/read-assets.ts';
import type { Site } from '../domain/site.ts';
import { isFileAddress } from '../domain/site-file.ts';
import type { Settings } from '../settings.ts';
import type { Templates } from './compile-templates.ts';
import { createStaging, identityOf, publish, type Publishing } from './publish-site.ts';
import {
  readFileLines,
  type RenderFailure,
  type RenderJob,
  type RenderReply,
  type RenderResult,
  type RenderWorkerData,
  type StageTimes,
} from './render-job.ts';

export interface RenderOptions {
  readonly settings: Settings;
  readonly site: Site;
  readonly store: CatalogStore;
  readonly templates: Templates;
  readonly assets: readonly Asset[];
  /** Digest of what every page shows besides its own data. */
  readonly siteDigest: string;
  /** Files that are made while the pages are rendered, and are published with them. Where they fail, nothing is. */
  readonly late: Promise<readonly CopiedFile[]>;
  readonly progress: (done: number, total: number) => void;
}

/** A file that is published as it is. */
export interface CopiedFile {
  /** Path in the site. */
  readonly output: string;
  readonly source: string;
  readonly digest: string;
}

export interface RenderedSite {
  readonly pages: number;
  readonly rendered: number;
  readonly files: number;
  /** Bytes of all files of the site. */
  readonly bytes: number;
  readonly filesWritten: number;
  readonly filesRemoved: number;
  readonly mode: Publishing | 'none';
  readonly times: StageTimes;
  readonly failures: RenderReply['failures'];
}

/** Up to this many changed pages the site is changed in place; beyond, a whole new one takes its place. */
const patchLimit = 400;
const batchSize = 40;

/** Renders every page that changed, and publishes the site whole; nothing is published when a page fails. */
export async function renderSite(options: RenderOptions): Promise<RenderedSite> {
  const { settings, store } = options;
  const pages = planJobs(options);
  const late = options.late.then((files) => planLate(pages, files, settings));
  // It is waited for below; until then a failure must not look like one that nobody minds.
  late.catch(() => {});
  // Where no page changed, the other files tell whether there is anything to publish.
  const quiet = pages.stale.length === 0 && pages.gone.length === 0;
  const first = quiet ? await late : pages;
  const base = { pages: pages.pages, files: 0, bytes: 0, times: { pages: 0, citations: 0, files: 0 }, failures: [] };
  if (first.stale.length === 0 && first.gone.length === 0) {
    return { ...base, ...measure(first.carried), rendered: 0, filesWritten: 0, filesRemoved: 0, mode: 'none' };
  }
  store.transaction(() => store.forgetCitations(options.templates.digest));
  const mode = pages.published && pages.stale.length + pages.gone.length <= patchLimit ? 'patch' : 'swap';
  const staging = createStaging(settings.outDir, mode);
  const ofMode = ({ stale, carried }: Plan) => (mode === 'swap' ? [...stale, ...carried] : stale);
  const more = late.then((plan) => ofMode(plan).filter(({ address }) => address.startsWith(latePrefix)));
  const { results, times, failures } = await runJobs(ofMode(pages), more, mode, staging.folder, options);
  const plan = await late;
  const rendered = plan.stale.filter(({ source, address }) => source === undefined && !isFileAddress(address)).length;
  if (failures.length > 0) return { ...base, rendered, filesWritten: 0, filesRemoved: 0, mode, times, failures };
  const kept = new Set(results.flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path)));
  const stillThere =
    mode === 'patch'
      ? new Set([
          ...kept,
          ...plan.carried.flatMap(({ previous }) => [...readFileLines(previous)].map(({ path }) => path)),
        ])
      : kept;
  const before = [...plan.gone, ...plan.stale.map(({ previous }) => ({ files: previous }))];
  const removed = before
    .flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path))
    .filter((path) => !stillThere.has(path));
  const changed = results.flatMap((result) => result.changed);
  // Forgetting first: if the build dies between the two, the next one renders everything again instead of trusting wrong rows.
  store.setSetting('published', '');
  const cleanUp = publish(settings.outDir, staging, { changed, removed });
  store.transaction(() => {
    store.saveRendered(results, plan.gone);
    store.setSetting('published', identityOf(settings.outDir) ?? '');
  });
  cleanUp();
  const all =
    mode === 'swap'
      ? results.map(({ files }) => ({ previous: files }))
      : [...results.map(({ files }) => ({ previous: files })), ...plan.carried];
  return {
    ...base,
    ...measure(all),
    rendered,
    filesWritten: changed.length,
    filesRemoved: removed.length,
    mode,
    times,
    failures,
  };
}

interface Plan {
  readonly pages: number;
  readonly stale: readonly RenderJob[];
  readonly carried: readonly RenderJob[];
  readonly gone: readonly RenderedPage[];
  /** The published folder is the one that the cache describes. */
  readonly published: boolean;
  /** Late files of the last site, by their addresses. */
  readonly lateBefore: ReadonlyMap<string, RenderedPage>;
}

const latePrefix = 'late:';

/** The plan with the files that were made meanwhile. */
function planLate(plan: Plan, files: readonly CopiedFile[], { outDir }: Settings): Plan {
  const before = new Map(plan.lateBefore);
  const stale = [...plan.stale];
  const carried = [...plan.carried];
  for (const { output, source, digest } of files) {
    const address = latePrefix + output;
    const old = before.get(address);
    before.delete(address);
    const job = { address, locale: '', kind: 'copy', source, output, key: digest };
    if (old?.key === digest && filesAreThere(outDir, old.files))
      carried.push({ ...job, previous: old.files, carry: true });
    else stale.push({ ...job, previous: old?.files ?? '', carry: false });
  }
  return { ...plan, stale, carried, gone: [...plan.gone, ...before.values()] };
}

function planJobs({ settings, site, store, templates, assets, siteDigest }: RenderOptions): Plan {
  const published =
    store.setting('published') === identityOf(settings.outDir) && identityOf(settings.outDir) !== undefined;
  const rendered = published ? store.rendered() : new Map<string, RenderedPage>();
  const stale: RenderJob[] = [];
  const carried: RenderJob[] = [];
  const shared = createHash('sha256').update(`${templates.digest}\n${siteDigest}`).digest('hex').slice(0, 12);
  let pages = 0;
  const add = (job: Omit<RenderJob, 'previous' | 'carry'>) => {
    const id = `${job.address}\n${job.locale}`;
    const old = rendered.get(id);
    rendered.delete(id);
    if (old?.key === job.key && filesAreThere(settings.outDir, old.files))
      carried.push({ ...job, previous: old.files, carry: true });
    else stale.push({ ...job, previous: old?.files ?? '', carry: false });
  };
  for (const row of store.pageKeys()) {
    for (const locale of localesOf(row, site)) {
      if (!isFileAddress(row.address)) pages += 1;
      const citations =
        row.kind === 'publication' && row.slug !== null && locale === site.locales[0] ? { citations: row.slug } : {};
      add({
        address: row.address,
        locale,
        kind: row.kind,
        output: outputOf(row, locale, site),
        key: `${row.key} ${shared}`,
        ...citations,
      });
    }
  }
  for (const { output, source, digest } of [
    ...staticFiles(templates),
    ...assets.map((asset) => ({ ...asset, source: join(settings.contentDir, asset.file) })),
  ]) {
    add({ address: `copy:${output}`, locale: '', kind: 'copy', source, output, key: digest });
  }
  stale.sort((a, b) => waveOf(a) - waveOf(b));
  const left = [...rendered.values()];
  return {
    pages,
    stale,
    carried,
    gone: left.filter(({ address }) => !address.startsWith(latePrefix)),
    published,
    lateBefore: new Map(left.filter(({ address }) => address.startsWith(latePrefix)).map((row) => [row.address, row])),
  };
}

/**
 * Lists say how large their files of citations are, and those files take the texts of publications from the catalog, which
 * has them when the pages of the publications are rendered: one wave begins when the one before it has ended.
 */
const waveOf = ({ kind, address, carry }: RenderJob): number =>
  carry || kind === 'publication' ? 0 : isFileAddress(address) ? 2 : 1;

/** A text page exists in the locale that it was written for; files and the page for missing addresses once; other pages in all. */
function localesOf(
  { address, locale, kind }: Pick<PageRow, 'address' | 'locale' | 'kind'>,
  site: Site,
): readonly string[] {
  if (locale !== '') return [locale];
  return kind === 'not-found' || isFileAddress(address) ? site.locales.slice(0, 1) : site.locales;
}

function outputOf(row: Pick<PageRow, 'address' | 'kind'>, locale: string, site: Site): string {
  if (row.kind === 'not-found') return '404.html';
  if (isFileAddress(row.address)) return row.address.slice(1);
  const prefix = locale === site.locales[0] ? '' : `${locale}/`;
  return `${prefix}${row.address.slice(1)}index.html`;
}

/** Styles, scripts and fonts of the templates, and all of `public/`. */
function staticFiles({ folder }: Templates): { output: string; source: string; digest: string }[] {
  const root = join(folder, 'client');
  const walk = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(directory, entry.name)) : [join(directory, entry.name)],
    );
  return walk(root).map((source) => ({
    source,
    output: relative(root, source).split(sep).join('/'),
    digest: createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 22),
  }));
}

function filesAreThere(outDir: string, files: string): boolean {
  for (const { path, size, mtime } of readFileLines(files)) {
    const stats = statSync(join(outDir, path), { throwIfNoEntry: false });
    if (stats?.size !== size || stats.mtimeMs !== mtime) return false;
  }
  return true;
}

async function runJobs(
  first: readonly RenderJob[],
  more: Promise<readonly RenderJob[]>,
  mode: Publishing,
  staging: string,
  { settings, site, store, templates, progress }: RenderOptions,
) {
  process.env[catalogVariable] = settings.catalogFile;
  const data: RenderWorkerData = {
    templates: templates.folder,
    catalog: settings.catalogFile,
    outDir: settings.outDir,
    staging,
    mode,
    base: site.base,
  };
  const results: RenderResult[] = [];
  const failures: RenderFailure[] = [];
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const jobs = [...first];
  const complete = more.then((late) => {
    jobs.push(...late);
  });
  complete.catch(() => {});
  let next = 0;
  let wave = 0;
  let running = 0;
  let waiting: (() => void)[] = [];
  const endBatch = () => {
    running -= 1;
    if (running > 0) return;
    for (const proceed of waiting) proceed();
    waiting = [];
  };
  /** Jobs of one wave; none when all are taken, or when so many failed that the site will not be published. */
  const takeBatch = async (): Promise<readonly RenderJob[]> => {
    for (;;) {
      if (next >= jobs.length) await complete;
      const job = jobs[next];
      if (!job || failures.length >= 20) return [];
      if (waveOf(job) <= wave) break;
      if (running === 0) wave = waveOf(job);
      else await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const start = next;
    while (next < jobs.length && next < start + batchSize && waveOf(jobs[next]!) <= wave) next += 1;
    running += 1;
    return jobs.slice(start, next);
  };
  const workers: Worker[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 },
      });
      workers.push(worker);
      let finished = false;
      const send = async () => {
        const batch = await takeBatch();
        finished = batch.length === 0;
        worker.postMessage(finished ? undefined : batch);
      };
      worker.on('message', (reply: RenderReply) => {
        if (reply.citations.length > 0) store.transaction(() => store.saveCitations(reply.citations));
        failures.push(...reply.failures);
        for (const result of reply.results) results.push(result);
        endBatch();
        send().catch(reject);
        for (const stage of ['pages', 'citations', 'files'] as const) times[stage] += reply.times[stage];
        progress(results.length, jobs.length);
      });
      worker.once('error', reject);
      // Code in a body can end the thread, and its pages would be missing.
      worker.once('exit', () =>
        finished
          ? resolve()
          : reject(new Error('a thread ended before its pages were rendered; code in a body may have ended it')),
      );
      send().catch(reject);
    });
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(jobs.length / batchSize)));
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } catch (error) {
    // The others would wait for ever for a batch that does not come.
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  }
  return { results, failures, times };
}

function measure(pages: readonly { readonly previous: string }[]): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const { previous } of pages) {
    for (const { size } of readFileLines(previous)) {
      files += 1;
      bytes += size;
    }
  }
  return { files, bytes };
}

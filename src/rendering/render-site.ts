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
  readonly progress: (done: number, total: number) => void;
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
  const plan = planJobs(options);
  const base = { pages: plan.pages, files: 0, bytes: 0, times: { pages: 0, citations: 0, files: 0 }, failures: [] };
  if (plan.stale.length === 0 && plan.gone.length === 0) {
    return { ...base, ...measure(plan.carried), rendered: 0, filesWritten: 0, filesRemoved: 0, mode: 'none' };
  }
  store.transaction(() => store.forgetCitations(options.templates.digest));
  const mode = plan.published && plan.stale.length + plan.gone.length <= patchLimit ? 'patch' : 'swap';
  const staging = createStaging(settings.outDir, mode);
  const jobs = mode === 'swap' ? [...plan.stale, ...plan.carried] : plan.stale;
  const { results, times, failures } = await runJobs(jobs, mode, staging.folder, options);
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
  // Other files take the texts of publications from the catalog, which has them when their pages are rendered.
  stale.sort((a, b) => waveOf(a) - waveOf(b));
  return { pages, stale, carried, gone: [...rendered.values()], published };
}

const waveOf = ({ kind, address }: RenderJob): number => (kind === 'publication' ? 0 : isFileAddress(address) ? 2 : 1);

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
  jobs: readonly RenderJob[],
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
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 },
      });
      let finished = false;
      const send = () => {
        const batch = jobs.slice(next, next + batchSize);
        next += batchSize;
        finished = batch.length === 0 || failures.length >= 20;
        worker.postMessage(finished ? undefined : batch);
      };
      worker.on('message', (reply: RenderReply) => {
        send();
        if (reply.citations.length > 0) store.transaction(() => store.saveCitations(reply.citations));
        for (const result of reply.results) results.push(result);
        failures.push(...reply.failures);
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
      send();
    });
  const threads = Math.max(1, Math.min(availableParallelism(), 8, Math.ceil(jobs.length / batchSize)));
  await Promise.all(Array.from({ length: threads }, work));
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

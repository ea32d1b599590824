import { isFileAddress } from '../domain/pages/site-file.ts';
import { deferredPrefix, planJobs, planDeferred, type CopiedFile, type Plan, type SiteSources } from './plan-jobs.ts';
import { createStaging, identityOf, publish, type Publishing } from './publish-site.ts';
import { readFileLines, type RenderReply, type StageTimes } from './render-job.ts';
import { runJobs } from './run-jobs.ts';

export interface RenderOptions extends SiteSources {
  /** Files that are made while the pages are rendered, and are published with them. Where they fail, nothing is. */
  readonly deferred: Promise<readonly CopiedFile[]>;
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

/** Renders every page that changed, and publishes the site whole; nothing is published when a page fails. */
export async function renderSite(options: RenderOptions): Promise<RenderedSite> {
  const { settings, store } = options;
  const pages = planJobs(options);
  const deferred = options.deferred.then((files) => planDeferred(pages, files, settings));
  // It is waited for below; until then a failure must not look like one that nobody minds.
  deferred.catch(() => {});
  // Where no page changed, the other files tell whether there is anything to publish.
  const quiet = pages.stale.length === 0 && pages.gone.length === 0;
  const first = quiet ? await deferred : pages;
  const base = { pages: pages.pages, files: 0, bytes: 0, times: { pages: 0, citations: 0, files: 0 }, failures: [] };
  if (first.stale.length === 0 && first.gone.length === 0) {
    return { ...base, ...measure(first.unchanged), rendered: 0, filesWritten: 0, filesRemoved: 0, mode: 'none' };
  }
  store.transaction(() => store.removeStaleCitations(options.templates.digest));
  const mode = pages.published && pages.stale.length + pages.gone.length <= patchLimit ? 'patch' : 'swap';
  const staging = createStaging(settings.outDir, mode);
  const ofMode = ({ stale, unchanged }: Plan) => (mode === 'swap' ? [...stale, ...unchanged] : stale);
  const more = deferred.then((plan) => ofMode(plan).filter(({ address }) => address.startsWith(deferredPrefix)));
  const { results, times, failures } = await runJobs(
    ofMode(pages),
    more,
    {
      templates: options.templates.folder,
      catalog: settings.catalogFile,
      outDir: settings.outDir,
      staging: staging.folder,
      mode,
      base: options.site.base,
    },
    store,
    options.progress,
  );
  const plan = await deferred;
  const rendered = plan.stale.filter(({ source, address }) => source === undefined && !isFileAddress(address)).length;
  const obstacle = failures.find(({ code }) => code !== undefined);
  if (obstacle) throw Object.assign(new Error(obstacle.message), { code: obstacle.code });
  if (failures.length > 0) return { ...base, rendered, filesWritten: 0, filesRemoved: 0, mode, times, failures };
  const kept = new Set(results.flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path)));
  const stillThere =
    mode === 'patch'
      ? new Set([
          ...kept,
          ...plan.unchanged.flatMap(({ previous }) => [...readFileLines(previous)].map(({ path }) => path)),
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
      : [...results.map(({ files }) => ({ previous: files })), ...plan.unchanged];
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

import type { Problem } from '../domain/problems/problem.ts';
import { singleFormats } from '../domain/publication/offered-format.ts';
import { checkLinks, readNewFile } from './check-links.ts';
import { PathSet } from './path-set.ts';
import { measureFiles, type MeasuredSite } from './measure-files.ts';
import {
  deferredPrefix,
  isPage,
  planJobs,
  planDeferred,
  type CopiedFile,
  type Plan,
  type SiteJob,
  type SiteSources,
} from './plan-jobs.ts';
import { identityOf, publish, type Publishing } from './publish-site.ts';
import { readFileLines, type RenderReply, type StageTimes } from './render-job.ts';
import { runJobs } from './run-jobs.ts';

export interface RenderOptions extends SiteSources {
  /** Files that are made while the pages are rendered, and are published with them. Nothing is published when they fail. */
  readonly deferred: Promise<readonly CopiedFile[]>;
  readonly progress: (done: number, total: number) => void;
  /** Problems of the content that only the new site shows. `read` returns the text of one of its files. */
  readonly findProblems: (read: (path: string) => string | undefined) => readonly Problem[];
}

export interface RenderedSite {
  readonly pages: number;
  readonly rendered: number;
  readonly files: number;
  /** Bytes of all files of the site. */
  readonly bytes: number;
  /** Absent for a part of a site. */
  readonly measured?: MeasuredSite;
  readonly filesWritten: number;
  readonly filesRemoved: number;
  /** Paths of the files that were written and removed; absent for a part of a site, and where nothing is published. */
  readonly changes?: SiteChanges;
  /** `none` when nothing changed. */
  readonly mode: Publishing | 'none';
  readonly times: StageTimes;
  readonly failures: RenderReply['failures'];
  /** What `findProblems` found. */
  readonly problems: readonly Problem[];
}

export interface SiteChanges {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Largest number of changed pages for a patch; with more, a complete new site replaces the old one. */
const patchLimit = 400;

/** Renders the changed pages and publishes the complete site. Publishes nothing when a page fails. */
export async function renderSite(options: RenderOptions): Promise<RenderedSite> {
  const { settings, store } = options;
  const pages = planJobs(options);
  const deferred = options.deferred.then((files) => planDeferred(pages, files));
  // Awaited below; the empty handler prevents an unhandled rejection before that.
  deferred.catch(() => {});
  // When no page changed, the deferred files decide whether there is anything to publish.
  const pagesUnchanged = pages.stale.length === 0 && pages.obsolete.length === 0;
  const known = pagesUnchanged ? await deferred : pages;
  const noTime = { pages: 0, citations: 0, files: 0 };
  const all = [...pages.stale, ...pages.unchanged];
  const base = { pages: all.filter(isPage).length, files: 0, bytes: 0, times: noTime, failures: [], problems: [] };
  if (known.stale.length === 0 && known.obsolete.length === 0) {
    return {
      ...base,
      ...sizeOf(known.unchanged, options),
      rendered: 0,
      filesWritten: 0,
      filesRemoved: 0,
      changes: { written: [], removed: [] },
      mode: 'none',
    };
  }
  const mode = pages.published && pages.stale.length + pages.obsolete.length <= patchLimit ? 'patch' : 'swap';
  const jobsOf = ({ stale, unchanged }: Plan) => (mode === 'swap' ? [...stale, ...unchanged] : stale);
  const { staging, results, times, failures, ...links } = await runJobs(jobsOf(pages), {
    ...options,
    deferred: deferred.then((plan) => jobsOf(plan).filter(({ address }) => address.startsWith(deferredPrefix))),
    mode,
    known: plannedPaths(all, options.site),
  });
  const plan = await deferred;
  const rendered = plan.stale.filter(isPage).length;
  if (failures.length > 0) return { ...base, rendered, filesWritten: 0, filesRemoved: 0, mode, times, failures };
  const published = new Set(results.flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path)));
  const files = newFiles(published, mode === 'patch' ? plan.unchanged : []);
  const before = [...plan.obsolete, ...plan.stale.map(({ previous }) => ({ files: previous }))];
  const removed = before
    .flatMap(({ files }) => [...readFileLines(files)].map(({ path }) => path))
    .filter((path) => !files.has(path));
  const read = readNewFile(staging.folder, settings.outDir);
  const { base: path, url: site } = options.site;
  const dead = checkLinks({ plan, results: links, files, removed, store, read, base: path, site });
  const problems = options.findProblems(read);
  if (dead.length > 0 || problems.length > 0)
    return { ...base, rendered, filesWritten: 0, filesRemoved: 0, mode, times, failures: dead, problems };
  const changed = results.flatMap((result) => result.changed);
  // Clear the marker before publishing, so that a crash in between leads to a full render.
  store.setSetting('published', '');
  const cleanUp = publish(settings.outDir, staging, { changed, removed });
  store.transaction(() => {
    store.saveRendered(results, plan.obsolete);
    store.setSetting('published', identityOf(settings.outDir) ?? '');
  });
  cleanUp();
  const made =
    mode === 'swap'
      ? results.map(({ files }) => ({ previous: files }))
      : [...results.map(({ files }) => ({ previous: files })), ...plan.unchanged];
  return {
    ...base,
    ...sizeOf(made, options),
    rendered,
    filesWritten: changed.length,
    filesRemoved: removed.length,
    changes: { written: changed, removed },
    mode,
    times,
    failures,
  };
}

/** The files of the new site. Those of unchanged pages are listed only when one is asked for that was not made now. */
function newFiles(made: ReadonlySet<string>, unchanged: Plan['unchanged']): Pick<ReadonlySet<string>, 'has'> {
  let kept: ReadonlySet<string> | undefined;
  const list = () => new Set(unchanged.flatMap(({ previous }) => [...readFileLines(previous)].map(({ path }) => path)));
  return { has: (path) => made.has(path) || (kept ??= list()).has(path) };
}

/** Paths of the files that the site will have, but for deferred ones, as a set for threads. */
export function plannedPaths(
  jobs: Iterable<Pick<SiteJob, 'output' | 'citations'>>,
  { formats }: SiteSources['site'],
): SharedArrayBuffer {
  const extensions = singleFormats(formats).map(({ extension }) => extension);
  const paths = new PathSet();
  for (const { output, citations } of jobs) {
    paths.add(output);
    if (citations !== undefined) for (const extension of extensions) paths.add(`publications/${citations}${extension}`);
  }
  return paths.buffer;
}

function sizeOf(
  jobs: readonly { readonly previous: string }[],
  { site }: SiteSources,
): Pick<RenderedSite, 'files' | 'bytes' | 'measured'> {
  const measured = measureFiles(jobs, site.formats);
  return { files: measured.size.files, bytes: measured.size.bytes, measured };
}

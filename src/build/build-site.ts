import { existsSync } from 'node:fs';
import { DamagedCatalog } from '../store/checksum.ts';
import { isDamagedBy, isIntact, removeCatalog } from '../store/catalog-file.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { savePages, siteDigest } from './save-pages.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import type { Site } from '../domain/institute/site.ts';
import { compileTemplates } from '../astro/compile-templates.ts';
import { readContentFolder } from './read-content-folder.ts';
import { checkRenderedParts } from './check-rendered-parts.ts';
import { makeDesk } from './desk/make-desk.ts';
import { explainFailures } from './explain-failures.ts';
import type { HeldBack } from './hold-back.ts';
import { indexContent } from './index-content.ts';
import { TemplateError } from '../astro/explain-templates.ts';
import { partOrigin } from './parts/part-origin.ts';
import { findAlteredInThread } from '../rendering/altered/altered-files.ts';
import { lockOutput } from '../rendering/publish-site.ts';
import type { CopiedFile } from '../rendering/plan-jobs.ts';
import { renderSite, type RenderedSite } from '../rendering/render-site.ts';
import { renderPart } from '../rendering/shards/render-part.ts';
import type { Shard } from '../rendering/shards/shard.ts';
import { requireUsableFolders } from '../project/folder-faults.ts';
import type { Settings } from '../project/settings.ts';

/** Receives the progress of a build. */
export interface BuildReporter {
  stage(name: string): void;
  progress(done: number, total: number): void;
  /** Called when the cache is damaged, before everything is made again. */
  damaged(): void;
}

export interface BuildResult {
  readonly problems: readonly Problem[];
  readonly publications: number;
  readonly drafts: number;
  readonly contentFiles: number;
  readonly compiled: number;
  /** Absent when errors in the content stopped the build. */
  readonly rendered?: RenderedSite;
  /** Files with errors of which the site shows the last good record, or nothing. */
  readonly heldBack: readonly HeldBack[];
  /** Wall time of each stage in milliseconds. */
  readonly stages: Readonly<Record<string, number>>;
}

export interface BuildOptions {
  /** Publishes what has no errors, whatever site.yaml says. */
  readonly keepGoing?: boolean;
  /** Plans the pages, and makes none. */
  readonly planOnly?: boolean;
  /**
   * Makes one part of the site in this folder. No file is held back in a part: each part would hold back others. The output
   * folder of the settings is that of the files of the part.
   */
  readonly part?: { readonly folder: string; readonly shard: Shard };
}

/**
 * Builds the site of a content folder. Problems of the content are returned; other failures, such as a full disk, are
 * thrown.
 */
export async function buildSite(
  settings: Settings,
  reporter: BuildReporter,
  options: BuildOptions = {},
): Promise<BuildResult> {
  requireUsableFolders(settings);
  const { catalogFile } = settings;
  // Only a catalog of an earlier build is deleted and made again.
  const kept = existsSync(catalogFile);
  try {
    return await buildWithout(settings, reporter, options);
  } catch (error) {
    if (!kept || !isDamagedBy(error, catalogFile)) throw error;
    reporter.damaged();
    removeCatalog(catalogFile);
    return buildWithout(settings, reporter, options);
  }
}

/** Builds again without each file whose page cannot be made, where files with errors are held back. */
async function buildWithout(settings: Settings, reporter: BuildReporter, options: BuildOptions): Promise<BuildResult> {
  const omitted = new Map<string, readonly Problem[]>();
  for (;;) {
    const { failed, ...result } = await buildOnce(settings, reporter, { ...options, omitted: new Set(omitted.keys()) });
    // Damaged data of the catalog can make a page fail, too. Then its content file has no error.
    if (result.rendered && result.rendered.failures.length > 0 && !isIntact(settings.catalogFile))
      throw new DamagedCatalog('a page cannot be made from what the catalog holds');
    const before = [...omitted.values()].flat();
    const files = new Set(failed.map(({ file }) => file));
    if (files.size === 0 || [...files].some((file) => omitted.has(file)))
      return { ...result, problems: [...result.problems, ...before].sort(compareProblems) };
    for (const file of files)
      omitted.set(
        file,
        failed.filter((problem) => problem.file === file),
      );
  }
}

async function buildOnce(
  settings: Settings,
  reporter: BuildReporter,
  { keepGoing = false, planOnly = false, part, omitted }: BuildOptions & { readonly omitted: ReadonlySet<string> },
): Promise<BuildResult & { readonly failed: readonly Problem[] }> {
  const stages: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    reporter.stage(name);
    const start = performance.now();
    const result = await work();
    stages[name] = performance.now() - start;
    return result;
  };
  const unlock = lockOutput(settings.outDir);
  // What is published matters to neither a plan nor a part.
  const altered = part || planOnly ? undefined : findAlteredInThread(settings);
  try {
    const read = await timed('content', () =>
      readContentFolder(settings, {
        drafts: false,
        holdBack: !part && (keepGoing || 'as-set'),
        omitted,
        ...(part ? { shard: part.shard } : {}),
        ...reporter,
      }),
    );
    const { problems, content } = read;
    const counts = {
      publications: content?.publications ?? 0,
      drafts: content?.drafts ?? 0,
      contentFiles: content?.files ?? 0,
      compiled: content?.compiled ?? 0,
      heldBack: content?.heldBack ?? [],
      failed: [],
    };
    const held = new Set(counts.heldBack.map(({ file }) => file));
    if (!content || !read.site || problems.some(({ severity, file }) => severity === 'error' && !held.has(file))) {
      read.store?.close();
      return { problems, ...counts, stages };
    }
    const holdsBack = !part && (keepGoing || read.site.errors === 'hold-back');
    /** Problems of files that can be held back. */
    const ofFiles = (failures: readonly Problem[]) =>
      holdsBack ? failures.filter(({ file }) => contentKinds.some((kind) => file.startsWith(`${kind}/`))) : [];
    const { site, store } = read as { site: Site; store: CatalogStore };
    let deferred: Promise<readonly CopiedFile[]> = Promise.resolve([]);
    try {
      await timed('catalog', () => savePages(content, store));
      if (planOnly) return { problems, ...counts, stages };
      // Pagefind works in a process of its own, while this thread mostly waits for the threads that render.
      const makeSearch = () => {
        deferred = indexContent(settings, content, store);
        // A failure is thrown where `renderSite` awaits it; without this line, Node would end the process first.
        deferred.catch(() => {});
        return deferred;
      };
      if (!part) deferred = makeSearch();
      content.forgetCatalog();
      const templates = await timed('templates', () => compileTemplates(settings, site.base, site.parts)).catch(
        problemsOf,
      );
      if (Array.isArray(templates))
        return {
          problems: [...problems, ...templates].sort(compareProblems),
          ...counts,
          stages,
          failed: ofFiles(templates),
        };
      const shown = siteDigest(content, store);
      const assets = content.assets;
      const work = {
        settings,
        site,
        store,
        templates,
        assets,
        copied: await makeDesk(settings, site, store, problems),
        siteDigest: shown,
        altered: await altered,
        progress: (done: number, total: number) => reporter.progress(done, total),
        // Each part checks the links to its own pages: all parts together check all links.
        findProblems: (readFile: (path: string) => string | undefined) => checkRenderedParts(content, readFile),
      };
      const rendered = await timed('pages', () =>
        part
          ? renderPart({
              ...work,
              ...part,
              origin: partOrigin(settings, content, store),
              publications: counts.publications,
              makeSearch,
            })
          : renderSite({ ...work, deferred }),
      );
      const failures = [
        ...rendered.problems,
        ...explainFailures(rendered.failures, () => content.catalog(store), rendered.problems),
      ];
      if (failures.length === 0 && !part) store.transaction(() => store.sources.markPublished());
      return { problems: [...problems, ...failures], ...counts, rendered, stages, failed: ofFiles(failures) };
    } finally {
      await deferred.catch(() => {});
      store.close();
    }
  } finally {
    unlock();
  }
}

/** The problems of the content that a failure of the templates names. Throws any other error again. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof TemplateError) return [...error.problems];
  throw error;
}

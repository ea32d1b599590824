import { prepareCards } from '../cards/card-fonts.ts';
import { isDamaged, removeCatalog } from '../store/catalog-file.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { savePages, siteDigest } from './save-pages.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import type { Site } from '../domain/institute/site.ts';
import { compileTemplates } from '../astro/compile-templates.ts';
import { readContentFolder } from './read-content-folder.ts';
import { checkRenderedParts } from './check-rendered-parts.ts';
import { explainFailures } from './explain-failures.ts';
import type { HeldBack } from './hold-back.ts';
import { indexContent } from './index-content.ts';
import { TemplateError } from '../astro/explain-templates.ts';
import { lockOutput } from '../rendering/publish-site.ts';
import type { CopiedFile } from '../rendering/plan-jobs.ts';
import { renderSite, type RenderedSite } from '../rendering/render-site.ts';
import type { Settings } from '../project/settings.ts';

/** Receives the progress of a build. */
export interface BuildReporter {
  stage(name: string): void;
  progress(done: number, total: number): void;
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
  try {
    return await buildWithout(settings, reporter, options);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    removeCatalog(settings.catalogFile);
    return buildWithout(settings, reporter, options);
  }
}

/** Builds again without each file whose page cannot be made, where files with errors are held back. */
async function buildWithout(settings: Settings, reporter: BuildReporter, options: BuildOptions): Promise<BuildResult> {
  const leftOut = new Map<string, readonly Problem[]>();
  for (;;) {
    const { failed, ...result } = await buildOnce(settings, reporter, { ...options, leftOut: new Set(leftOut.keys()) });
    const before = [...leftOut.values()].flat();
    const files = new Set(failed.map(({ file }) => file));
    if (files.size === 0 || [...files].some((file) => leftOut.has(file)))
      return { ...result, problems: [...result.problems, ...before].sort(compareProblems) };
    for (const file of files)
      leftOut.set(
        file,
        failed.filter((problem) => problem.file === file),
      );
  }
}

async function buildOnce(
  settings: Settings,
  reporter: BuildReporter,
  { keepGoing = false, leftOut }: BuildOptions & { readonly leftOut: ReadonlySet<string> },
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
  try {
    const read = await timed('content', () =>
      readContentFolder(settings, { drafts: false, holdBack: keepGoing || 'as-set', leftOut, ...reporter }),
    );
    const { problems, content } = read;
    const counts = {
      publications: content?.catalog.publications.length ?? 0,
      drafts: content?.catalog.drafts ?? 0,
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
    const holdsBack = keepGoing || read.site.errors === 'hold-back';
    /** Problems of files that can be left out. */
    const ofFiles = (failures: readonly Problem[]) =>
      holdsBack ? failures.filter(({ file }) => contentKinds.some((kind) => file.startsWith(`${kind}/`))) : [];
    const { site, store } = read as { site: Site; store: CatalogStore };
    let deferred: Promise<readonly CopiedFile[]> = Promise.resolve([]);
    try {
      await timed('catalog', () => savePages(content, store));
      // Pagefind works in a process of its own, while this thread mostly waits for the threads that render.
      deferred = indexContent(settings, content, store);
      // A failure is thrown where `renderSite` awaits it; without this line, Node would end the process first.
      deferred.catch(() => {});
      const templates = await timed('templates', () => compileTemplates(settings, site.base)).catch(problemsOf);
      if (Array.isArray(templates))
        return {
          problems: [...problems, ...templates].sort(compareProblems),
          ...counts,
          stages,
          failed: ofFiles(templates),
        };
      await prepareCards(settings);
      const shown = siteDigest(content);
      const assets = content.assets;
      const rendered = await timed('pages', () =>
        renderSite({
          settings,
          site,
          store,
          templates,
          assets,
          siteDigest: shown,
          deferred,
          progress: (done, total) => reporter.progress(done, total),
          findProblems: (read) => checkRenderedParts(content, read),
        }),
      );
      const failures = [...rendered.problems, ...explainFailures(rendered.failures, content.catalog)];
      if (failures.length === 0) store.transaction(() => store.sources.markPublished());
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

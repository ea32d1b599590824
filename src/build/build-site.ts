import { prepareCards } from '../cards/card-fonts.ts';
import { isDamaged, removeCatalog } from '../store/catalog-file.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { savePages, siteDigest } from './compile-content.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import { compileTemplates } from '../astro/compile-templates.ts';
import { readContentFolder } from './read-content-folder.ts';
import { explainFailures } from './explain-failures.ts';
import { indexContent } from './index-content.ts';
import { TemplateError } from '../astro/explain-templates.ts';
import { lockOutput } from '../rendering/publish-site.ts';
import type { CopiedFile } from '../rendering/plan-jobs.ts';
import { renderSite, type RenderedSite } from '../rendering/render-site.ts';
import type { Settings } from '../project/settings.ts';

/** What a build says while it works. */
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
  /** Wall time of each stage in milliseconds. */
  readonly stages: Readonly<Record<string, number>>;
}

/** Builds the site of a content folder. Throws only for what is no fault of the content, such as a full disk. */
export async function buildSite(settings: Settings, reporter: BuildReporter): Promise<BuildResult> {
  try {
    return await buildOnce(settings, reporter);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    removeCatalog(settings.catalogFile);
    return buildOnce(settings, reporter);
  }
}

async function buildOnce(settings: Settings, reporter: BuildReporter): Promise<BuildResult> {
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
    const read = await timed('content', () => readContentFolder(settings, { drafts: false, ...reporter }));
    const { problems, content } = read;
    const counts = {
      publications: content?.catalog.publications.length ?? 0,
      drafts: content?.catalog.drafts ?? 0,
      contentFiles: content?.files ?? 0,
      compiled: content?.compiled ?? 0,
    };
    if (!content || !read.site || problems.some(({ severity }) => severity === 'error')) {
      read.store?.close();
      return { problems, ...counts, stages };
    }
    const { site, store } = read as { site: Site; store: CatalogStore };
    let deferred: Promise<readonly CopiedFile[]> = Promise.resolve([]);
    try {
      await timed('catalog', () => savePages(content, store));
      // Pagefind works in a process of its own, while this thread mostly waits for the threads that render.
      deferred = indexContent(settings, content, store);
      deferred.catch(() => {});
      const templates = await timed('templates', () => compileTemplates(settings, site.base)).catch(problemsOf);
      if (Array.isArray(templates))
        return { problems: [...problems, ...templates].sort(compareProblems), ...counts, stages };
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
        }),
      );
      return {
        problems: [...problems, ...explainFailures(rendered.failures, content.catalog)],
        ...counts,
        rendered,
        stages,
      };
    } finally {
      await deferred.catch(() => {});
      store.close();
    }
  } finally {
    unlock();
  }
}

/** Problems of the content, where these are why templates could not be compiled. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof TemplateError) return [...error.problems];
  throw error;
}

import { prepareCards } from '../cards/card-fonts.ts';
import { isDamaged, removeCatalog } from '../store/catalog-file.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { savePages, siteDigest } from './save-pages.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import { compileTemplates } from '../astro/compile-templates.ts';
import { readContentFolder } from './read-content-folder.ts';
import { checkRenderedParts } from './check-rendered-parts.ts';
import { explainFailures } from './explain-failures.ts';
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
  /** Wall time of each stage in milliseconds. */
  readonly stages: Readonly<Record<string, number>>;
}

/**
 * Builds the site of a content folder. Problems of the content are returned; other failures, such as a full disk, are
 * thrown.
 */
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
      // A failure is thrown where `renderSite` awaits it; without this line, Node would end the process first.
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
          findProblems: (read) => checkRenderedParts(content, read),
        }),
      );
      return {
        problems: [...problems, ...rendered.problems, ...explainFailures(rendered.failures, content.catalog)],
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

/** The problems of the content that a failure of the templates names. Throws any other error again. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof TemplateError) return [...error.problems];
  throw error;
}

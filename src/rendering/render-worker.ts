import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { WrittenCitations } from '../store/citation-cache.ts';
import { openCatalog } from '../store/open-catalog.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { isFileAddress } from '../domain/pages/site-file.ts';
import { createReferenceRenderer } from '../references/citeproc.ts';
import { findLosses } from '../formats/proof/find-losses.ts';
import { recordTexts } from './citation-files.ts';
import { findPageLocals } from './page-locals.ts';
import type { Reference } from '../references/make-references.ts';
import { writeSiteFile, type FileContent } from './write-site-file.ts';
import { linkFile } from './publish-site.ts';
import {
  readFileLines,
  type RenderFailure,
  type RenderJob,
  type RenderReply,
  type RenderResult,
  type RenderWorkerData,
  type StageTimes,
  type TemplatesEntry,
} from './render-job.ts';
import { writeOutput } from './write-output.ts';

const data = workerData as RenderWorkerData;
const { renderPage } = (await import(pathToFileURL(join(data.templates, 'server/entry.mjs')).href)) as TemplatesEntry;
const catalog = openCatalog();
const render = createReferenceRenderer(catalog.styleLocales);

parentPort?.on('message', (jobs: readonly RenderJob[] | undefined) => {
  if (!jobs) parentPort?.close();
  else void renderJobs(jobs).then((reply) => parentPort?.postMessage(reply));
});

async function renderJobs(jobs: readonly RenderJob[]): Promise<RenderReply> {
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const results: RenderResult[] = [];
  const citations: WrittenCitations[] = [];
  const failures: RenderFailure[] = [];
  for (const job of jobs) {
    try {
      results.push(await renderJob(job, times, citations));
    } catch (error) {
      failures.push({
        address: job.address,
        locale: job.locale,
        message: error instanceof Error ? error.message : String(error),
        ...codeOf(error),
        ...(error instanceof CitationsDiffer ? { problems: error.problems } : {}),
      });
    }
  }
  return { results, times, citations, failures };
}

async function renderJob(job: RenderJob, times: StageTimes, kept: WrittenCitations[]): Promise<RenderResult> {
  const start = performance.now();
  const { address, locale, key } = job;
  if (job.unchanged) {
    if (data.mode === 'swap')
      for (const { path } of readFileLines(job.previous)) linkFile(join(data.outDir, path), join(data.staging, path));
    times.files += performance.now() - start;
    return { address, locale, key, files: job.previous, changed: [] };
  }
  const outputs: (readonly [string, FileContent])[] = [];
  if (job.source !== undefined) {
    outputs.push([job.output, readFileSync(job.source)]);
    times.files += performance.now() - start;
  } else if (isFileAddress(address)) {
    const content = await writeSiteFile(catalog, address);
    if (content === undefined) throw new Error(`there is no file at ${address}`);
    outputs.push([job.output, content]);
    times.citations += performance.now() - start;
  } else {
    const locals = findPageLocals(catalog, address, locale, { render });
    if (!locals) throw new Error(`there is no page at ${address}`);
    const found = performance.now();
    times.citations += locals.citations.length > 0 ? found - start : 0;
    const path = job.kind === 'not-found' ? `${data.base}/404/` : locals.urls.page(address, locale);
    outputs.push([job.output, await renderPage(path, locals)]);
    if (job.citations !== undefined && locals.page.kind === 'publication') {
      for (const { format, text } of locals.citations)
        outputs.push([`publications/${job.citations}${format.file.extension}`, text]);
      const losses = findLosses(locals.page, locals.citations);
      if (losses.length > 0) throw new CitationsDiffer(losses);
      kept.push(...freshReferences(locals.references));
      kept.push({
        slug: job.citations,
        key: pageKeyOf(key),
        texts: recordTexts(locals.page, locals.citations),
        references: [],
      });
    }
    times.pages += performance.now() - (locals.citations.length > 0 ? found : start);
  }
  const written = performance.now();
  const changed: string[] = [];
  const previous = new Set([...readFileLines(job.previous)].map(({ path }) => path));
  const lines = outputs.map(([path, content]) => {
    const file = writeOutput(path, content, previous.has(path), data);
    if (file.changed) changed.push(path);
    return file.line;
  });
  times.files += performance.now() - written;
  return { address, locale, key, files: lines.join('\n'), changed };
}

/** The code of an error of the disk, which every page would meet; undefined for one of the page itself. */
function codeOf(error: unknown): { readonly code?: string } {
  if (!(error instanceof Error) || !('code' in error)) return {};
  const { code, path = '' } = error as NodeJS.ErrnoException;
  const ours = [data.staging, data.outDir].some((folder) => path.startsWith(folder));
  return code !== undefined && (fullDisk.has(code) || (ours && /^E[A-Z]+$/.test(code))) ? { code } : {};
}
const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EIO']);

/** A citation that was written does not give back its record. */
class CitationsDiffer extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('the citations differ from the record');
    this.problems = problems;
  }
}

const freshReferences = (references: readonly Reference[]): WrittenCitations[] =>
  references.map(({ slug, forms }) => ({
    slug,
    key: '',
    texts: [],
    references: forms.flatMap(({ kept, form, digest, html }) => (kept ? [] : [[form, digest, html] as const])),
  }));

/** The key of the page's own data, without that of the templates. */
const pageKeyOf = (key: string): string => key.split(' ', 1)[0]!;

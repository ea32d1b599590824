import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import { rememberReferences } from '../references/remember-references.ts';
import type { WrittenReferences } from '../store/citation-cache.ts';
import { closeCatalog, openCatalog } from '../store/open-catalog.ts';
import { makeOutputs, type OutputTools, type Outputs } from './make-outputs.ts';
import { linkFile } from './publish-site.ts';
import { failureOf, inStage } from './render-failure.ts';
import { pageLinks } from './page-links.ts';
import {
  readFileLines,
  type FoundLink,
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
const render = await referenceRenderer();

/** The processor of styles is loaded where the site has one. */
async function referenceRenderer(): Promise<ReferenceRenderer> {
  if (catalog.styles.length === 0)
    return () => {
      throw new Error('the site has no citation style');
    };
  const { createReferenceRenderer } = await import('../references/citeproc.ts');
  return rememberReferences(createReferenceRenderer(catalog.styleLocales));
}

parentPort?.on('message', (jobs: readonly RenderJob[] | undefined) => {
  if (!jobs) {
    closeCatalog();
    parentPort?.close();
  } else void catalog.inReadTransaction(() => renderJobs(jobs)).then((reply) => parentPort?.postMessage(reply));
});

async function renderJobs(jobs: readonly RenderJob[]): Promise<RenderReply> {
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const tools: OutputTools = { catalog, render, renderPage, base: data.base, times };
  const results: RenderResult[] = [];
  const references: WrittenReferences[] = [];
  const failures: RenderFailure[] = [];
  const missing: FoundLink[] = [];
  const parts: FoundLink[] = [];
  for (const job of jobs) {
    try {
      if (job.unchanged) results.push(await inStage('file', () => keepFiles(job, times)));
      else {
        const outputs = await makeOutputs(job, tools);
        references.push(...outputs.kept);
        const links = await inStage('links', () => pageLinks(job, outputs.files, data));
        missing.push(...links.missing);
        parts.push(...links.parts);
        const saved = await inStage('file', () => saveFiles(job, outputs, times));
        results.push({ ...saved, links: links.hashes });
      }
    } catch (error) {
      failures.push(failureOf(job, error, [data.staging, data.outDir]));
    }
  }
  return { results, times, references, failures, missing, parts };
}

function keepFiles({ address, locale, key, previous }: RenderJob, times: StageTimes): RenderResult {
  const start = performance.now();
  if (data.mode === 'swap')
    for (const { path } of readFileLines(previous)) linkFile(join(data.outDir, path), join(data.staging, path));
  times.files += performance.now() - start;
  return { address, locale, key, files: previous, changed: [] };
}

function saveFiles({ address, locale, key, previous }: RenderJob, { files }: Outputs, times: StageTimes): RenderResult {
  const start = performance.now();
  const changed: string[] = [];
  const before = new Set([...readFileLines(previous)].map(({ path }) => path));
  const lines = files.map(([path, content]) => {
    const file = writeOutput(path, content, before.has(path), data);
    if (file.changed) changed.push(path);
    return file.line;
  });
  times.files += performance.now() - start;
  return { address, locale, key, files: lines.join('\n'), changed };
}

import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { openCatalog } from '../catalog/open-catalog.ts';
import { isFileAddress } from '../domain/site-file.ts';
import { findPageLocals } from '../page-locals.ts';
import { writeSiteFile } from '../site-files.ts';
import { linkFile } from './publish-site.ts';
import {
  fileLine,
  readFileLines,
  type RenderJob,
  type RenderReply,
  type RenderResult,
  type RenderWorkerData,
  type StageTimes,
} from './render-job.ts';

const data = workerData as RenderWorkerData;
const { renderPage } = (await import(
  pathToFileURL(join(data.templates, 'server/entry.mjs')).href
)) as typeof import('./render-entry.ts');
const catalog = openCatalog();

parentPort?.on('message', (jobs: readonly RenderJob[] | undefined) => {
  if (!jobs) parentPort?.close();
  else void renderJobs(jobs).then((reply) => parentPort?.postMessage(reply));
});

async function renderJobs(jobs: readonly RenderJob[]): Promise<RenderReply> {
  const times: StageTimes = { pages: 0, citations: 0, files: 0 };
  const results: RenderResult[] = [];
  const failures: { address: string; locale: string; message: string }[] = [];
  for (const job of jobs) {
    try {
      results.push(await renderJob(job, times));
    } catch (error) {
      failures.push({
        address: job.address,
        locale: job.locale,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { results, times, failures };
}

async function renderJob(job: RenderJob, times: StageTimes): Promise<RenderResult> {
  const start = performance.now();
  const { address, locale, key } = job;
  if (job.carry) {
    if (data.mode === 'swap')
      for (const { path } of readFileLines(job.previous)) linkFile(join(data.outDir, path), join(data.staging, path));
    times.files += performance.now() - start;
    return { address, locale, key, files: job.previous, changed: [] };
  }
  const outputs: (readonly [string, string | Uint8Array])[] = [];
  if (job.source !== undefined) {
    outputs.push([job.output, readFileSync(job.source)]);
    times.files += performance.now() - start;
  } else if (isFileAddress(address)) {
    const bytes = await writeSiteFile(catalog, address);
    if (!bytes) throw new Error(`there is no file at ${address}`);
    outputs.push([job.output, bytes]);
    times.citations += performance.now() - start;
  } else {
    const locals = findPageLocals(catalog, address, locale);
    if (!locals) throw new Error(`there is no page at ${address}`);
    const found = performance.now();
    times.citations += locals.citations.length > 0 ? found - start : 0;
    const path = job.kind === 'not-found' ? `${data.base}/404/` : locals.urls.page(address, locale);
    outputs.push([job.output, await renderPage(path, locals)]);
    if (job.citations !== undefined)
      for (const { format, text } of locals.citations)
        outputs.push([`publications/${job.citations}${format.extension}`, text]);
    times.pages += performance.now() - (locals.citations.length > 0 ? found : start);
  }
  const written = performance.now();
  const changed: string[] = [];
  const previous = new Set([...readFileLines(job.previous)].map(({ path }) => path));
  const lines = outputs.map(([path, bytes]) => writeOutput(path, bytes, previous.has(path), changed));
  times.files += performance.now() - written;
  return { address, locale, key, files: lines.join('\n'), changed };
}

/** Writes a file into the staged site, unless the published one has the same bytes already. */
function writeOutput(path: string, content: string | Uint8Array, known: boolean, changed: string[]): string {
  const old = known ? readOld(join(data.outDir, path)) : undefined;
  if (old?.bytes.equals(typeof content === 'string' ? Buffer.from(content) : content)) {
    if (data.mode === 'swap') linkFile(join(data.outDir, path), join(data.staging, path));
    return fileLine(path, old.bytes.byteLength, old.mtime);
  }
  changed.push(path);
  const file = join(data.staging, path);
  makeFolder(dirname(file));
  // Text goes to the file in one call of the system's; a buffer of it would be made and freed for each page.
  writeFileSync(file, content);
  const { size, mtimeMs } = statSync(file);
  return fileLine(path, size, mtimeMs);
}

const folders = new Set<string>();

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

function readOld(file: string): { bytes: Buffer; mtime: number } | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { bytes: readFileSync(handle), mtime: fstatSync(handle).mtimeMs };
  } finally {
    closeSync(handle);
  }
}

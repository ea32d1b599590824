import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { citationFormats } from '../citations/formats.ts';
import { openCatalog } from '../catalog/open-catalog.ts';
import { createUrls } from '../urls.ts';
import { linkFile } from './publish-site.ts';
import { fileLine, readFileLines, type RenderJob, type RenderReply, type RenderResult, type RenderWorkerData, type StageTimes } from './render-job.ts';

const data = workerData as RenderWorkerData;
const { renderPage } = (await import(pathToFileURL(join(data.templates, 'server/entry.mjs')).href)) as { renderPage: (path: string) => Promise<string> };
const catalog = openCatalog();
const urls = createUrls({ siteUrl: catalog.site.url, base: data.base, locales: data.locales });

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
      failures.push({ address: job.address, locale: job.locale, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { results, times, failures };
}

async function renderJob(job: RenderJob, times: StageTimes): Promise<RenderResult> {
  const start = performance.now();
  const { address, locale, key } = job;
  if (job.carry) {
    if (data.mode === 'swap') for (const { path } of readFileLines(job.previous)) linkFile(join(data.outDir, path), join(data.staging, path));
    times.files += performance.now() - start;
    return { address, locale, key, files: job.previous, changed: [] };
  }
  const outputs: (readonly [string, Uint8Array])[] = [];
  if (job.source !== undefined) {
    outputs.push([job.output, readFileSync(job.source)]);
  } else {
    const path = job.kind === 'not-found' ? `${data.base}/404/` : urls.page(job.address, job.locale);
    outputs.push([job.output, Buffer.from(await renderPage(path))]);
  }
  const rendered = performance.now();
  times.pages += rendered - start;
  if (job.citations !== undefined) {
    const page = catalog.page(job.address, job.locale);
    if (page?.kind !== 'publication') throw new Error(`${job.address} is no publication`);
    for (const format of citationFormats) outputs.push([`publications/${job.citations}${format.extension}`, Buffer.from(format.write([page]))]);
  }
  const written = performance.now();
  times.citations += written - rendered;
  const changed: string[] = [];
  const previous = new Set([...readFileLines(job.previous)].map(({ path }) => path));
  const lines = outputs.map(([path, bytes]) => writeOutput(path, bytes, previous.has(path), changed));
  times.files += performance.now() - written;
  return { address, locale, key, files: lines.join('\n'), changed };
}

/** Writes a file into the staged site, unless the published one has the same bytes already. */
function writeOutput(path: string, bytes: Uint8Array, known: boolean, changed: string[]): string {
  const old = known ? readOld(join(data.outDir, path)) : undefined;
  if (old && old.bytes.equals(bytes)) {
    if (data.mode === 'swap') linkFile(join(data.outDir, path), join(data.staging, path));
    return fileLine(path, bytes.byteLength, old.mtime);
  }
  changed.push(path);
  const handle = openForWriting(join(data.staging, path));
  try {
    for (let offset = 0; offset < bytes.byteLength; ) offset += writeSync(handle, bytes, offset);
    return fileLine(path, bytes.byteLength, fstatSync(handle).mtimeMs);
  } finally {
    closeSync(handle);
  }
}

function openForWriting(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'w');
  }
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

import { readFileSync } from 'node:fs';
import { isFileAddress } from '../domain/pages/site-file.ts';
import type { Reference } from '../references/build-references.ts';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import type { WrittenReferences } from '../store/citation-cache.ts';
import type { OpenCatalog } from '../store/open-catalog.ts';
import { writeCitationFiles } from './citation-files.ts';
import { findPageLocals } from './page-locals.ts';
import { inStage } from './render-failure.ts';
import type { RenderJob, StageTimes, TemplatesEntry } from './render-job.ts';
import { writeSiteFile, type FileContent } from './write-site-file.ts';

/** Data and functions with which pages and files are made. */
export interface OutputTools extends TemplatesEntry {
  readonly catalog: OpenCatalog;
  readonly render: ReferenceRenderer;
  /** Path before every address. */
  readonly base: string;
  /** Receives the time that is spent. */
  readonly times: StageTimes;
}

export interface Outputs {
  readonly files: readonly (readonly [path: string, content: FileContent])[];
  /** References that were rendered, for the catalog to keep. */
  readonly kept: readonly WrittenReferences[];
}

/** The files of a job, not yet on disk. Throws a `StageError` where one of them cannot be made. */
export async function makeOutputs(job: RenderJob, tools: OutputTools): Promise<Outputs> {
  const start = performance.now();
  const { source, output, address } = job;
  if (source === undefined && !isFileAddress(address)) return makePage(job, tools, start);
  const content = await inStage('file', () => (source === undefined ? siteFile(address, tools) : readFileSync(source)));
  tools.times[source === undefined ? 'citations' : 'files'] += performance.now() - start;
  return { files: [[output, content]], kept: [] };
}

async function siteFile(address: string, { catalog }: OutputTools): Promise<FileContent> {
  const content = await writeSiteFile(catalog, address);
  if (content === undefined) throw new Error(`there is no file at ${address}`);
  return content;
}

async function makePage(job: RenderJob, tools: OutputTools, start: number): Promise<Outputs> {
  const { address, locale, output, kind } = job;
  const { catalog, render, renderPage, base, times } = tools;
  const locals = await inStage('data', () => {
    const found = findPageLocals(catalog, address, locale, { render });
    if (!found) throw new Error(`there is no page at ${address}`);
    return found;
  });
  const { page, urls } = locals;
  const path = kind === 'not-found' ? `${base}/404/` : urls.page(address, locale);
  const html = await inStage('template', () => renderPage(path, locals));
  await inStage('html', () => {
    requireHeading(html, page.kind);
    requireOwnTemplate(html, page.kind);
  });
  const rendered = performance.now();
  times.pages += rendered - start;
  if (page.kind !== 'publication' || job.citations === undefined) return { files: [[output, html]], kept: [] };
  const files = await inStage('data', () => writeCitationFiles(page, catalog));
  times.citations += performance.now() - rendered;
  return { files: [[output, html], ...files], kept: freshReferences(locals.references) };
}

/** A template that renders nothing would publish an empty page, and nobody would notice. Every kind of page has a heading. */
function requireHeading(html: string, kind: string): void {
  if (!/<h1[\s>]/.test(html)) throw new Error(`a page of the kind ${kind} has no heading`);
}

/** The page for missing addresses must not be published at the address of another page. */
function requireOwnTemplate(html: string, kind: string): void {
  if (kind !== 'not-found' && html.includes(notFoundMark)) throw new Error('it says that this page does not exist');
}

/** Markup of the page for missing addresses alone: the element around the content of a page is not part of the content. */
const notFoundMark = '<main id="main" class="wrap not-found"';

const freshReferences = (references: readonly Reference[]): WrittenReferences[] =>
  references.map(({ slug, forms }) => ({
    slug,
    references: forms.flatMap(({ kept, form, digest, html }) => (kept ? [] : [[form, digest, html] as const])),
  }));

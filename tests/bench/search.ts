import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Publication } from '../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';
import { CatalogStore } from '../../src/store/catalog-store.ts';
import { projectDir, readSettings } from '../../src/project/settings.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { command, type BuildFolders } from './build.ts';
import { listPublications } from './corpus.ts';
import { measure, type Measurement } from './measure.ts';
import { sampleQueries, type QueryKind, type SampleQuery } from './search-queries.ts';
import { slowDown } from './slow-telephone.ts';
import { serveForBench, type BenchServer, type Sent } from './search-server.ts';

/** The index of Colophon, and one with Pagefind's defaults. */
export const indexKinds = ['ours', 'plain'] as const;
export type IndexKind = (typeof indexKinds)[number];

export interface IndexRun extends Measurement {
  readonly kind: IndexKind;
  /** Wall time of the index, without reading the content. */
  readonly seconds: number;
  readonly files: number;
  readonly bytes: number;
}

/** The first query in a new window, and the next one. */
export interface QueryRun {
  readonly kind: IndexKind;
  readonly query: string;
  readonly first: { readonly bytes: number; readonly requests: number; readonly milliseconds: number };
  readonly next: { readonly bytes: number; readonly requests: number; readonly milliseconds: number };
}

/** `rank`: position of the publication in the results, from 1; 0 when it is not among the first ten. */
export interface QualityRun {
  readonly kind: IndexKind;
  readonly of: QueryKind;
  readonly rank: number;
  readonly rivals: number;
  readonly text: string;
  readonly slug: string;
  readonly milliseconds: number;
}

export interface SearchRun {
  readonly indexes: readonly IndexRun[];
  readonly queries: readonly QueryRun[];
  readonly quality: readonly QualityRun[];
}

const timedQueries = 15;

/** Plain Pagefind needs more than a gigabyte of memory for each ten thousand publications. */
const mostInPlainPagefind = 20_000;

/** Prints what has been measured. */
export interface PrintSearch {
  indexes(runs: readonly IndexRun[]): void;
  queries(runs: readonly QueryRun[]): void;
}

/** Builds the site with its search, and runs the same queries with it and with plain Pagefind in a headless browser. */
export async function measureSearch(
  folders: BuildFolders,
  work: string,
  sample: number,
  say: (what: string) => void,
  print: PrintSearch,
): Promise<SearchRun> {
  const { corpus, cacheDir, outDir } = folders;
  mkdirSync(work, { recursive: true });
  const settings = join(corpus.folder, 'site.yaml');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, before.replace('search: false', 'search: true'));
  try {
    const indexes: IndexRun[] = [];
    const kinds = corpus.publications > mostInPlainPagefind ? (['ours'] as const) : indexKinds;
    for (const kind of kinds) {
      say(`search, index: ${kind}`);
      indexes.push(await measureIndex(folders, kind, join(work, kind)));
    }
    print.indexes(indexes);
    say('search, site');
    await measure(command('build', folders));
    const publications = readPublications(folders);
    // The plain index beside the site, so that one server has both.
    if (kinds.length > 1) renameSync(join(work, 'plain'), join(outDir, '~plain'));
    return { indexes, ...(await runQueries(outDir, publications, kinds, sample, say, print)) };
  } finally {
    writeFileSync(settings, before);
    rmSync(outDir, { recursive: true, force: true });
    rmSync(cacheDir, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs the queries on a site, and on the plain index in its folder `~plain`. */
async function runQueries(
  outDir: string,
  publications: readonly Publication[],
  kinds: readonly IndexKind[],
  sampleSize: number,
  say: (what: string) => void,
  print: PrintSearch,
): Promise<Omit<SearchRun, 'indexes'>> {
  const server = await serveForBench(outDir);
  const browser = await launchBrowser();
  try {
    say(`search, ${timedQueries} queries, each in a new window`);
    const queries: QueryRun[] = [];
    for (const [first, next] of timedPairs(publications))
      for (const kind of kinds)
        queries.push(await (kind === 'ours' ? timeOurs : timePlain)(browser, server, first, next));
    print.queries(queries);
    const asked = sampleQueries(publications, sampleSize);
    const quality: QualityRun[] = [];
    for (const kind of kinds) {
      say(`search, quality of ${asked.length} queries: ${kind}`);
      quality.push(...(await measureQuality(browser, server, asked, kind)));
    }
    return { queries, quality };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureIndex(
  { corpus, cacheDir, outDir }: BuildFolders,
  kind: IndexKind,
  folder: string,
): Promise<IndexRun> {
  mkdirSync(folder, { recursive: true });
  const { output, ...measurement } = await measure({
    file: process.execPath,
    args: [join(projectDir, 'tests/bench/search-index-run.ts'), kind, folder],
    cwd: projectDir,
    env: { CONTENT_DIR: corpus.folder, CACHE_DIR: cacheDir, OUT_DIR: outDir },
  });
  return { kind, ...measurement, ...(JSON.parse(output) as Pick<IndexRun, 'seconds' | 'files' | 'bytes'>) };
}

function readPublications({ corpus, cacheDir, outDir }: BuildFolders): Publication[] {
  const { catalogFile } = readSettings({ CONTENT_DIR: corpus.folder, CACHE_DIR: cacheDir, OUT_DIR: outDir });
  const store = new CatalogStore(catalogFile, 'read');
  try {
    return listPublications(corpus.folder).map(
      (path) => JSON.parse(store.sources.requireRecord(path.replaceAll('\\', '/'))) as Publication,
    );
  } finally {
    store.close();
  }
}

/** Pairs of queries: up to three words of a title, and words of another title for the next query. */
function timedPairs(publications: readonly Publication[]): (readonly [string, string])[] {
  const step = Math.max(1, Math.floor(publications.length / (timedQueries * 2)));
  const queries = publications
    .filter((_, index) => index % step === 0)
    .map(({ title }) => (richTextToPlain(title).match(/[a-z]{4,}/gi) ?? []).slice(0, 3).join(' '))
    .filter((query) => query !== '');
  return Array.from(
    { length: Math.min(timedQueries, Math.floor(queries.length / 2)) },
    (_, index) => [queries[index * 2]!, queries[index * 2 + 1]!] as const,
  );
}

/** Files of the search, citations that results are drawn from, and scripts; without the page, its styles and its fonts. */
const ofSearch = (sent: readonly Sent[]): { bytes: number; requests: number } => {
  const own = sent.filter(
    ({ path }) => path.endsWith('.js') || path.endsWith('.ris') || /^\/(?:~plain\/)?(?:pagefind|search)\/./.test(path),
  );
  return { bytes: own.reduce((sum, { bytes }) => sum + bytes, 0), requests: own.length };
};

/** Measures the time from the request of the page, or the submission of the query, until the results are shown on a slow telephone. */
async function timeOurs(browser: Browser, server: BenchServer, first: string, next: string): Promise<QueryRun> {
  const page = await browser.newPage();
  try {
    await slowDown(await page.context().newCDPSession(page));
    const done = async (action: () => Promise<unknown>) => {
      server.takeSent();
      const start = performance.now();
      await action();
      await page.locator('[data-results][data-answered]').waitFor({ state: 'attached' });
      const milliseconds = performance.now() - start;
      await page.waitForLoadState('networkidle');
      return { ...ofSearch(server.takeSent()), milliseconds };
    };
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const list = document.querySelector('[data-results]');
        if (list && /\d/.test(document.querySelector('[data-count]')?.textContent ?? ''))
          list.setAttribute('data-answered', '');
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    const before = await done(() =>
      page.goto(`${server.origin}/search/?q=${encodeURIComponent(first)}`, { waitUntil: 'commit' }),
    );
    const after = await done(() =>
      page.evaluate((query) => {
        document.querySelector('[data-results]')?.removeAttribute('data-answered');
        document.querySelector('[data-count]')!.textContent = '';
        document.querySelector<HTMLInputElement>('#q')!.value = query;
        document.querySelector<HTMLFormElement>('form[data-search]')!.requestSubmit();
      }, next),
    );
    return { kind: 'ours', query: first, first: before, next: after };
  } finally {
    await page.close();
  }
}

async function timePlain(browser: Browser, server: BenchServer, first: string, next: string): Promise<QueryRun> {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.origin}/~empty`);
    const ask = async (query: string) => {
      server.takeSent();
      const start = performance.now();
      await page.evaluate(queryPlain, query);
      const milliseconds = performance.now() - start;
      return { ...ofSearch(server.takeSent()), milliseconds };
    };
    return { kind: 'plain', query: first, first: await ask(first), next: await ask(next) };
  } finally {
    await page.close();
  }
}

/** Runs in the page: slugs of the first ten results of plain Pagefind. */
async function queryPlain(query: string): Promise<string[]> {
  const address = '/~plain/pagefind/pagefind.js';
  const pagefind = (await import(address)) as {
    search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  };
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return found.map(({ url }) => /publications\/([^/]+)\//.exec(url)?.[1] ?? '');
}

/** Runs in the page: slugs of the first ten results of Colophon, or the target of an identifier. */
async function queryOurs(query: string): Promise<string[]> {
  const address = '/~source/src/search/search-client.ts';
  const { openSearch, findIdentifier } = (await import(address)) as typeof import('../../src/search/search-client.ts');
  const store = window as unknown as { search?: ReturnType<typeof openSearch> };
  const search = await (store.search ??= openSearch('/'));
  const target = await findIdentifier(query, '/', search.documents.total);
  if (target?.[0] === 'publication') return [target[1]];
  const { documents } = await search.find(query);
  return [...(await search.slugs(documents.slice(0, 10)))];
}

async function measureQuality(
  browser: Browser,
  server: BenchServer,
  sample: readonly SampleQuery[],
  kind: IndexKind,
): Promise<QualityRun[]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.origin}/~empty`);
    const runs: QualityRun[] = [];
    for (const { kind: of, text, slug, equals, rivals } of sample) {
      const start = performance.now();
      const slugs = await page.evaluate(kind === 'ours' ? queryOurs : queryPlain, text);
      const milliseconds = performance.now() - start;
      runs.push({
        kind,
        of,
        rank: slugs.findIndex((found) => equals.includes(found)) + 1,
        rivals,
        text,
        slug,
        milliseconds,
      });
    }
    return runs;
  } finally {
    await page.close();
  }
}

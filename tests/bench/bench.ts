import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureBuilds, type BuildFolders, type BuildRun } from './build.ts';
import { measureChecks, type CheckRun } from './check.ts';
import { prepareCorpus } from './corpus.ts';
import { compareImports } from './compare-imports.ts';
import { whole } from './figures.ts';
import { measureImports, reportImports, type ImportRun } from './imports.ts';
import { describeMachine } from './machine.ts';
import { meaning } from './measure.ts';
import { comparePeers, type PeerComparison } from './peers.ts';
import { measurePages, type PagesRun } from './pages.ts';
import { profileBuild } from './profile.ts';
import { parseOptions, usage, type BenchOptions, type Part } from './parse-options.ts';
import { reportBuilds, reportChecks } from './report-builds.ts';
import { reportPages } from './report-pages.ts';
import { reportPeers } from './report-peers.ts';
import { reportIndexes, reportQuality, reportQueries } from './report-search.ts';
import { measureSearch, type SearchRun } from './search.ts';

// npm run bench: prints measurements. The exit code is 1 only when a part could not run.
const say = (what: string) => process.stderr.write(`${what} …\n`);

let options: BenchOptions;
try {
  options = parseOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(1);
}
process.exitCode = (await bench(options)) ? 0 : 1;

async function bench({ sizes, runs, only, sample, dir, keep, json }: BenchOptions): Promise<boolean> {
  mkdirSync(dir, { recursive: true });
  const work = mkdtempSync(join(dir, 'colophon-bench-'));
  const machine = describeMachine(work);
  console.log(`# Benchmarks\n\n${machine}. Median of ${runs} (smallest–largest). ${meaning}`);
  const sizesRun: SizeResult[] = [];
  let imports: readonly ImportRun[] = [];
  let pages: PagesRun | undefined;
  try {
    if (only.includes('import')) {
      imports = await measureImports(work, runs, say);
      console.log(`\n## Import\n\n${reportImports(imports)}`);
      const comparison = compareImports();
      if (comparison !== undefined) console.log(`\n${comparison}`);
    }
    if (only.includes('pages')) {
      pages = await measurePages(work, runs, say);
      console.log(`\n## Pages\n\n${reportPages(pages)}`);
    }
    const parts = only.filter((part): part is SizePart => part !== 'import' && part !== 'pages');
    for (const size of parts.length > 0 ? sizes : [])
      sizesRun.push(await benchSize(join(work, String(size)), { size, runs, only: parts, sample, keep }));
  } finally {
    if (keep) say(`Everything is in ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
  if (json)
    writeFileSync(json, `${JSON.stringify({ machine, runs, imports, pages, sizes: sizesRun }, undefined, 2)}\n`);
  return sizesRun.every(({ failures }) => failures.length === 0);
}

/** Parts that are measured for each number of publications. */
type SizePart = Exclude<Part, 'import' | 'pages'>;

interface SizeResult {
  readonly publications: number;
  readonly origin: string;
  builds?: readonly BuildRun[];
  checks?: readonly CheckRun[];
  search?: SearchRun;
  peers?: PeerComparison;
  readonly failures: string[];
}

async function benchSize(
  work: string,
  {
    size,
    runs,
    only,
    sample,
    keep,
  }: Pick<BenchOptions, 'runs' | 'sample' | 'keep'> & { readonly size: number; readonly only: readonly SizePart[] },
): Promise<SizeResult> {
  say(`content of ${whole(size)} publications`);
  mkdirSync(work, { recursive: true });
  const corpus = await prepareCorpus(join(work, 'content'), size);
  const { publications, origin } = corpus;
  const folders: BuildFolders = { corpus, cacheDir: join(work, 'cache'), outDir: join(work, 'site') };
  const result: SizeResult = { publications, origin, failures: [] };
  console.log(`\n## ${whole(publications)} publications (${origin})`);
  const tables: Record<SizePart, () => Promise<string>> = {
    build: async () => reportBuilds(publications, (result.builds = await measureBuilds(folders, runs, say))),
    profile: () => profileBuild(folders, join(work, 'profile')),
    check: async () => reportChecks(publications, (result.checks = await measureChecks(folders, runs, say))),
    search: async () => {
      // With many publications this takes long: what is known is printed at once.
      const print = {
        indexes: (runs: SearchRun['indexes']) => console.log(`\n${reportIndexes(publications, runs)}`),
        queries: (runs: SearchRun['queries']) => console.log(`\n${reportQueries(publications, runs)}`),
      };
      result.search = await measureSearch(folders, join(work, 'search'), sample, say, print);
      return reportQuality(result.search.quality);
    },
    peers: async () =>
      reportPeers(publications, (result.peers = await comparePeers(folders, join(work, 'peers'), runs, say))),
  };
  for (const part of only) {
    try {
      console.log(`\n${await tables[part]()}`);
      if (part === 'peers') result.failures.push(...(result.peers?.failed ?? []));
    } catch (error) {
      const message = `${part} failed: ${error instanceof Error ? error.message : String(error)}`;
      result.failures.push(message);
      console.log(`\n${message}`);
    }
  }
  if (!keep) rmSync(work, { recursive: true, force: true });
  return result;
}

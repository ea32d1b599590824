import { mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { buildSite, type BuildOptions, type BuildReporter, type BuildResult } from '../build/build-site.ts';
import { describeHosts } from '../build/hosts/describe-hosts.ts';
import { explainFailure } from './explain-failure.ts';
import { isTerminal, print, printAgain, printCommands, printError } from './print.ts';
import { writeReport } from './write-atomically.ts';
import { countProblems, damagedCache, formatAnnotations, formatProblems } from './report-problems.ts';
import { isMountPoint } from '../rendering/mount-point.ts';
import type { SiteChanges } from '../rendering/render-site.ts';
import type { Settings } from '../project/settings.ts';

export interface RunOptions extends BuildOptions {
  /** File for the list of what was written and removed. */
  readonly changes?: string;
}

/** Builds the site, and prints its problems and a summary. Returns the exit code. */
export async function runBuild(settings: Settings, { changes, ...options }: RunOptions = {}): Promise<number> {
  const start = performance.now();
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  const { part } = options;
  const target = part?.folder ?? settings.outDir;
  const unchanged = `${relative(process.cwd(), target) || target} is unchanged.`;
  const reporter = createReporter();
  // A web server reads the site as another user. The folder of the cache keeps the permissions that the user wants.
  mkdirSync(dirname(settings.cacheDir), { recursive: true });
  process.umask(settings.umask);
  let result: BuildResult;
  try {
    result = await buildSite(settings, reporter, options);
  } catch (error) {
    reporter.end();
    printError(explainFailure(error, 'Not built', unchanged));
    return 1;
  }
  reporter.end();
  const { problems, rendered } = result;
  if (problems.length > 0) printError(`${formatProblems(problems, folder)}\n`);
  if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0)
    printCommands(formatAnnotations(problems, folder));
  const held = new Set(result.heldBack.map(({ file }) => file));
  const failed = problems.some(({ severity, file }) => severity === 'error' && !held.has(file));
  if (!failed && options.planOnly) {
    print(`Planned ${count(result.publications, 'publication')}: ${countProblems(problems)}. ${unchanged}`);
    return 0;
  }
  if (failed || !rendered) {
    printError(`Not built: ${countProblems(problems)}. ${unchanged}`);
    return 1;
  }
  if (part) print(`Part ${part.shard.number} of ${part.shard.of}, in ${relative(process.cwd(), target) || target}:`);
  print(formatSummary(result, settings, performance.now() - start));
  if (changes === undefined || !rendered.changes) return 0;
  try {
    writeReport(changes, listChanges(rendered.changes));
    return 0;
  } catch (error) {
    printError(explainFailure(error, 'The list of changes was not written', 'The site is published.'));
    return 1;
  }
}

/** A line for each file, sorted by path: `M` and a tab before one that was written, `D` before one that was removed. */
const listChanges = ({ written, removed }: SiteChanges): string =>
  [...written.map((path) => [path, 'M'] as const), ...removed.map((path) => [path, 'D'] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, kind]) => `${kind}\t${path}\n`)
    .join('');

/** What was built, and how long it took. `wall`: milliseconds. */
function formatSummary(
  { problems, publications, drafts, contentFiles, compiled, heldBack, rendered, stages }: BuildResult,
  settings: Settings,
  wall: number,
): string {
  const { pages, rendered: fresh, files: written, bytes, filesWritten, filesRemoved, times, measured } = rendered!;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const stage = (name: string) => seconds(stages[name] ?? 0);
  return [
    `Built ${count(publications, 'publication')}${drafts > 0 ? ` (and ${count(drafts, 'draft')} not published)` : ''}: ${count(pages, 'page')}, ${count(written, 'file')}, ${(bytes / 1e6).toFixed(1)} MB in ${relative(process.cwd(), settings.outDir) || '.'}`,
    `  changed   ${compiled} of ${count(contentFiles, 'content file')} read, ${count(fresh, 'page')} rendered, ${count(filesWritten, 'file')} written, ${filesRemoved} removed`,
    `  time      ${seconds(wall)}: content ${stage('content')}, catalog ${stage('catalog')}, templates ${stage('templates')}, pages ${stage('pages')}`,
    `  threads   pages ${seconds(times.pages)}, citations ${seconds(times.citations)}, files ${seconds(times.files)}`,
    `  memory    ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
    ...(isMountPoint(settings.outDir) ? ['  output    is a mount point: its files were replaced one by one'] : []),
    ...(measured ? [`  hosts     ${describeHosts(measured.size, measured.withFewestFormats)}`] : []),
    `  content   ${countProblems(problems)}`,
    ...(heldBack.length === 0
      ? []
      : [
          `  held back ${count(heldBack.length, 'file')} with errors, and published the rest:`,
          ...heldBack.map(
            ({ file, lastGood }) => `    ${file}: ${lastGood ? 'as it was last published' : 'not in the site'}`,
          ),
        ]),
  ].join('\n');
}

const count = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

/** Shows progress: in a terminal on one line, elsewhere on a line for each stage and every ten seconds. */
function createReporter(): BuildReporter & { end(): void } {
  const terminal = isTerminal();
  let name = '';
  let shown = 0;
  return {
    stage(next) {
      name = next;
      if (terminal) printAgain(`${next} …`);
      else printError(`${next} …`);
    },
    progress(done, total) {
      const now = performance.now();
      if (now - shown < (terminal ? 80 : 10_000) && done < total) return;
      shown = now;
      if (terminal) printAgain(`${name} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
      else printError(`${name} ${done} of ${total}`);
    },
    damaged() {
      printError(`${terminal ? '\n' : ''}${damagedCache}`);
    },
    end() {
      if (terminal) printAgain('');
    },
  };
}

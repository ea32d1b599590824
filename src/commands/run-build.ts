import { relative } from 'node:path';
import { buildSite, type BuildOptions, type BuildReporter, type BuildResult } from '../build/build-site.ts';
import { explainFailure } from './explain-failure.ts';
import { countProblems, formatAnnotations, formatProblems } from './report-problems.ts';
import type { Settings } from '../project/settings.ts';

/** Builds the site, and prints its problems and a summary. Returns the exit code. */
export async function runBuild(settings: Settings, options: BuildOptions = {}): Promise<number> {
  const start = performance.now();
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  const unchanged = `${relative(process.cwd(), settings.outDir) || settings.outDir} is unchanged.`;
  const reporter = createReporter();
  let result: BuildResult;
  try {
    result = await buildSite(settings, reporter, options);
  } catch (error) {
    reporter.end();
    console.error(explainFailure(error, 'Not built', unchanged));
    return 1;
  }
  reporter.end();
  const { problems, rendered } = result;
  if (problems.length > 0) console.error(`${formatProblems(problems, folder)}\n`);
  if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0) console.log(formatAnnotations(problems, folder));
  const held = new Set(result.heldBack.map(({ file }) => file));
  const failed = problems.some(({ severity, file }) => severity === 'error' && !held.has(file));
  if (failed || !rendered) {
    console.error(`Not built: ${countProblems(problems)}. ${unchanged}`);
    return 1;
  }
  console.log(formatSummary(result, settings, performance.now() - start));
  return 0;
}

/** What was built, and how long it took. `wall`: milliseconds. */
function formatSummary(
  { problems, publications, drafts, contentFiles, compiled, heldBack, rendered, stages }: BuildResult,
  settings: Settings,
  wall: number,
): string {
  const { pages, rendered: fresh, files: written, bytes, filesWritten, filesRemoved, times } = rendered!;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const stage = (name: string) => seconds(stages[name] ?? 0);
  return [
    `Built ${count(publications, 'publication')}${drafts > 0 ? ` (and ${count(drafts, 'draft')} not published)` : ''}: ${count(pages, 'page')}, ${count(written, 'file')}, ${(bytes / 1e6).toFixed(1)} MB in ${relative(process.cwd(), settings.outDir) || '.'}`,
    `  changed   ${compiled} of ${count(contentFiles, 'content file')} read, ${count(fresh, 'page')} rendered, ${count(filesWritten, 'file')} written, ${filesRemoved} removed`,
    `  time      ${seconds(wall)}: content ${stage('content')}, catalog ${stage('catalog')}, templates ${stage('templates')}, pages ${stage('pages')}`,
    `  threads   pages ${seconds(times.pages)}, citations ${seconds(times.citations)}, files ${seconds(times.files)}`,
    `  memory    ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
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
  const terminal = process.stderr.isTTY;
  let name = '';
  let shown = 0;
  return {
    stage(next) {
      name = next;
      if (terminal) process.stderr.write(`\r\x1b[2K${next} …`);
      else console.error(`${next} …`);
    },
    progress(done, total) {
      const now = performance.now();
      if (now - shown < (terminal ? 80 : 10_000) && done < total) return;
      shown = now;
      if (terminal)
        process.stderr.write(`\r\x1b[2K${name} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
      else console.error(`${name} ${done} of ${total}`);
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[2K');
    },
  };
}

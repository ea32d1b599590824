import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';
import { parseBuildSummary, type BuildSummary } from './build-summary.ts';
import { editOneAbstract, type Corpus } from './corpus.ts';
import { measure, type Command, type Measurement } from './measure.ts';
import { sizeByKind, sizeOfFolder, type Size, type SizeByKind } from './site-size.ts';
import { commandArguments } from '../support/command-arguments.ts';

/** What a build finds of an earlier one, by scenario. */
export const scenarios = {
  cold: 'cold: no cache, no site',
  content: 'cold, templates kept',
  nothing: 'nothing changed',
  one: 'one file changed',
} as const;
export type Scenario = keyof typeof scenarios;

export interface BuildRun extends Measurement {
  readonly scenario: Scenario;
  readonly summary: BuildSummary;
  /** Files of the site that this build wrote. */
  readonly written: Size;
  readonly site: Size;
  readonly kinds: SizeByKind;
}

/** Folders for the builds of a corpus. */
export interface BuildFolders {
  readonly corpus: Corpus;
  readonly cacheDir: string;
  readonly outDir: string;
}

/** Builds the corpus in every scenario, `runs` times. */
export async function measureBuilds(
  folders: BuildFolders,
  runs: number,
  say: (what: string) => void,
): Promise<BuildRun[]> {
  const measured: BuildRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const scenario of Object.keys(scenarios) as Scenario[]) {
      say(`build, ${scenarios[scenario]}, run ${run} of ${runs}`);
      measured.push(await measureBuild(folders, scenario));
    }
  }
  return measured;
}

export async function measureBuild(folders: BuildFolders, scenario: Scenario): Promise<BuildRun> {
  const { corpus, cacheDir, outDir } = folders;
  if (scenario === 'cold') rmSync(cacheDir, { recursive: true, force: true });
  if (scenario === 'content') clearContentCache(cacheDir);
  if (scenario === 'cold' || scenario === 'content') rmSync(outDir, { recursive: true, force: true });
  const restore = scenario === 'one' ? editOneAbstract(corpus, 'One sentence more.') : () => {};
  const start = Date.now();
  try {
    const { output, ...measurement } = await measure(command('build', folders));
    const summary = parseBuildSummary(output);
    const written = sizeOfFolder(outDir, start);
    return { scenario, ...measurement, summary, written, site: sizeOfFolder(outDir), kinds: sizeByKind(outDir) };
  } finally {
    restore();
  }
}

/** Removes everything from the cache except the compiled templates. */
export function clearContentCache(cacheDir: string): void {
  if (!existsSync(cacheDir)) return;
  for (const name of readdirSync(cacheDir)) if (name !== 'templates') rmSync(join(cacheDir, name), { recursive: true });
}

/** A command of Colophon as npm runs it. Node's compile cache is kept in all scenarios. */
export const command = (name: 'build' | 'check', { corpus, cacheDir, outDir }: BuildFolders): Command => ({
  file: process.execPath,
  args: commandArguments(name),
  cwd: projectDir,
  env: { CONTENT_DIR: corpus.folder, CACHE_DIR: cacheDir, OUT_DIR: outDir },
});

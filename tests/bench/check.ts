import { command, clearContentCache, type BuildFolders } from './build.ts';
import { measure, type Measurement } from './measure.ts';

export interface CheckRun extends Measurement {
  readonly scenario: 'cold' | 'warm';
}

/** Checks the corpus without a cache, and again with the cache of the first check. */
export async function measureChecks(
  folders: BuildFolders,
  runs: number,
  say: (what: string) => void,
): Promise<CheckRun[]> {
  const measured: CheckRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const scenario of ['cold', 'warm'] as const) {
      say(`check, ${scenario}, run ${run} of ${runs}`);
      if (scenario === 'cold') clearContentCache(folders.cacheDir);
      const { output: _, ...measurement } = await measure(command('check', folders));
      measured.push({ scenario, ...measurement });
    }
  }
  return measured;
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brokenFiles } from './broken-files.ts';
import { changingFiles } from './changing-files.ts';
import { clocksAndLocales } from './clocks-and-locales.ts';
import { damagedCache } from './damaged-cache.ts';
import { fullDisk } from './full-disk.ts';
import { fullDiskOfContent } from './full-disk-of-content.ts';
import { killedBuilds } from './killed-builds.ts';
import { missingPermissions } from './missing-permissions.ts';
import { namesOnDisk } from './names-on-disk.ts';
import { outputFolders } from './output-folders.ts';
import { readOnlyRoot } from './read-only-root.ts';

/*
 * Builds under faults of the system: `npm run faults`, or `npm run faults -- --only kill --times 10 --seed 7`. Linux only; the
 * full disk and the permissions need root. Prints the result of each fault. The exit code is 1 when a build has damaged a
 * site or left files behind.
 */

/** A kind of fault. Yields the result of each trial; `bad` is the reason when the trial has failed. */
export type FaultRun = (options: {
  /** An empty folder. */
  readonly folder: string;
  readonly times: number;
  readonly seed: number;
}) => AsyncIterable<{ readonly what: string; readonly bad?: string | undefined }>;

const runs: Readonly<Record<string, FaultRun>> = {
  kill: killedBuilds,
  disk: fullDisk,
  'disk of content': fullDiskOfContent,
  permissions: missingPermissions,
  changing: changingFiles,
  broken: brokenFiles,
  cache: damagedCache,
  output: outputFolders,
  'read-only root': readOnlyRoot,
  clocks: clocksAndLocales,
  names: namesOnDisk,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const root = mkdtempSync(join(tmpdir(), 'colophon-faults-'));
const start = performance.now();
let trials = 0;
let bad = 0;
try {
  for (const [name, run] of Object.entries(runs).filter(([name]) => name.startsWith(values.only))) {
    const folder = join(root, name);
    mkdirSync(folder);
    for await (const trial of run({ folder, times: Number(values.times), seed: Number(values.seed) })) {
      trials += 1;
      if (trial.bad !== undefined) bad += 1;
      console.log(
        `${trial.bad === undefined ? 'ok  ' : 'BAD '} ${name}: ${trial.what}${trial.bad === undefined ? '' : ` — ${trial.bad}`}`,
      );
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(`${trials} faults in ${((performance.now() - start) / 1000).toFixed(0)} s, ${bad} bad`);
process.exitCode = bad === 0 ? 0 : 1;

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, type BuildFolders } from './build.ts';
import { formatTable } from './figures.ts';
import { measure } from './measure.ts';

/** A profile as Node's `--cpu-prof` writes it, one for each thread. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** Profiles a cold build, and returns where its time goes. Astro's own process, which compiles the templates, is left out. */
export async function profileBuild(folders: BuildFolders, work: string): Promise<string> {
  for (const folder of [folders.cacheDir, folders.outDir]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const { args, ...build } = command('build', folders);
  await measure({ ...build, args: ['--cpu-prof', `--cpu-prof-dir=${work}`, ...args] });
  const profiles = readdirSync(work).map((name) => JSON.parse(readFileSync(join(work, name), 'utf8')) as CpuProfile);
  return reportProfile(profiles);
}

const threads = ['content', 'citations', 'pages', 'main thread'] as const;
type Thread = (typeof threads)[number];

/** Seconds in each part of the code and each package, by the threads of a stage, as a table. */
export function reportProfile(profiles: readonly CpuProfile[]): string {
  const parts = new Map<string, Map<Thread, number>>();
  for (const profile of profiles) {
    const thread = threadOf(profile);
    const partById = new Map(profile.nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
    for (const [index, id] of profile.samples.entries()) {
      const part = partById.get(id);
      if (part === undefined) continue;
      const times = parts.get(part) ?? new Map<Thread, number>();
      times.set(thread, (times.get(thread) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1e6);
      parts.set(part, times);
    }
  }
  const total = (times: ReadonlyMap<Thread, number>): number => [...times.values()].reduce((a, b) => a + b, 0);
  const rows = [...parts]
    .filter(([, times]) => total(times) >= 0.05)
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([part, times]) => [
      part,
      ...threads.map((thread) => (times.get(thread) ?? 0).toFixed(1)),
      total(times).toFixed(1),
    ]);
  return formatTable(['seconds', ...threads, 'all'], rows);
}

/** The stage of a thread, by the script that it started with. */
function threadOf({ nodes }: CpuProfile): Thread {
  const runs = (script: string): boolean => nodes.some(({ callFrame }) => callFrame.url.endsWith(script));
  if (runs('/compile-worker.ts')) return 'content';
  if (runs('/prove-worker.ts')) return 'citations';
  return runs('/render-worker.ts') ? 'pages' : 'main thread';
}

/** The part of the code or the package that a function is in; undefined while the thread waits. */
function partOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collector';
  const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!(?:.*\/)?node_modules\/)/.exec(url)?.[1];
  if (name !== undefined) return name;
  if (/\/templates\/[^/]+\/server\//.test(url)) return 'compiled templates';
  return /\/src\/[^/]+(?=\/)/.exec(url)?.[0].slice(1) ?? 'Node';
}

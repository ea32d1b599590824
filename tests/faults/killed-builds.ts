import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recoverOutput } from '../../src/rendering/publish-site.ts';
import { siteFolder } from '../support/site-folder.ts';
import { build, startBuild, type BuildFolders, type BuildProcess } from './build-process.ts';
import { childrenOf, commandOf, processesOfGroup } from './processes.ts';
import type { FaultRun } from './faults.ts';
import { randomOf } from './random.ts';
import { digestOf, leftBeside, leftInCache } from './site-state.ts';

/** Two states of one file: the first changes a few pages, the second all. */
const changes = [
  ['publications/2024/baran-2024-brooks.mdx', 'A brook was drawn.', 'A brook was drawn twice.'],
  ['site.yaml', 'Institute of Small Things', 'Institute of Little Things'],
] as const;

/** The programs that a build starts, by what their command lines hold; two of them only to compile templates. */
const programs = { Pagefind: 'pagefind_extended', Astro: 'run-astro.ts', esbuild: 'bin/esbuild' } as const;
type Program = keyof typeof programs;

/** What is killed, in turn. */
const victims: readonly ('group' | Program)[] = ['group', 'Pagefind', 'Astro', 'esbuild'];

/** Milliseconds after which a build that has lost a program hangs. */
const patience = 60_000;

/** Builds that are killed at any moment: the whole group, or one of the programs at a moment of its own life. */
export const killedBuilds: FaultRun = async function* ({ folder, times, seed }) {
  const random = randomOf(seed);
  for (const [path, from, to] of changes) {
    const name = path.replaceAll('/', '-');
    const content = join(folder, name);
    cpSync(siteFolder('small'), content, { recursive: true });
    const folders = { content, outDir: join(folder, 'one', name, 'dist'), cache: join(folder, 'cache') };
    const file = join(content, path);
    const states = [readFileSync(file, 'utf8'), readFileSync(file, 'utf8').replace(from, to)] as const;
    const digests: string[] = [];
    let whole = 0;
    for (const [index, state] of states.entries()) {
      writeFileSync(file, state);
      const other = { ...folders, outDir: join(folder, 'two', name, String(index), 'dist') };
      const start = performance.now();
      await build(other);
      whole = Math.round(performance.now() - start);
      digests.push(digestOf(other.outDir));
    }
    writeFileSync(file, states[0]);
    await build(folders);
    const lives = { group: whole, ...(await measureLives({ ...folders, cache: join(folder, 'lives', name) })) };
    for (let time = 0; time < times / changes.length; time += 1) {
      const victim = victims[time % victims.length]!;
      const next = (time + 1) % 2;
      writeFileSync(file, states[next]!);
      if (victim === 'Astro' || victim === 'esbuild') rmSync(join(folders.cache, 'templates'), { recursive: true });
      const moment = Math.round(random() * lives[victim]);
      const running = startBuild(folders);
      const ended = { yet: false };
      void running.done.then(() => (ended.yet = true));
      const pid = await victimOf(running, victim, ended);
      await Promise.race([wait(moment), running.done]);
      const met = pid !== undefined && kill(pid);
      const start = performance.now();
      const hung = await Promise.race([running.done.then(() => false), wait(patience, true, { ref: false })]);
      if (hung) kill(-running.pid);
      const { code, output } = await running.done;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const orphans = processesOfGroup(running.pid).map(commandOf);
      const leftByBuild = victim === 'group' ? [] : [...leftBeside(folders.outDir), ...leftInCache(folders.cache)];
      recoverOutput(folders.outDir);
      const found = digestOf(folders.outDir);
      const state = found === digests[next] ? 'new' : found === digests[1 - next] ? 'old' : 'damaged';
      const again = await build(folders);
      const left = [...leftByBuild, ...leftBeside(folders.outDir), ...leftInCache(folders.cache)];
      const said = /^Not built: .*$/m.exec(output)?.[0] ?? '';
      const exit = code === undefined ? 'by signal' : `${code} after ${seconds} s`;
      yield {
        what: `${path}: ${victim} ${met ? 'killed' : 'not met'} at ${moment} of ${lives[victim]} ms (exit ${exit}): ${state} site${victim === 'group' ? '' : `, "${said.slice(0, 110)}"`}`,
        bad: hung
          ? 'the build hangs'
          : state === 'damaged'
            ? 'neither the last site nor the next'
            : victim !== 'group' && code !== (state === 'new' ? 0 : 1)
              ? 'exit code and site do not agree'
              : victim !== 'group' && code === 1 && (!said.includes(victim) || /^\s+at .+:\d+/m.test(output))
                ? `no clear message: ${output.slice(-500)}`
                : orphans.length > 0
                  ? `programs that go on: ${orphans.join(', ')}`
                  : again.code !== 0
                    ? `the next build fails: ${again.output.slice(-400)}`
                    : digestOf(folders.outDir) !== digests[next]
                      ? 'the next build gives other bytes'
                      : left.length > 0
                        ? `left behind: ${left.join(', ')}`
                        : undefined,
      };
    }
  }
};

/** The process to kill: that of the group at once, a program when the build has started it; undefined when it never does. */
async function victimOf(
  running: BuildProcess,
  victim: 'group' | Program,
  ended: { readonly yet: boolean },
): Promise<number | undefined> {
  if (victim === 'group') return -running.pid;
  while (!ended.yet) {
    const found = childrenOf(running.pid).find((pid) => commandOf(pid).includes(programs[victim]));
    if (found !== undefined) return found;
    await wait(2);
  }
  return undefined;
}

/** Milliseconds that each program lives in a build that compiles templates. */
async function measureLives(folders: BuildFolders): Promise<Record<Program, number>> {
  const running = startBuild(folders);
  const seen = new Map<string, readonly [first: number, last: number]>();
  const ended = { yet: false };
  void running.done.then(() => (ended.yet = true));
  while (!ended.yet) {
    for (const command of childrenOf(running.pid).map(commandOf)) {
      const program = Object.entries(programs).find(([, sign]) => command.includes(sign))?.[0];
      if (program !== undefined) seen.set(program, [seen.get(program)?.[0] ?? performance.now(), performance.now()]);
    }
    await wait(2);
  }
  const life = (program: Program) => {
    const [first, last] = seen.get(program) ?? [0, 0];
    if (last === first) throw new Error(`A build has started no ${program}.`);
    return Math.round(last - first);
  };
  return { Pagefind: life('Pagefind'), Astro: life('Astro'), esbuild: life('esbuild') };
}

/** Whether there was a process to kill. */
function kill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

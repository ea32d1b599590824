import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recoverOutput } from '../../src/rendering/publish-site.ts';
import { siteFolder } from '../support/site-folder.ts';
import { build, startBuild, type BuildFolders, type BuildProcess } from './build-process.ts';
import { descendantsOf, commandOf, processesOfGroup } from './processes.ts';
import type { FaultRun } from './faults.ts';
import { createRandom } from './random.ts';
import { digestOf, temporaryFilesBeside, temporaryFilesInCache } from './site-state.ts';

/** Changes of a file, as path, old and new text: the first one affects a few pages, the second all. */
const changes = [
  ['publications/2024/baran-2024-brooks.mdx', 'A brook was drawn.', 'A brook was drawn twice.'],
  ['site.yaml', 'Institute of Small Things', 'Institute of Little Things'],
] as const;

/** Programs that a build starts, with a part of their command lines. It needs Astro and esbuild only for templates. */
const programs = { Pagefind: 'pagefind_extended', Astro: 'run-astro.ts', esbuild: 'bin/esbuild' } as const;
type Program = keyof typeof programs;

/** What the trials kill, in turn. */
const targets: readonly ('group' | Program)[] = ['group', 'Pagefind', 'Astro', 'esbuild'];

/** Milliseconds after which a build without its program counts as hanging. */
const hangTimeout = 60_000;

/** Builds that are killed at a random time: the whole process group, or one program while it runs. */
export const killedBuilds: FaultRun = async function* ({ folder, times, seed }) {
  const random = createRandom(seed);
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
    const runTimes = {
      group: whole,
      ...(await measureRunTimes({ ...folders, cache: join(folder, 'runTimes', name) })),
    };
    for (let time = 0; time < times / changes.length; time += 1) {
      const target = targets[time % targets.length]!;
      const next = (time + 1) % 2;
      writeFileSync(file, states[next]!);
      if (target === 'Astro' || target === 'esbuild') rmSync(join(folders.cache, 'templates'), { recursive: true });
      const moment = Math.round(random() * runTimes[target]);
      const running = startBuild(folders);
      const ended = { yet: false };
      void running.done.then(() => (ended.yet = true));
      const pid = await findTarget(running, target, ended);
      await Promise.race([wait(moment), running.done]);
      const killed = pid !== undefined && kill(pid);
      const start = performance.now();
      const hung = await Promise.race([running.done.then(() => false), wait(hangTimeout, true, { ref: false })]);
      if (hung) kill(-running.pid);
      const { code, output } = await running.done;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const orphans = processesOfGroup(running.pid).map(commandOf);
      const leftoversOfBuild =
        target === 'group' ? [] : [...temporaryFilesBeside(folders.outDir), ...temporaryFilesInCache(folders.cache)];
      recoverOutput(folders.outDir);
      const found = digestOf(folders.outDir);
      const state = found === digests[next] ? 'new' : found === digests[1 - next] ? 'old' : 'damaged';
      const again = await build(folders);
      const leftovers = [
        ...leftoversOfBuild,
        ...temporaryFilesBeside(folders.outDir),
        ...temporaryFilesInCache(folders.cache),
      ];
      const said = /^Not built: .*$/m.exec(output)?.[0] ?? '';
      const exit = code === undefined ? 'by signal' : `${code} after ${seconds} s`;
      yield {
        what: `${path}: ${target} ${killed ? 'killed' : 'not found'} at ${moment} of ${runTimes[target]} ms (exit ${exit}): ${state} site${target === 'group' ? '' : `, "${said.slice(0, 110)}"`}`,
        bad: hung
          ? 'the build hangs'
          : state === 'damaged'
            ? 'neither the last site nor the next'
            : target !== 'group' && code !== (state === 'new' ? 0 : 1)
              ? 'exit code and site do not agree'
              : target !== 'group' && code === 1 && (!said.includes(target) || /^\s+at .+:\d+/m.test(output))
                ? `no clear message: ${output.slice(-500)}`
                : orphans.length > 0
                  ? `programs that go on: ${orphans.join(', ')}`
                  : again.code !== 0
                    ? `the next build fails: ${again.output.slice(-400)}`
                    : digestOf(folders.outDir) !== digests[next]
                      ? 'the next build gives other bytes'
                      : leftovers.length > 0
                        ? `left behind: ${leftovers.join(', ')}`
                        : undefined,
      };
    }
  }
};

/** Id of the process to kill: the group, or the program when the build has started it; undefined when it never does. */
async function findTarget(
  running: BuildProcess,
  target: 'group' | Program,
  ended: { readonly yet: boolean },
): Promise<number | undefined> {
  if (target === 'group') return -running.pid;
  while (!ended.yet) {
    const found = descendantsOf(running.pid).find((pid) => commandOf(pid).includes(programs[target]));
    if (found !== undefined) return found;
    await wait(2);
  }
  return undefined;
}

/** Run time of each program in milliseconds, in a build that compiles templates. */
async function measureRunTimes(folders: BuildFolders): Promise<Record<Program, number>> {
  const running = startBuild(folders);
  const seen = new Map<string, readonly [first: number, last: number]>();
  const ended = { yet: false };
  void running.done.then(() => (ended.yet = true));
  while (!ended.yet) {
    for (const command of descendantsOf(running.pid).map(commandOf)) {
      const program = Object.entries(programs).find(([, sign]) => command.includes(sign))?.[0];
      if (program !== undefined) seen.set(program, [seen.get(program)?.[0] ?? performance.now(), performance.now()]);
    }
    await wait(2);
  }
  const runTime = (program: Program) => {
    const [first, last] = seen.get(program) ?? [0, 0];
    if (last === first) throw new Error(`A build has started no ${program}.`);
    return Math.round(last - first);
  };
  return { Pagefind: runTime('Pagefind'), Astro: runTime('Astro'), esbuild: runTime('esbuild') };
}

/** False when there is no such process. */
function kill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

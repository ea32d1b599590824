import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recoverOutput } from '../../src/rendering/publish-site.ts';
import { siteFolder } from '../support/site-folder.ts';
import { build, childrenOf, startBuild } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { randomOf } from './random.ts';
import { digestOf, leftBeside, leftInCache } from './site-state.ts';

/** Two states of one file: the first changes a few pages, the second all. */
const changes = [
  ['publications/2024/baran-2024-brooks.mdx', 'A brook was drawn.', 'A brook was drawn twice.'],
  ['site.yaml', 'Institute of Small Things', 'Institute of Little Things'],
] as const;

/** Builds that are killed at any moment: the whole group, or one of the processes that it has started. */
export const killedBuilds: FaultRun = async function* ({ folder, times, seed }) {
  const random = randomOf(seed);
  for (const [path, from, to] of changes) {
    const content = join(folder, path.replaceAll('/', '-'));
    cpSync(siteFolder('small'), content, { recursive: true });
    const folders = {
      content,
      outDir: join(content, '../one', path.replaceAll('/', '-'), 'dist'),
      cache: join(folder, 'cache'),
    };
    const other = { ...folders, outDir: join(content, '../two', path.replaceAll('/', '-'), 'dist') };
    const file = join(content, path);
    const states = [readFileSync(file, 'utf8'), readFileSync(file, 'utf8').replace(from, to)] as const;
    const digests: string[] = [];
    let duration = 0;
    for (const state of states) {
      writeFileSync(file, state);
      await build(other);
      digests.push(digestOf(other.outDir));
    }
    writeFileSync(file, states[0]);
    await build(folders);
    for (let time = 0; time < times / changes.length; time += 1) {
      const next = (time + 1) % 2;
      writeFileSync(file, states[next]!);
      if (duration === 0) {
        const start = performance.now();
        await build({ ...other, outDir: join(other.outDir, '../third/dist') });
        duration = performance.now() - start;
      }
      const moment = Math.round(random() * duration);
      const whole = random() < 0.7;
      const running = startBuild(folders);
      await Promise.race([wait(moment), running.done]);
      const children = childrenOf(running.pid);
      const victims = whole || children.length === 0 ? [-running.pid] : children.slice(-1);
      for (const pid of victims) kill(pid);
      const { code } = await running.done;
      recoverOutput(folders.outDir);
      const found = digestOf(folders.outDir);
      const state = found === digests[next] ? 'new' : found === digests[1 - next] ? 'old' : 'damaged';
      const again = await build(folders);
      const left = [...leftBeside(folders.outDir), ...leftInCache(folders.cache)];
      yield {
        what: `${path}: ${victims[0] === -running.pid ? 'the group' : 'a child'} after ${moment} of ${Math.round(duration)} ms (exit ${code ?? 'by signal'}): ${state} site`,
        bad:
          state === 'damaged'
            ? 'neither the last site nor the next'
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

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { siteFolder } from '../support/site-folder.ts';
import { build, startBuild } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { createRandom } from './random.ts';
import { digestOf, temporaryFilesBeside } from './site-state.ts';

/** Content that changes while a build reads it: it is written, cut off, moved and deleted. */
export const changingFiles: FaultRun = async function* ({ folder, times, seed }) {
  const random = createRandom(seed);
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const folders = { content, outDir: join(folder, 'site/dist'), cache: join(folder, 'cache') };
  const file = join(content, 'publications/2024/baran-2024-brooks.mdx');
  const text = readFileSync(file, 'utf8');
  await build(folders);
  for (let time = 0; time < times / 5; time += 1) {
    const running = startBuild(folders);
    let ended = false;
    void running.done.then(() => (ended = true));
    for (let step = 0; !ended; step += 1) {
      const kind = Math.floor(random() * 4);
      if (kind === 0) writeFileSync(file, text.replace('A brook', `Brook ${step} of ${time}`));
      if (kind === 1) writeFileSync(file, text.slice(0, Math.floor(random() * text.length)));
      if (kind === 2) rmSync(file, { force: true });
      if (kind === 3) {
        writeFileSync(`${file}~`, text);
        renameSync(`${file}~`, file);
      }
      await wait(random() * 40);
    }
    const { code, output } = await running.done;
    writeFileSync(file, text.replace('A brook', `Brook ${time}`));
    const again = await build(folders);
    const fresh = { content, outDir: join(folder, 'fresh/dist'), cache: join(folder, 'cache-of-fresh') };
    rmSync(fresh.outDir, { recursive: true, force: true });
    await build(fresh);
    const leftovers = temporaryFilesBeside(folders.outDir);
    yield {
      what: `content changes while it is built: exit ${code}, then ${again.code}`,
      bad:
        code !== 0 && /\.ts:\d+:\d+\)?$/m.test(output)
          ? `a trace of the program: ${output.slice(-500)}`
          : again.code !== 0
            ? `the next build fails: ${again.output.slice(-300)}`
            : digestOf(folders.outDir) !== digestOf(fresh.outDir)
              ? 'the next build gives other bytes than one from nothing'
              : leftovers.length > 0
                ? `left behind: ${leftovers.join(', ')}`
                : undefined,
    };
  }
};

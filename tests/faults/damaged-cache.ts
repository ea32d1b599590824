import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { createRandom } from './random.ts';
import { digestOf, temporaryFilesBeside } from './site-state.ts';

/** Files of the cache with flipped bits, cut off, or missing: the next build makes what it needs again. */
export const damagedCache: FaultRun = async function* ({ folder, times, seed }) {
  const random = createRandom(seed);
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const first = { content, outDir: join(folder, 'first/dist'), cache: join(folder, 'cache') };
  await build(first);
  const kept = join(folder, 'kept');
  cpSync(first.cache, kept, { recursive: true });
  // A change that makes the build read much of what it has kept.
  appendFileSync(join(content, 'publications/2024/baran-2024-brooks.mdx'), '\nMore.\n');
  rmSync(first.outDir, { recursive: true });
  const { outDir } = first;
  const expected = { content, outDir: join(folder, 'expected/dist'), cache: join(folder, 'other-cache') };
  await build(expected);
  for (let time = 0; time < times; time += 1) {
    rmSync(first.cache, { recursive: true, force: true });
    rmSync(outDir, { recursive: true, force: true });
    cpSync(kept, first.cache, { recursive: true, preserveTimestamps: true });
    const files = readdirSync(first.cache, { recursive: true, encoding: 'utf8' })
      .map((path) => join(first.cache, path))
      .filter((path) => statSync(path).isFile())
      .sort();
    const catalogs = files.filter((path) => path.endsWith('catalog.db'));
    const pool = time % 2 === 0 ? catalogs : files;
    const file = pool[Math.floor(random() * pool.length)]!;
    const bytes = readFileSync(file);
    const kind = Math.floor(random() * 5);
    if (kind === 0) rmSync(file);
    else if (kind === 1) writeFileSync(file, bytes.subarray(0, Math.floor(random() * bytes.length)));
    else {
      for (let flip = 0; flip < [1, 40, 400][kind - 2]!; flip += 1) {
        const place = Math.floor(random() * bytes.length);
        bytes[place] = bytes[place]! ^ (1 << Math.floor(random() * 8));
      }
      writeFileSync(file, bytes);
    }
    const { code, output } = await build(first);
    const leftovers = temporaryFilesBeside(outDir);
    yield {
      what: `${['missing', 'cut off', '1 bit', '40 bits', '400 bits'][kind]!}: ${file.slice(first.cache.length + 1)}: exit ${code}${output.includes('made again') ? ', made again' : ''}`,
      bad:
        code !== 0
          ? `the build fails: ${output.slice(-500)}`
          : digestOf(outDir) !== digestOf(expected.outDir)
            ? 'the site is not the one of a build from nothing'
            : leftovers.length > 0
              ? `left behind: ${leftovers.join(', ')}`
              : undefined,
    };
  }
};

import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { run } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { mountSmallDisk } from './small-disk.ts';

/** Free space in kB. Import writes files of 8 kB, and check writes a catalog. */
const steps = [0, 4, 12, 40, 80, 120, 200, 400];

/** Twenty records with long abstracts. */
const records = Array.from(
  { length: 20 },
  (_, index) =>
    `TY  - JOUR\nTI  - Stones of the river ${index}\nAU  - Baran, Nima\nPY  - 2024\nAB  - ${`Stone ${index} was weighed. `.repeat(250)}\nER  - \n`,
).join('\n');

/** Commands other than build, when the disk of content and cache is full: a file is complete or does not exist. */
export const fullDiskOfContent: FaultRun = async function* ({ folder }) {
  const disk = join(folder, 'disk');
  const content = join(disk, 'content');
  const folders = { content, outDir: join(disk, 'dist'), cache: join(disk, 'cache') };
  const toImport = join(folder, 'records.ris');
  writeFileSync(toImport, records);
  const small = mountSmallDisk(disk);
  try {
    for (const command of [['check'], ['check', '--fix'], ['import', toImport], ['new', 'A title to be written']]) {
      const again = () => {
        small.empty();
        for (const path of [content, folders.cache]) rmSync(path, { recursive: true, force: true });
        cpSync(siteFolder('small'), content, { recursive: true });
        const file = join(content, 'publications/2024/baran-2024-brooks.mdx');
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('---\n', '---\ndoi: https://doi.org/10.5555/12345678\n'),
        );
      };
      again();
      const before = textsIn(content);
      const { code: usual } = await run(command, folders);
      const after = textsIn(content);
      for (const free of steps) {
        again();
        small.fill(free);
        const { code, output } = await run(command, folders);
        const found = textsIn(content);
        small.empty();
        const { code: next } = await run(command, folders);
        const name = `npm run ${command[0]}${command[1] === '--fix' ? ' -- --fix' : ''}`;
        yield {
          what: `${name}, ${free} kB free: exit ${code}, ${code === usual ? 'done' : (/^Not .*$/m.exec(output)?.[0] ?? output).slice(0, 140)}`,
          bad:
            [...found].some(([path, text]) => text !== before.get(path) && text !== after.get(path)) ||
            [...before.keys()].some((path) => !found.has(path))
              ? 'a file is damaged, or left behind'
              : code !== usual && (!/disk is full/.test(output) || /^\s+at .+:\d+/m.test(output))
                ? `no clear message: ${output.slice(-400)}`
                : code === usual && differ(found, after)
                  ? 'it says that all was written'
                  : next !== usual
                    ? 'it fails with space as well'
                    : command[0] !== 'new' && differ(textsIn(content), after)
                      ? 'the same command again does not write the rest'
                      : undefined,
        };
      }
    }
  } finally {
    small.unmount();
  }
};

function textsIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

const differ = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size !== other.size || [...one].some(([path, text]) => other.get(path) !== text);

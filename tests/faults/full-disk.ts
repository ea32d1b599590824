import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf, temporaryFilesBeside } from './site-state.ts';
import { mountSmallDisk } from './small-disk.ts';

/** Free space in kB. The catalog grows by pages of 16 kB, the site by files. */
const steps = [
  0, 4, 16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 1024, 2048, 8192,
];

/** A small disk that becomes full at many points of a build: with only the site on it, and with site and cache. */
export const fullDisk: FaultRun = async function* ({ folder }) {
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const site = join(content, 'site.yaml');
  const text = readFileSync(site, 'utf8');
  for (const where of ['site', 'site and cache'] as const) {
    const disk = join(folder, where.replaceAll(' ', '-'));
    const small = mountSmallDisk(disk);
    try {
      const folders = {
        content,
        outDir: join(disk, 'dist'),
        cache: where === 'site' ? join(folder, 'cache') : join(disk, 'cache'),
      };
      writeFileSync(site, text);
      await build(folders);
      let number = 0;
      for (const free of steps) {
        number += 1;
        const before = digestOf(folders.outDir);
        small.fill(free);
        writeFileSync(site, text.replace('Institute of Small Things', `Institute of Things ${where} ${number}`));
        const { code, output } = await build(folders);
        const after = digestOf(folders.outDir);
        const leftovers = temporaryFilesBeside(folders.outDir);
        small.empty();
        const again = await build(folders);
        yield {
          what: `${where}, ${free} kB free: exit ${code}, ${code === 0 ? 'built' : (/^Not built: .*$/m.exec(output)?.[0] ?? output).slice(0, 140)}`,
          bad:
            code !== 0 && after !== before
              ? 'the last site is damaged'
              : code !== 0 && (!/disk is full/.test(output) || /\.ts:\d+:\d+\)?$/m.test(output))
                ? `no clear message: ${output.slice(-300)}`
                : leftovers.length > 0
                  ? `left behind: ${leftovers.join(', ')}`
                  : again.code !== 0
                    ? `the next build fails: ${again.output.slice(-300)}`
                    : undefined,
        };
      }
    } finally {
      small.unmount();
    }
  }
};

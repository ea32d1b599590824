import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf, leftBeside } from './site-state.ts';

const large = 512;

/** A small disk that is full at many moments of a build: with the site alone on it, and with the cache as well. */
export const fullDisk: FaultRun = async function* ({ folder }) {
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const site = join(content, 'site.yaml');
  const text = readFileSync(site, 'utf8');
  for (const where of ['site', 'site and cache'] as const) {
    const disk = join(folder, where.replaceAll(' ', '-'));
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${large}m`, 'tmpfs', disk]);
    try {
      const folders = {
        content,
        outDir: join(disk, 'dist'),
        cache: where === 'site' ? join(folder, 'cache') : join(disk, 'cache'),
      };
      writeFileSync(site, text);
      await build(folders);
      let number = 0;
      for (const free of [0, 4, 16, 64, 128, 256, 512, 1024, 2048, 4096, 8192]) {
        number += 1;
        const before = digestOf(folders.outDir);
        const used = Number(execFileSync('df', ['--output=used', '-k', disk]).toString().trim().split('\n').at(-1));
        execFileSync('mount', ['-o', `remount,size=${used + free}k`, disk]);
        writeFileSync(site, text.replace('Institute of Small Things', `Institute of Things ${where} ${number}`));
        const { code, output } = await build(folders);
        const after = digestOf(folders.outDir);
        const left = leftBeside(folders.outDir);
        execFileSync('mount', ['-o', `remount,size=${large}m`, disk]);
        const again = await build(folders);
        yield {
          what: `${where}, ${free} kB free: exit ${code}, ${code === 0 ? 'built' : (/^Not built: .*$/m.exec(output)?.[0] ?? output).slice(0, 140)}`,
          bad:
            code !== 0 && after !== before
              ? 'the last site is damaged'
              : code !== 0 && !/disk is full/.test(output)
                ? `no clear message: ${output.slice(-300)}`
                : left.length > 0
                  ? `left behind: ${left.join(', ')}`
                  : again.code !== 0
                    ? `the next build fails: ${again.output.slice(-300)}`
                    : undefined,
        };
      }
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  }
};

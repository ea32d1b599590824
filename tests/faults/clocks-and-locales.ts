import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build, loadedBefore } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf } from './site-state.ts';

const clock = (time: string) => ({ ...loadedBefore('other-clock.js'), CLOCK: time });
const surroundings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the clock of 1970': clock('1970-01-01T00:00:00Z'),
  'the clock of 2100': clock('2100-02-28T23:59:58Z'),
  'a Turkish locale': { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  'a Persian locale': { LC_ALL: 'fa_IR.UTF-8', LANG: 'fa_IR.UTF-8', LANGUAGE: 'fa' },
  'no locale': { LC_ALL: 'C', LANG: '', LANGUAGE: '' },
  'the first time zone of a day': { TZ: 'Pacific/Kiritimati' },
  'the last time zone of a day': { TZ: 'Etc/GMT+12' },
};

/** Builds with other clocks, locales and time zones: the same bytes, also where a cache of another time is used. */
export const clocksAndLocales: FaultRun = async function* ({ folder }) {
  const content = join(folder, 'content');
  cpSync(siteFolder('gallery'), content, { recursive: true });
  const file = join(content, 'pages/en/about.mdx');
  const expected = { content, outDir: join(folder, 'expected/dist'), cache: join(folder, 'cache-of-expected') };
  const again = { content, outDir: join(folder, 'again/dist'), cache: join(folder, 'cache-of-again') };
  await build(expected);
  for (const [index, [what, environment]] of Object.entries(surroundings).entries()) {
    const own = { content, outDir: join(folder, `${index}/dist`), cache: join(folder, `cache-${index}`), environment };
    const { code, output } = await build(own);
    yield {
      what: `${what}: exit ${code}`,
      bad:
        code !== 0
          ? output.slice(-500)
          : digestOf(own.outDir) === digestOf(expected.outDir)
            ? undefined
            : 'the site has other bytes',
    };
    appendFileSync(file, `\nChanged before ${what}.\n`);
    const second = await build({ ...again, environment });
    await build(expected);
    yield {
      what: `${what}, after another: exit ${second.code}`,
      bad:
        second.code !== 0
          ? second.output.slice(-500)
          : digestOf(again.outDir) === digestOf(expected.outDir)
            ? undefined
            : 'the site has other bytes',
    };
  }
};

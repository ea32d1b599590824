import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';
import { decimals, gigabytes, spread, verdict, whole, formatTable } from './figures.ts';
import { measure, type Measurement } from './measure.ts';
import { commandArguments } from '../support/command-arguments.ts';

export interface ImportRun extends Measurement {
  readonly scenario: 'new' | 'again';
}

/** Imports many RIS records into an empty site, and then the same file again. */
export async function measureImports(work: string, runs: number, say: (what: string) => void): Promise<ImportRun[]> {
  const content = join(work, 'import');
  const file = join(work, 'records.ris');
  mkdirSync(work, { recursive: true });
  writeFileSync(file, Array.from({ length: records }, (_, number) => risRecord(number)).join('\r\n'));
  const measured: ImportRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    rmSync(content, { recursive: true, force: true });
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, 'site.yaml'), 'institute: Example Institute\nurl: https://example.org\n');
    for (const scenario of ['new', 'again'] as const) {
      say(`import, ${scenario}, run ${run} of ${runs}`);
      const { output: _, ...measurement } = await measure({
        file: process.execPath,
        args: [...commandArguments('import'), file],
        cwd: projectDir,
        env: { CONTENT_DIR: content, CACHE_DIR: join(work, 'import-cache') },
      });
      measured.push({ scenario, ...measurement });
    }
  }
  return measured;
}

export function reportImports(runs: readonly ImportRun[]): string {
  const rows = (['new', 'again'] as const).map((scenario) => {
    const own = runs.filter((run) => run.scenario === scenario);
    const wall = own.map((run) => run.wall).sort((a, b) => a - b)[own.length >> 1];
    return [
      scenario === 'new' ? 'all new' : 'the same file again',
      spread(own, (run) => run.wall, decimals),
      spread(own, (run) => run.cpu, decimals),
      spread(own, (run) => run.memory?.tree, gigabytes),
      spread(own, (run) => run.otherLoad, decimals),
      scenario === 'new' ? verdict(wall, 10, 's') : '–',
    ];
  });
  const head = [`import of ${whole(records)} RIS records`, 'wall, s', 'CPU, s', 'peak RSS, GB', 'other load', 'target'];
  return `${formatTable(head, rows)}\n\nTarget for memory: 0.50 GB.`;
}

const records = 10_000;

/** A record as Zotero exports it: ten authors, an abstract of 1,500 characters, eight keywords. */
function risRecord(number: number): string {
  const word = (index: number): string => words[(number * 7 + index * 13) % words.length] ?? '';
  const phrase = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => word(from + index)).join(' ');
  const authors = Array.from(
    { length: 10 },
    (_, index) => `AU  - ${capital(word(index))}, ${capital(word(index + 3))} ${capital(word(index + 5)).charAt(0)}.`,
  );
  return [
    'TY  - JOUR',
    `TI  - ${capital(phrase(number, 9))} in study ${number}`,
    ...authors,
    `T2  - Example Journal of ${capital(word(number % 40))}`,
    'J2  - Ex J',
    `DA  - ${2000 + (number % 25)}/${String(1 + (number % 12)).padStart(2, '0')}//`,
    `PY  - ${2000 + (number % 25)}`,
    `DO  - 10.5555/bench.${number}`,
    `VL  - ${1 + (number % 40)}`,
    `IS  - ${1 + (number % 12)}`,
    `SP  - ${number}`,
    `EP  - ${number + 9}`,
    'LA  - en',
    `AB  - BACKGROUND: ${phrase(number, 70)}. METHODS: ${phrase(number + 1, 70)}. RESULTS: ${phrase(number + 2, 60)}.`,
    ...Array.from({ length: 8 }, (_, index) => `KW  - ${phrase(number + index, 2)}`),
    'ER  - ',
    '',
  ].join('\r\n');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const words =
  'sleep memory nurses cohort clinic trial patients outcome measure health policy sample survey response therapy tissue marrow stromal cells joint arthritis vascular cardiac muscle neural signal protein receptor binding enzyme genome variant allele marker plasma serum oxygen carbon water sodium chloride surface particle exposure dose kidney liver lung infant child adult elderly women rural urban hospital ward doctor surgery wound healing pain score quality life index model method design random control placebo blind review search evidence level degree factor'.split(
    ' ',
  );

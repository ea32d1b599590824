import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const parts = ['build', 'check', 'search', 'peers', 'import', 'pages', 'profile'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly only: readonly Part[];
  /** Number of publications that each kind of query searches for. */
  readonly sample: number;
  /** Folder in which the working folder is created. */
  readonly dir: string;
  readonly keep: boolean;
  /** File for the results of all runs, as JSON. */
  readonly json?: string;
}

export const usage = `npm run bench -- [options]
  --sizes 1000,10000    numbers of publications
  --full                100,000 publications as well
  --runs 3              how often each build is measured
  --only search         parts to run: ${parts.join(', ')} (all but profile)
  --sample 500          publications to search for, each with several queries
  --no-peers            no Hugo, no Eleventy, no bare Node
  --dir FOLDER          where content and sites are written (default: the temporary folder of the system)
  --keep                does not remove them
  --json FILE           the results of all runs, as JSON`;

/** Parses the options of the command line. Throws when one is wrong. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      full: { type: 'boolean', default: false },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: parts.filter((part) => part !== 'profile').join(',') },
      sample: { type: 'string', default: '500' },
      'no-peers': { type: 'boolean', default: false },
      dir: { type: 'string', default: tmpdir() },
      keep: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const only = values.only.split(',').map((name) => parts.find((part) => part === name) ?? fail(`no part ${name}`));
  return {
    sizes: [...values.sizes.split(',').map(count), ...(values.full ? [100_000] : [])],
    runs: count(values.runs),
    only: only.filter((part) => part !== 'peers' || !values['no-peers']),
    sample: count(values.sample),
    dir: resolve(values.dir),
    keep: values.keep,
    ...(values.json === undefined ? {} : { json: resolve(values.json) }),
  };
}

function count(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : fail(`${text} is no number of publications or runs`);
}

function fail(message: string): never {
  throw new Error(message);
}

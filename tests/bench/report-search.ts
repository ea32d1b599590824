import { formatTable, gigabytes, median, size, two, verdict, whole } from './figures.ts';
import { indexKinds, type IndexKind, type SearchRun } from './search.ts';
import { queryKinds, type QueryKind } from './search-queries.ts';

interface Limits {
  /** Largest number of publications that they are for. */
  readonly publications: number;
  readonly gigabytes: number;
  readonly files?: number;
  /** Kilobytes that a query loads in all, scripts of the page included. */
  readonly first: number;
  readonly next: number;
}

const limits: readonly Limits[] = [
  { publications: 10_000, gigabytes: 1, files: 2000, first: 200, next: 50 },
  { publications: 30_000, gigabytes: 1.2, first: 250, next: 60 },
  { publications: Infinity, gigabytes: 1.5, files: 4000, first: 350, next: 90 },
];
const limitOf = (publications: number): Limits => limits.find((row) => publications <= row.publications)!;
const mostRequests = 25;
/** CPU time of an index, for a core of two. */
const secondsPer25000 = 120;

const names: Readonly<Record<IndexKind, string>> = { ours: 'ours', plain: 'plain Pagefind' };

export function reportIndexes(publications: number, indexes: SearchRun['indexes']): string {
  const limit = limitOf(publications);
  return formatTable(
    ['search index', 'wall, s', 'CPU with reading, s', 'peak RSS, GB', 'files', 'size', 'other load', 'target'],
    indexes.map(({ kind, seconds, cpu, memory, files, bytes, otherLoad }) => [
      names[kind],
      seconds.toFixed(1),
      cpu === undefined ? '–' : cpu.toFixed(1),
      memory ? `${gigabytes(memory.tree)} [${gigabytes(memory.process)}]` : '–',
      whole(files),
      size(bytes),
      otherLoad === undefined ? '–' : two(otherLoad),
      [
        verdict(cpu, Math.ceil((publications / 25_000) * secondsPer25000), 's'),
        verdict(memory && memory.tree / 1e9, limit.gigabytes, 'GB'),
        ...(limit.files === undefined ? [] : [verdict(files, limit.files, 'files')]),
      ].join(', '),
    ]),
  );
}

/** The first query in a new window and the next one. */
export function reportQueries(publications: number, queries: SearchRun['queries']): string {
  const limit = limitOf(publications);
  const kinds = indexKinds.filter((kind) => queries.some((run) => run.kind === kind));
  const rows = kinds.flatMap((kind) =>
    (['first', 'next'] as const).map((which) => {
      const own = queries.filter((run) => run.kind === kind).map((run) => run[which]);
      const [bytes, time] = [own.map((run) => run.bytes), own.map(({ milliseconds }) => milliseconds)];
      return [
        `${names[kind]}, ${which} query`,
        `${size(median(bytes))} (${size(Math.min(...bytes))}–${size(Math.max(...bytes))})`,
        whole(median(own.map(({ requests }) => requests))),
        `${whole(median(time))} (${whole(Math.min(...time))}–${whole(Math.max(...time))})`,
        [
          verdict(median(bytes) / 1000, limit[which], 'kB'),
          ...(which === 'first'
            ? [verdict(median(own.map(({ requests }) => requests)), mostRequests, 'requests')]
            : []),
        ].join(', '),
      ];
    }),
  );
  return formatTable(['queries in Chromium', 'transferred', 'requests', 'ms', 'target'], rows);
}

/** What is found first. */
export function reportQuality(quality: SearchRun['quality']): string {
  const rows = (Object.keys(queryKinds) as QueryKind[]).map((of) => {
    const { name, first, target } = queryKinds[of];
    const share = (kind: IndexKind): number => {
      const own = quality.filter((run) => run.kind === kind && run.of === of);
      return own.filter(({ rank }) => rank > 0 && rank <= first).length / own.length;
    };
    const own = quality.filter((run) => run.kind === 'ours' && run.of === of);
    const possible = own.reduce((sum, { rivals }) => sum + Math.min(1, first / rivals), 0) / own.length;
    const times = own.map(({ milliseconds }) => milliseconds);
    return [
      `${name} → first ${first}`,
      whole(own.length),
      percent(share('ours')),
      percent(share('plain')),
      percent(possible),
      whole(median(times)),
      `≥ ${percent(target)} ${share('ours') >= target ? '✓' : '✗'}`,
    ];
  });
  return formatTable(['found', 'queries', 'ours', 'plain Pagefind', 'possible', 'ms', 'target'], rows);
}

const percent = (value: number): string => (Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`);

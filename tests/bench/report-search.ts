import { formatTable, gigabytes, median, size, two, verdict, whole } from './figures.ts';
import { indexKinds, type IndexKind, type SearchRun } from './search.ts';
import { queryKinds, type QueryKind } from './search-queries.ts';

const limits = {
  seconds: 25,
  gigabytes: 2,
  first: { kilobytes: 300, ms: 500 },
  next: { kilobytes: 150, ms: 200 },
} as const;

const names: Readonly<Record<IndexKind, string>> = { ours: 'ours', plain: 'plain Pagefind' };

/** Tables of the index, of the first query and the next one, and of the quality of the results. */
export function reportSearch({ indexes, queries, quality }: SearchRun): string {
  const index = formatTable(
    ['search index', 'wall, s', 'CPU with reading, s', 'peak RSS, GB', 'files', 'size', 'other load', 'target'],
    indexes.map(({ kind, seconds, cpu, memory, files, bytes, otherLoad }) => [
      names[kind],
      seconds.toFixed(1),
      cpu === undefined ? '–' : cpu.toFixed(1),
      memory ? `${gigabytes(memory.tree)} [${gigabytes(memory.process)}]` : '–',
      whole(files),
      size(bytes),
      otherLoad === undefined ? '–' : two(otherLoad),
      `${verdict(seconds, limits.seconds, 's')}, ${verdict(memory && memory.tree / 1e9, limits.gigabytes, 'GB')}`,
    ]),
  );
  const rows = indexKinds.flatMap((kind) =>
    (['first', 'next'] as const).map((which) => {
      const own = queries.filter((run) => run.kind === kind).map((run) => run[which]);
      const [bytes, time] = [own.map((run) => run.bytes), own.map(({ milliseconds }) => milliseconds)];
      return [
        `${names[kind]}, ${which} query`,
        `${size(median(bytes))} (${size(Math.min(...bytes))}–${size(Math.max(...bytes))})`,
        whole(median(own.map(({ requests }) => requests))),
        `${whole(median(time))} (${whole(Math.min(...time))}–${whole(Math.max(...time))})`,
        `${verdict(median(bytes) / 1000, limits[which].kilobytes, 'kB')}, ${verdict(median(time), limits[which].ms, 'ms')}`,
      ];
    }),
  );
  const transfer = formatTable(['queries in Chromium', 'transferred', 'requests', 'ms', 'target'], rows);
  return [index, transfer, reportQuality(quality)].join('\n\n');
}

function reportQuality(quality: SearchRun['quality']): string {
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

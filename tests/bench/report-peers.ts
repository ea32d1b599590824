import type { BuildRun } from './build.ts';
import { decimals, formatTable, median, spread, two, verdict, whole } from './figures.ts';
import type { PeerComparison, PeerRun } from './peers.ts';
import { memory, otherLoad } from './report-builds.ts';

/** Target for the wall time relative to Hugo's in the same turn, for publication pages of equal size. */
const againstHugo = 1.3;

/**
 * Table of Colophon and its peers. Peers write only publication pages, and Colophon also lists and citation files, so the
 * table has its whole time first, and then the part for publication pages.
 */
export function reportPeers(publications: number, { own, pageSize, peers, missing, failed }: PeerComparison): string {
  const part = (name: string, share: (run: BuildRun) => number): Row => ({
    name: `Colophon: ${name}`,
    judged: true,
    runs: own.map((run) => ({
      ...run,
      name,
      wall: run.wall * share(run),
      cpu: run.cpu && run.cpu * share(run),
      pages: publications,
      pageSize,
    })),
  });
  const byPages = ({ summary }: BuildRun): number => publications / summary.pages;
  const names = [...new Set(peers.map(({ name }) => name))];
  const rows: Row[] = [
    { ...part('the whole build', () => 1), judged: false },
    part('its share by pages', byPages),
    part('estimate without citation files', (run) => byPages(run) * shareWithoutCitations(run)),
    ...names.map((name) => ({ name, judged: false, runs: peers.filter((run) => run.name === name) })),
  ];
  const hugo = rows.find(({ name }) => name === 'Hugo')?.runs ?? [];
  const notes = [...missing.map((name) => `${name} is not installed.`), ...failed.map((reason) => `Failed: ${reason}`)];
  return [
    formatTable(
      head,
      rows.map((row) => formatRow(row, hugo)),
    ),
    explanation,
    ...notes,
  ].join('\n\n');
}

/** Runs of a program, or the part of Colophon's that is compared with them. */
interface Row {
  readonly name: string;
  /** True when the target applies to this row. */
  readonly judged: boolean;
  readonly runs: readonly PeerRun[];
}

const head = [
  'publication pages only',
  'wall, s',
  'CPU, s',
  'peak RSS, GB',
  'publications/s',
  'bytes a page',
  'other load',
  'CPU against Hugo',
  'wall against Hugo',
];

function formatRow({ name, judged, runs }: Row, hugo: readonly PeerRun[]): string[] {
  const comparable = hugo.length > 0 && hugo.length === runs.length;
  const walls = comparable ? runs.map(({ wall }, turn) => wall / hugo[turn]!.wall) : [];
  const cpus = comparable ? runs.map(({ cpu }, turn) => cpu && cpu / (hugo[turn]!.cpu ?? NaN)) : [];
  return [
    name,
    spread(runs, ({ wall }) => wall, decimals),
    spread(runs, ({ cpu }) => cpu, decimals),
    memory(runs),
    spread(runs, ({ pages, wall }) => pages / wall, whole),
    whole(runs[0]!.pageSize),
    otherLoad(runs),
    spread(cpus, (ratio) => ratio, two),
    spread(walls, (ratio) => ratio, two) +
      (judged && comparable ? `; ${verdict(median(walls), againstHugo, '×')}` : ''),
  ];
}

/** The share of a build without the time in which threads make and write citation files. */
function shareWithoutCitations({ wall, summary, written }: BuildRun): number {
  const { stages, threads } = summary;
  const total = Object.values(threads).reduce((sum, seconds) => sum + seconds, 0);
  const files = (threads['files'] ?? 0) * (1 - summary.pages / written.files);
  return total === 0 ? 1 : 1 - ((stages['pages'] ?? 0) * ((threads['citations'] ?? 0) + files)) / total / wall;
}

const explanation = `No program has a cache; Colophon's templates are compiled before. Its whole build also writes all lists and, for each publication, the citation files; its share by pages is that time × publications ÷ pages, citation files included; the estimate excludes the time in which its threads make and write citation files. Peers read the same data and fill one simple template, padded to the same size, so they do less work per page. Turns alternate; ratios are of the same turn.`;

import type { BuildRun } from './build.ts';
import { decimals, formatTable, median, spread, two, verdict, whole } from './figures.ts';
import type { PeerComparison, PeerRun } from './peers.ts';
import { memory, otherLoad } from './report-builds.ts';

/** Wall time against Hugo's in the same turn, for publication pages of equal size. */
const againstHugo = 1.3;

/**
 * Table of Colophon beside its peers. Peers write publication pages only; Colophon always writes lists and citation
 * files too, so its whole time stands first, and then what of it falls on the publication pages.
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

/** Runs of one program, or the part of our own that is compared with it. */
interface Row {
  readonly name: string;
  /** The target is meant for this row. */
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

/** The part of a build that is left without the time that threads spent on making and writing citation files. */
function shareWithoutCitations({ wall, summary, written }: BuildRun): number {
  const { stages, threads } = summary;
  const total = Object.values(threads).reduce((sum, seconds) => sum + seconds, 0);
  const files = (threads['files'] ?? 0) * (1 - summary.pages / written.files);
  return total === 0 ? 1 : 1 - ((stages['pages'] ?? 0) * ((threads['citations'] ?? 0) + files)) / total / wall;
}

const explanation = `Nobody has a cache; Colophon's templates are compiled. Its whole build also writes all lists and, for each publication, the citation files; its share by pages is that time × publications ÷ pages, citation files included; the estimate takes away what its threads spent on making and writing citation files. Peers read the same data and fill one simple template, padded to the same bytes, so they decide less per page. Turns alternate; ratios are of the same turn.`;

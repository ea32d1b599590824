import type { BuildRun } from './build.ts';
import { decimals, formatTable, median, spread, two, verdict, whole } from './figures.ts';
import type { PeerComparison, PeerRun } from './peers.ts';
import { memory, otherLoad } from './report-builds.ts';

/** Wall time against Hugo's in the same run, for publication pages of equal size. */
const againstHugo = 1.3;

/**
 * Table of Colophon beside its peers. Peers write publication pages only; Colophon always writes lists and citation
 * files too, so its whole time stands first, and then what of it falls on the publication pages.
 */
export function reportPeers(publications: number, { own, pageSize, peers, missing, failed }: PeerComparison): string {
  const names = [...new Set(peers.map(({ name }) => name))];
  const groups = names.map((name) => ({ name, runs: peers.filter((run) => run.name === name) }));
  const hugo = groups.find(({ name }) => name === 'Hugo')?.runs;
  const ratio = (wall: (run: BuildRun) => number): string => {
    if (!hugo || hugo.length !== own.length) return '–';
    const ratios = own.map((run, index) => wall(run) / hugo[index]!.wall);
    return `${spread(ratios, two)}; ${verdict(median(ratios), againstHugo, '×')}`;
  };
  const ways: [string, (run: BuildRun) => number, (run: BuildRun) => number][] = [
    ['Colophon: the whole build', ({ wall }) => wall, () => 1],
    [
      'Colophon: its share by pages',
      (run) => run.wall * byPages(publications, run),
      (run) => byPages(publications, run),
    ],
    [
      'Colophon: estimate without citation files',
      (run) => withoutCitations(run) * byPages(publications, run),
      (run) => (withoutCitations(run) / run.wall) * byPages(publications, run),
    ],
  ];
  const rows = [
    ...ways.map(([name, wall, share]) => [
      name,
      spread(own.map(wall), decimals),
      spread(
        own.map((run) => run.cpu && run.cpu * share(run)),
        decimals,
      ),
      memory(own),
      spread(
        own.map((run) => publications / wall(run)),
        whole,
      ),
      whole(pageSize),
      otherLoad(own),
      ratio(wall),
    ]),
    ...groups.map(({ name, runs }) => peerRow(name, runs, hugo)),
  ];
  const notes = [...missing.map((name) => `${name} is not installed.`), ...failed.map((reason) => `Failed: ${reason}`)];
  const head = [
    'publication pages only',
    'wall, s',
    'CPU, s',
    'peak RSS, GB',
    'publications/s',
    'bytes a page',
    'other load',
    'wall against Hugo',
  ];
  return [formatTable(head, rows), explanation, ...notes].join('\n\n');
}

function peerRow(name: string, runs: readonly PeerRun[], hugo: readonly PeerRun[] | undefined): string[] {
  return [
    name,
    spread(
      runs.map(({ wall }) => wall),
      decimals,
    ),
    spread(
      runs.map(({ cpu }) => cpu),
      decimals,
    ),
    memory(runs),
    spread(
      runs.map(({ pages, wall }) => pages / wall),
      whole,
    ),
    whole(runs[0]!.pageSize),
    otherLoad(runs),
    hugo && hugo.length === runs.length
      ? spread(
          runs.map(({ wall }, index) => wall / hugo[index]!.wall),
          two,
        )
      : '–',
  ];
}

const byPages = (publications: number, { summary }: BuildRun): number => publications / summary.pages;

/** Wall time less the share of the pages stage that threads spent on making and writing citation files. */
function withoutCitations({ wall, summary, written }: BuildRun): number {
  const { stages, threads } = summary;
  const total = Object.values(threads).reduce((sum, seconds) => sum + seconds, 0);
  const files = (threads['files'] ?? 0) * (1 - summary.pages / written.files);
  return total === 0 ? wall : wall - (stages['pages'] ?? 0) * (((threads['citations'] ?? 0) + files) / total);
}

const explanation = `Everybody starts with nothing but installed programs; Colophon's templates are compiled, as the others' need not be. The whole build of Colophon also writes all lists and, for each publication, the citation files; its share by pages is that time × publications ÷ pages, citation files included; the estimate takes away what its threads spent on making and writing citation files. Peers read the same data and fill one simple template, padded to the same bytes, so they decide less per page. Turns alternate; ratios are of the same turn.`;

import { scenarios, type BuildRun, type Scenario } from './build.ts';
import type { CheckRun } from './check.ts';
import { decimals, formatTable, gigabytes, median, size, spread, two, verdict, whole } from './figures.ts';
import type { Measurement } from './measure.ts';
import { fileKinds } from './site-size.ts';

/** Targets for a site of pages and citation files on two cores. With fewer publications, the start of Node and Astro dominates. */
const fewest = 10_000;
const cpuPerPage = 2.0; // milliseconds
const limits = (publications: number) =>
  publications > 20_000 ? { unchanged: 20, memory: 1.5 } : { unchanged: 4, memory: 0.8 };
const checkLimits = { cold: 3, warm: 1 } as const;

/** Tables of the time and memory of builds, and of the time of their stages. */
export function reportBuilds(publications: number, runs: readonly BuildRun[]): string {
  const groups = (Object.keys(scenarios) as Scenario[]).map((scenario) => ({
    scenario,
    runs: runs.filter((run) => run.scenario === scenario),
  }));
  const rows = groups.map((group) => buildRow(publications, group));
  return [formatTable(buildHead, rows), reportStages(groups), reportSizes(runs[0])].join('\n\n');
}

interface Group {
  readonly scenario: Scenario;
  readonly runs: readonly BuildRun[];
}

const buildHead = [
  'build',
  'wall, s',
  'CPU, s',
  'CPU per page, ms',
  'peak RSS, GB',
  'pages/s',
  'pages rendered',
  'files written',
  'bytes written',
  'other load',
  'targets',
];

function buildRow(publications: number, group: Group): string[] {
  const { scenario, runs } = group;
  const { summary, written } = runs[0]!;
  const cold = scenario === 'cold' || scenario === 'content';
  return [
    scenarios[scenario],
    spread(runs, ({ wall }) => wall, decimals),
    spread(runs, ({ cpu }) => cpu, decimals),
    cold ? spread(runs, millisecondsPerPage, two) : '–',
    memory(runs),
    cold ? spread(runs, (run) => run.summary.pages / run.wall, whole) : '–',
    `${whole(summary.rendered)} of ${whole(summary.pages)}`,
    whole(written.files),
    size(written.bytes),
    otherLoad(runs),
    publications < fewest * 0.9 ? '–' : judge(publications, group),
  ];
}

function judge(publications: number, { scenario, runs }: Group): string {
  const { unchanged, memory: most } = limits(publications);
  const peak = verdict(
    middle(runs, (run) => run.memory && run.memory.tree / 1e9),
    most,
    'GB',
  );
  if (scenario === 'content') return peak;
  if (scenario === 'cold') return `${verdict(middle(runs, millisecondsPerPage), cpuPerPage, 'ms per page')}, ${peak}`;
  return `${verdict(
    middle(runs, ({ wall }) => wall),
    unchanged,
    's',
  )}, ${peak}`;
}

/** Table of the files and bytes of a site by kind. */
function reportSizes(run: BuildRun | undefined): string {
  const rows = fileKinds.map((kind) => {
    const { files, bytes } = run?.kinds[kind] ?? { files: 0, bytes: 0 };
    return [kind, whole(files), size(bytes)];
  });
  return formatTable(
    ['the site', 'files', 'bytes'],
    [...rows, ['all', whole(run?.site.files ?? 0), size(run?.site.bytes ?? 0)]],
  );
}

/** Table of the stages in the build's summary: wall times, then the time of the threads in the pages stage. */
function reportStages(groups: readonly Group[]): string {
  const namesOf = (of: 'stages' | 'threads') => [
    ...new Set(groups.flatMap(({ runs }) => runs.flatMap(({ summary }) => Object.keys(summary[of])))),
  ];
  const [stages, threads] = [namesOf('stages'), namesOf('threads')];
  const rows = groups.map(({ scenario, runs }) => [
    scenarios[scenario],
    ...stages.map((name) => spread(runs, ({ summary }) => summary.stages[name], decimals)),
    ...threads.map((name) => spread(runs, ({ summary }) => summary.threads[name], decimals)),
  ]);
  return formatTable(['stages, s', ...stages, ...threads.map((name) => `threads: ${name}`)], rows);
}

/** Table of the time and memory of checks. */
export function reportChecks(publications: number, runs: readonly CheckRun[]): string {
  const judged = publications > fewest * 0.9 && publications < fewest * 1.1;
  const rows = (['cold', 'warm'] as const).map((scenario) => {
    const own = runs.filter((run) => run.scenario === scenario);
    return [
      scenario,
      spread(own, ({ wall }) => wall, decimals),
      spread(own, ({ cpu }) => cpu, decimals),
      memory(own),
      otherLoad(own),
      judged
        ? verdict(
            middle(own, ({ wall }) => wall),
            checkLimits[scenario],
            's',
          )
        : '–',
    ];
  });
  return formatTable(['check', 'wall, s', 'CPU, s', 'peak RSS, GB', 'other load', 'target'], rows);
}

export function memory(runs: readonly Measurement[]): string {
  const ofOne = middle(runs, (run) => run.memory?.process);
  return spread(runs, (run) => run.memory?.tree, gigabytes) + (ofOne === undefined ? '' : ` [${gigabytes(ofOne)}]`);
}

export const otherLoad = (runs: readonly Measurement[]): string => spread(runs, (run) => run.otherLoad, two);

const millisecondsPerPage = ({ cpu, summary }: BuildRun): number | undefined => cpu && (cpu * 1000) / summary.pages;

function middle<Run>(runs: readonly Run[], figureOf: (run: Run) => number | undefined): number | undefined {
  const known = runs.map(figureOf).filter((value) => value !== undefined);
  return known.length > 0 ? median(known) : undefined;
}

import { scenarios, type BuildRun, type Scenario } from './build.ts';
import type { CheckRun } from './check.ts';
import { decimals, formatTable, gigabytes, median, size, spread, two, verdict, whole } from './figures.ts';
import type { Measurement } from './measure.ts';

/** Targets of a lean site on two cores; at fewer publications the start of Node and Astro outweighs everything. */
const fewest = 10_000;
const cpuPerPage = 2.0; // milliseconds
const limits = (publications: number) =>
  publications > 20_000 ? { unchanged: 20, memory: 1.5 } : { unchanged: 4, memory: 0.8 };
const checkLimits = { cold: 3, warm: 1 } as const;

/** Tables of what builds took, and of what they spent it on. */
export function reportBuilds(publications: number, runs: readonly BuildRun[]): string {
  const groups = (Object.keys(scenarios) as Scenario[]).map((scenario) =>
    runs.filter((run) => run.scenario === scenario),
  );
  const known = groups.filter((group) => group.length > 0);
  const head = [
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
  return `${formatTable(
    head,
    known.map((group) => buildRow(publications, group)),
  )}\n\n${reportStages(known)}`;
}

function buildRow(publications: number, runs: readonly BuildRun[]): string[] {
  const { scenario, summary, written } = runs[0]!;
  const cold = scenario === 'cold' || scenario === 'content';
  return [
    scenarios[scenario],
    spread(
      runs.map(({ wall }) => wall),
      decimals,
    ),
    spread(
      runs.map(({ cpu }) => cpu),
      decimals,
    ),
    cold ? spread(runs.map(perPage), two) : '–',
    memory(runs),
    cold
      ? spread(
          runs.map((run) => run.summary.pages / run.wall),
          whole,
        )
      : '–',
    `${whole(summary.rendered)} of ${whole(summary.pages)}`,
    whole(written.files),
    size(written.bytes),
    otherLoad(runs),
    publications < fewest ? '–' : buildTargets(scenario, publications, runs),
  ];
}

function buildTargets(scenario: Scenario, publications: number, runs: readonly BuildRun[]): string {
  const { unchanged, memory: most } = limits(publications);
  const peak = verdict(middle(runs.map((run) => run.memory && run.memory.tree / 1e9)), most, 'GB');
  if (scenario === 'cold') return `${verdict(middle(runs.map(perPage)), cpuPerPage, 'ms CPU per page')}, ${peak}`;
  return scenario === 'content' ? peak : `${verdict(middle(runs.map(({ wall }) => wall)), unchanged, 's')}, ${peak}`;
}

/** Stages as the build tells them: wall times one after the other, then what the threads spent in the pages stage. */
function reportStages(groups: readonly (readonly BuildRun[])[]): string {
  const names = (of: 'stages' | 'threads') => [
    ...new Set(groups.flatMap((runs) => runs.flatMap(({ summary }) => Object.keys(summary[of])))),
  ];
  const [stages, threads] = [names('stages'), names('threads')];
  const rows = groups.map((runs) => [
    scenarios[runs[0]!.scenario],
    ...stages.map((name) =>
      spread(
        runs.map(({ summary }) => summary.stages[name]),
        decimals,
      ),
    ),
    ...threads.map((name) =>
      spread(
        runs.map(({ summary }) => summary.threads[name]),
        decimals,
      ),
    ),
  ]);
  return formatTable(['stages, s', ...stages, ...threads.map((name) => `threads: ${name}`)], rows);
}

/** Table of what checks took. */
export function reportChecks(publications: number, runs: readonly CheckRun[]): string {
  const rows = (['cold', 'warm'] as const).map((scenario) => {
    const own = runs.filter((run) => run.scenario === scenario);
    const walls = own.map(({ wall }) => wall);
    const target = publications === fewest ? verdict(middle(walls), checkLimits[scenario], 's') : '–';
    return [
      `check, ${scenario}`,
      spread(walls, decimals),
      spread(
        own.map(({ cpu }) => cpu),
        decimals,
      ),
      memory(own),
      otherLoad(own),
      target,
    ];
  });
  return formatTable(['check', 'wall, s', 'CPU, s', 'peak RSS, GB', 'other load', 'target'], rows);
}

export const memory = (runs: readonly Measurement[]): string => {
  const largest = runs.flatMap((run) => (run.memory ? [run.memory.process] : []));
  return `${spread(
    runs.map((run) => run.memory?.tree),
    gigabytes,
  )}${largest.length > 0 ? ` [${gigabytes(median(largest))}]` : ''}`;
};

export const otherLoad = (runs: readonly Measurement[]): string =>
  spread(
    runs.map((run) => run.otherLoad),
    two,
  );

const perPage = ({ cpu, summary }: BuildRun): number | undefined => cpu && (cpu * 1000) / summary.pages;

function middle(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? median(known) : undefined;
}

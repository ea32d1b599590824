import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { runAction, type Machine } from './actions.ts';
import { fillIn, holds, type Context } from './expressions.ts';

/** A host on this machine: a folder for what GitHub keeps between the runs of workflows. */
export interface GitHubHost {
  readonly folder: string;
  /** The repository, with its commits. */
  readonly repository: string;
  /** Folders whose programs go before those of this machine, such as a `gh` that writes down what it is asked. */
  readonly programs: readonly string[];
  /** Environment of a fresh machine. */
  readonly environment: NodeJS.ProcessEnv;
}

export interface WorkflowEvent {
  readonly name: 'push' | 'pull_request';
  readonly commit: string;
  /** Number of the proposal. */
  readonly number?: number;
}

export interface RunResult {
  /** Result of each job, by its name and, of several, the values of its matrix. */
  readonly jobs: ReadonlyMap<string, JobResult>;
  /** Folder with the artifacts of the run. */
  readonly artifacts: string;
  /** Folder that Pages serves. */
  readonly published: string;
}

export interface JobResult {
  readonly result: 'success' | 'failure' | 'skipped';
  /** All that the steps wrote. */
  readonly text: string;
  /** What stands on the page of the run. */
  readonly summary: string;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly Step[];
}

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'continue-on-error'?: boolean;
}

/**
 * Carries out a workflow as its text says: each job in an empty folder, each step in order, each `run` by bash as GitHub runs it.
 * What the actions do is in `actions.ts`.
 */
export function runWorkflow(text: string, event: WorkflowEvent, host: GitHubHost): RunResult {
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
  const run = mkdtempSync(join(host.folder, 'run-'));
  const folder = (name: string, root = run): string => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  };
  const shared = { caches: folder('caches', host.folder), artifacts: folder('artifacts') };
  const published = join(host.folder, 'published');
  const results = new Map<string, JobResult>();
  const outcomes = new Map<string, JobResult['result']>();
  for (const [name, job] of Object.entries(jobs)) {
    for (const values of combinationsOf(job)) {
      const suffix = Object.values(values).join(' ');
      const github: Context = {
        event_name: event.name,
        ref: event.name === 'push' ? 'refs/heads/main' : `refs/pull/${event.number}/merge`,
        ref_name: 'main',
        repository: 'example/site',
        run_id: run.slice(-6),
        run_attempt: 1,
        token: 'secret',
        event: { pull_request: { number: event.number, head: { repo: { full_name: 'example/site' } } } },
      };
      const context = {
        github,
        vars: {},
        secrets: {},
        matrix: values,
        strategy: { 'job-total': combinationsOf(job).length },
      };
      const needed = job.needs === undefined || outcomes.get(job.needs) === 'success';
      const machine: Machine = {
        ...shared,
        published,
        repository: host.repository,
        commit: event.commit,
        workspace: emptyFolder(join(host.folder, 'work/site')),
        afterwards: [],
        permissions: job.permissions,
      };
      const result: JobResult = holds(job.if, context, needed)
        ? runJob(job, context, machine, host)
        : { result: 'skipped', text: '', summary: '' };
      results.set(`${name} ${suffix}`.trim(), result);
      if ((outcomes.get(name) ?? 'success') === 'success') outcomes.set(name, result.result);
    }
  }
  return { jobs: results, artifacts: shared.artifacts, published };
}

/** Every job has the same path on its own machine; what is kept between runs may depend on it. */
function emptyFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** The values of the matrix for each machine of a job. */
function combinationsOf({ strategy }: Job): readonly Readonly<Record<string, string | number>>[] {
  const [entry, ...more] = Object.entries(strategy?.matrix ?? {});
  if (more.length > 0) throw new Error('A matrix of two lists is not known');
  return entry === undefined ? [{}] : entry[1].map((value) => ({ [entry[0]]: value }));
}

function runJob({ steps }: Job, context: Context, machine: Machine, host: GitHubHost): JobResult {
  const files = mkdtempSync(join(host.folder, 'files-'));
  const summary = join(files, 'summary.md');
  let [text, succeeded] = ['', true];
  const outcomes: Record<string, Context> = {};
  for (const step of steps) {
    const here = { ...context, steps: outcomes };
    if (!holds(step.if, here, succeeded)) continue;
    const filled = (values: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(String(value), here)]));
    let passed = true;
    if (step.uses !== undefined) {
      try {
        runAction(step.uses, filled(step.with), machine);
      } catch (error) {
        passed = false;
        text += `${step.uses}: ${String(error)}\n`;
      }
    } else {
      const script = join(files, 'step.sh');
      writeFileSync(script, fillIn(step.run ?? '', here));
      // Where a step names no shell (docs.github.com, “Workflow syntax”, `shell`).
      const { status, stdout, stderr } = spawnSync('bash', ['-e', script], {
        cwd: machine.workspace,
        encoding: 'utf8',
        maxBuffer: 1 << 27,
        env: {
          ...host.environment,
          PATH: [...host.programs, dirname(process.execPath), host.environment['PATH']].join(delimiter),
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: machine.workspace,
          GITHUB_STEP_SUMMARY: summary,
          ...filled(step.env),
        },
      });
      passed = status === 0;
      text += `$ ${step.run}\n${stdout}${stderr}`;
    }
    if (step.id !== undefined) outcomes[step.id] = { outcome: passed ? 'success' : 'failure' };
    succeeded &&= passed || step['continue-on-error'] === true;
  }
  if (succeeded) for (const after of machine.afterwards) after();
  return {
    result: succeeded ? 'success' : 'failure',
    text,
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
  };
}

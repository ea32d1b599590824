import { spawn } from 'node:child_process';
import { cpuOfChildren, cpuOfMachine, watchTree, type TreeMemory } from './process-tree.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Time and memory of a command. CPU and memory include all processes that it has started. */
export interface Measurement {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, user and system together; Linux only. */
  readonly cpu?: number;
  /** Linux only. */
  readonly memory?: TreeMemory;
  /** Number of cores that other work used at the same time: above 0.2, wall times are unreliable. Linux only. */
  readonly otherLoad?: number;
}

export interface CommandRun extends Measurement {
  readonly output: string;
}

/** Explanation of the figures, for the reader of a report. */
export const meaning =
  process.platform === 'linux'
    ? 'CPU: user and system time of the command and all processes that it started. RSS: the largest sum over these processes, and in brackets the largest single one, sampled every 50 ms. Other load: cores that the rest of the machine used at the same time, including writes to the disk.'
    : 'Only wall times: CPU time and memory of other processes are measured on Linux.';

/** Runs a command to its end. Throws with its output when it fails. */
export async function measure(command: Command): Promise<CommandRun> {
  await syncDisk();
  const linux = process.platform === 'linux';
  const [children, machine] = linux ? [cpuOfChildren(), cpuOfMachine()] : [0, 0];
  const start = performance.now();
  const { output, memory } = await run(command, linux);
  const wall = (performance.now() - start) / 1000;
  if (!linux || !memory) return { wall, output };
  const cpu = cpuOfChildren() - children;
  return { wall, cpu, memory, otherLoad: Math.max(0, cpuOfMachine() - machine - cpu) / wall, output };
}

function run({ file, args, cwd, env }: Command, watch: boolean): Promise<{ output: string; memory?: TreeMemory }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const memory = watch && child.pid !== undefined ? watchTree(child.pid) : undefined;
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const used = memory?.();
      if (code === 0) resolve({ output, ...(used ? { memory: used } : {}) });
      else
        reject(new Error(`${file} ${args.join(' ')} ended with ${code ?? signal}:\n${(errors + output).slice(-4000)}`));
    });
  });
}

/** The environment without variables that change a build: settings of the user, or of a CI service. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { SITE_URL, BASE_PATH, CONTENT_DIR, OUT_DIR, CACHE_DIR, GITHUB_ACTIONS, ...rest } = process.env;
  return rest;
}

/** Waits until the disk has written the files of the last command, which would slow down the next one. */
const syncDisk = (): Promise<void> =>
  new Promise((resolve) => {
    if (process.platform === 'win32') return resolve();
    spawn('sync', { stdio: 'ignore' })
      .once('close', () => resolve())
      .once('error', () => resolve());
  });

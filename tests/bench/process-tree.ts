import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and its descendants, in bytes. */
export interface TreeMemory {
  /** Largest sum of resident sets at one time. Shared pages count once for each process. */
  readonly tree: number;
  /** Largest resident set of one process. */
  readonly process: number;
}

/** Milliseconds between two samples. */
const interval = 50;

/** Watches the memory of a process tree in /proc until the returned function is called. Linux only. */
export function watchTree(root: number): () => TreeMemory {
  const parents = new Map<number, number>();
  let tree = 0;
  let largest = 0;
  const sample = () => {
    let sum = 0;
    for (const pid of descendants(root, parents)) {
      const status = read(`/proc/${pid}/status`);
      sum += kilobytes(status, 'VmRSS') * 1024;
      largest = Math.max(largest, kilobytes(status, 'VmHWM') * 1024);
    }
    tree = Math.max(tree, sum);
  };
  sample();
  const timer = setInterval(sample, interval);
  return () => {
    clearInterval(timer);
    return { tree: Math.max(tree, largest), process: largest };
  };
}

/** Ids of the process and its descendants; `parents` caches the parents, so that only new processes are read. */
function descendants(root: number, parents: Map<number, number>): number[] {
  const running = readdirSync('/proc').map(Number).filter(Number.isInteger);
  for (const pid of running) if (!parents.has(pid)) parents.set(pid, parentOf(pid));
  return running.filter((pid) => {
    for (let ancestor: number | undefined = pid; ancestor; ancestor = parents.get(ancestor)) {
      if (ancestor === root) return true;
    }
    return false;
  });
}

// proc_pid_stat(5): the name is in parentheses and may have any character; the state and the parent follow.
const parentOf = (pid: number): number => Number(statFields(`/proc/${pid}/stat`)[1] ?? 0);

/** User and system time, in seconds, of all descendants of this process that have ended. */
export function cpuOfChildren(): number {
  // Fields 16 and 17 of proc_pid_stat(5), in ticks of 10 ms.
  const [user, system] = statFields('/proc/self/stat').slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

/** Busy time of all cores of the machine since its start, in seconds. */
export function cpuOfMachine(): number {
  const [user, nice, system, , , interrupts, soft, stolen] = read('/proc/stat')
    .split('\n', 1)[0]!
    .split(/\s+/)
    .slice(1);
  return [user, nice, system, interrupts, soft, stolen].reduce((sum, ticks) => sum + Number(ticks ?? 0), 0) / 100;
}

const statFields = (file: string): string[] =>
  read(file)
    .replace(/^.*\) /s, '')
    .split(' ');

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);

/** Text of a file of /proc; empty when the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

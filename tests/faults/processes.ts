import { readdirSync, readFileSync } from 'node:fs';

/** Processes that a process has started, and those that these have started. Linux. */
export function childrenOf(pid: number): number[] {
  const own = threadsOf(pid).flatMap((thread) =>
    read(`${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
  return own.flatMap((child) => [child, ...childrenOf(child)]);
}

/** Program and arguments, as far as the process is still there. */
export const commandOf = (pid: number): string => read(`${pid}/cmdline`).replaceAll('\0', ' ').trim();

/** Processes that run in a group, except those that have ended and wait to be asked for. */
export function processesOfGroup(group: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [state, , ofGroup] = read(`${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(ofGroup) === group && state !== 'Z';
    });
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

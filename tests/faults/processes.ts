import { readdirSync, readFileSync } from 'node:fs';

/** Ids of all descendants of a process. Linux only. */
export function descendantsOf(pid: number): number[] {
  const own = threadsOf(pid).flatMap((thread) =>
    read(`${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
  return own.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Command line of a process; empty when it has ended. */
export const commandOf = (pid: number): string => read(`${pid}/cmdline`).replaceAll('\0', ' ').trim();

/** Ids of the processes of a group, without zombies. */
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
    // The process has ended.
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

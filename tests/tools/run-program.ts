import { spawnSync } from 'node:child_process';

/** Output of a program that was given files in a folder. Throws when it cannot be started. */
export function runProgram(command: string, args: readonly string[], folder: string, input?: string): ProgramOutput {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: 600_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', max_print_line: '10000', error_line: '254', half_error_line: '238' },
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw error;
  return { stdout, stderr, status: status ?? -1 };
}

export const isInstalled = (command: string): boolean =>
  spawnSync('which', [command], { encoding: 'utf8' }).status === 0;

export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

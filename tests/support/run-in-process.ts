import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { commandEnvironment, type CommandName, type CommandResult } from './run-command.ts';

/** Commands that leave nothing in the process but what is restored here. */
type InProcess = Extract<CommandName, 'check' | 'import' | 'merge' | 'new'>;

/** What a command throws here in the place of its end. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit with ${code}`);
  }
}

let runs = 0;

/**
 * Runs a command in the process of the test: its own module is evaluated anew, and what it imports is loaded once for all.
 * A process of its own takes a second of the processor. For tests of what a command does; how it starts and ends is
 * tested with `runCommand`.
 */
export async function runInProcess(
  name: InProcess,
  environment: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<CommandResult> {
  const [{ argv, env, exitCode }, umask] = [process, process.umask()];
  const printed = { stdout: '', stderr: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed.stdout += `${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => void (printed.stderr += `${text}\n`)),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Exit(Number(code ?? 0));
    }),
  ];
  process.argv = [process.execPath, fileURLToPath(new URL(`../../src/commands/${name}.ts`, import.meta.url)), ...args];
  process.env = commandEnvironment(environment);
  process.exitCode = undefined;
  try {
    runs += 1;
    await import(/* @vite-ignore */ `../../src/commands/${name}.ts?run=${runs}`);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, ...printed };
    throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
    Object.assign(process, { argv, env, exitCode });
    process.umask(umask);
  }
}

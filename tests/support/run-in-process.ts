import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import { cacheDir, type CommandName, type CommandResult } from './run-command.ts';

/** Commands that leave nothing in the process but what is restored here; `build` only where it renders nothing. */
type InProcess = Extract<CommandName, 'build' | 'check' | 'import' | 'new'>;

/** What a command throws here in the place of its end. */
class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit with ${code}`);
    this.code = code;
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
  const [{ argv, exitCode }, umask, fonts] = [process, process.umask(), process.env['FONTCONFIG_FILE']];
  // Set, and not replaced by another object, because threads copy the environment of the process.
  const restoreEnvironment = setEnvironment({ CACHE_DIR: cacheDir(), ...environment });
  const printed = { stdout: '', stderr: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed.stdout += `${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => void (printed.stderr += `${text}\n`)),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Exit(Number(code ?? 0));
    }),
  ];
  process.argv = [process.execPath, fileURLToPath(new URL(`../../src/commands/${name}.ts`, import.meta.url)), ...args];
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
    Object.assign(process, { argv, exitCode });
    process.umask(umask);
    restoreEnvironment();
    // A process keeps the fonts of its first build: those of a cache that is removed would be missing in the next.
    expect(process.env['FONTCONFIG_FILE'], 'a build that renders needs a process of its own').toBe(fonts);
  }
}

/** Sets variables, and returns a function that sets them back. What GitHub Actions sets itself is for no test. */
function setEnvironment(environment: Record<string, string>): () => void {
  const names = [...Object.keys(environment), 'GITHUB_ACTIONS'];
  const before = names.map((name) => [name, process.env[name]] as const);
  const set = ([name, value]: readonly [string, string | undefined]): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  names.forEach((name) => set([name, environment[name]]));
  return () => before.forEach(set);
}

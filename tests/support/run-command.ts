import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';
import { temporaryFolder } from './build-site.ts';
import { commandArguments } from './command-arguments.ts';

export interface CommandResult {
  /** Exit code; undefined when a signal ended the command. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly done: Promise<CommandResult>;
}

export type CommandName = 'build' | 'check' | 'dev' | 'import' | 'merge' | 'new' | 'preview';

let commandCache = '';

/** The cache of the commands of a test file, after which it is removed. */
export function cacheDir(): string {
  if (!existsSync(commandCache)) commandCache = newCacheDir();
  return commandCache;
}

/** A new cache, with a link to the compiled templates of the project. */
export function newCacheDir(): string {
  const folder = temporaryFolder();
  const templates = join(projectDir, '.cache/templates');
  mkdirSync(templates, { recursive: true });
  symlinkSync(templates, join(folder, 'templates'), 'junction');
  return folder;
}

/** Starts a command of Colophon in its own process, as npm does; `input` is its standard input. */
export function startCommand(
  name: CommandName,
  environment: Record<string, string> = {},
  args: readonly string[] = [],
  input?: string,
): RunningCommand {
  const { GITHUB_ACTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...commandArguments(name), ...args], {
    cwd: projectDir,
    env: { ...inherited, CACHE_DIR: cacheDir(), ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  }) as ChildProcessByStdio<Writable | null, Readable, Readable>;
  child.stdin?.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const done = new Promise<CommandResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }));
  });
  return { child, done };
}

export const runCommand = (...parameters: Parameters<typeof startCommand>): Promise<CommandResult> =>
  startCommand(...parameters).done;

/** Path of an output folder that does not exist yet. */
export const newOutDir = (): string => join(temporaryFolder(), 'dist');

/** A function that makes its result when it is first called. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectDir } from '../../src/project/settings.ts';
import { commandArguments } from '../support/command-arguments.ts';

export interface BuildProcess {
  readonly pid: number;
  readonly done: Promise<{ readonly code: number | undefined; readonly output: string }>;
}

export interface BuildFolders {
  readonly content: string;
  readonly outDir: string;
  readonly cache: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts `npm run build` as the leader of a process group; `user` is a Linux user id. */
export const startBuild = (folders: BuildFolders, user?: number): BuildProcess => start(['build'], folders, user);

/** Environment of a process that loads a module of this folder before it starts, in each of its threads. */
export const loadedBefore = (module: string): { readonly NODE_OPTIONS: string } => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, module)).href}`,
});

/** Runs another command, such as `['new', 'A title']`. */
export const run = (command: readonly string[], folders: BuildFolders) => start(command, folders).done;

function start(
  [name, ...args]: readonly string[],
  { content, outDir, cache, environment }: BuildFolders,
  user?: number,
): BuildProcess {
  const child = spawn(process.execPath, [...commandArguments(name!), ...args], {
    cwd: projectDir,
    detached: true,
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: outDir,
      CACHE_DIR: cache,
      GITHUB_ACTIONS: '',
      ...environment,
    },
    ...(user === undefined ? {} : { uid: user, gid: user }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const done = new Promise<{ code: number | undefined; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? undefined, output }));
  });
  return { pid: child.pid!, done };
}

export const build = (folders: BuildFolders, user?: number) => startBuild(folders, user).done;

import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';
import { commandArguments } from '../support/command-arguments.ts';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf } from './site-state.ts';

/** Id of the user `nobody`. */
const user = 65534;

/**
 * A root that cannot be written but for one folder, as in a container, and a user without a home: the commands, two builds
 * side by side, and the development server.
 */
export const readOnlyRoot: FaultRun = async function* ({ folder }) {
  chmodSync(dirname(folder), 0o755);
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const expected = { content, outDir: join(folder, 'expected/dist'), cache: join(folder, 'cache-of-expected') };
  await build(expected);
  const own = join(folder, 'own');
  mkdirSync(own);
  cpSync(content, join(own, 'content'), { recursive: true });
  for (const path of ['', ...readdirSync(own, { recursive: true, encoding: 'utf8' })])
    chownSync(join(own, path), user, user);
  const environment = (site: string) => ({
    CONTENT_DIR: join(own, 'content'),
    OUT_DIR: join(own, site, 'dist'),
    CACHE_DIR: join(own, 'cache'),
    PORT: '0',
  });
  const node = (name: string, ...args: string[]) => [process.execPath, ...commandArguments(name), ...args];
  const trial = async (what: string, command: readonly string[], site: string, good: (output: string) => boolean) => {
    const { code, output } = await runInReadOnlyRoot(own, command, environment(site));
    const built = digestOf(join(own, site, 'dist'));
    return {
      what: `${what}: exit ${code}`,
      bad: !good(output)
        ? output.slice(-500)
        : built !== '' && built !== digestOf(expected.outDir)
          ? 'the site is not that of another folder'
          : undefined,
    };
  };
  yield* await Promise.all([
    trial('a build', node('build'), 'first', (output) => output.includes('no problems')),
    trial('a second build beside it', node('build'), 'second', (output) => output.includes('no problems')),
  ]);
  yield trial('a build again', node('build'), 'first', (output) => output.includes('0 pages rendered'));
  yield trial('a check', node('check'), 'first', (output) => output.includes('no problems'));
  yield trial('the development server', ['timeout', '20', ...node('dev')], 'none', (output) => /ready in/.test(output));
  yield trial('a new publication', node('new', 'A title'), 'none', (output) => output.includes('a-title'));
};

function runInReadOnlyRoot(
  writable: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | undefined; readonly output: string }> {
  const mounts = 'mount --make-rprivate /; mount --bind "$0" "$0"; mount -o remount,bind,ro /; exec "$@"';
  const as = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const child = spawn('unshare', ['-m', 'sh', '-e', '-c', mounts, writable, ...as, ...command], {
    cwd: projectDir,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { temporaryFolder } from '../support/build-site.ts';
import { commandArguments } from '../support/command-arguments.ts';
import { testEach } from '../support/slow.ts';

const program = temporaryFolder();
for (const name of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'])
  cpSync(join(projectDir, name), join(program, name), { recursive: true });
const packages = join(program, 'node_modules');

const inTheMiddle = 'in the middle of a file';
/** What an `npm ci` leaves that was interrupted; npm writes the list of packages last. */
const states: Readonly<Record<string, () => void>> = {
  'before the first package': () => {},
  'with a package of which there is only the folder': () => {
    link(({ name }) => name !== 'zod');
    mkdirSync(join(packages, 'zod'));
  },
  [inTheMiddle]: () => {
    link(({ name }) => name !== 'zod');
    cpSync(join(projectDir, 'node_modules/zod'), join(packages, 'zod'), { recursive: true });
    const file = join(packages, 'zod/v4/classic/external.js');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 300));
  },
};

function link(isWhole: (entry: { readonly name: string }) => boolean): void {
  mkdirSync(packages);
  for (const entry of readdirSync(join(projectDir, 'node_modules'), { withFileTypes: true }))
    if (isWhole(entry) && !entry.name.startsWith('.'))
      symlinkSync(join(projectDir, 'node_modules', entry.name), join(packages, entry.name), 'junction');
}

const run = (command: string, early: readonly string[] = []) =>
  spawnSync(process.execPath, [...early, ...commandArguments(command)], {
    cwd: program,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CACHE_DIR: join(program, 'cache'), OUT_DIR: join(program, 'dist'), PORT: '0' },
  });

const commands = ['start', 'build', 'check', 'import', 'preview', 'new', 'upgrade'];

testEach([
  { state: inTheMiddle, by: 'a command that builds and one that does not', some: ['start', 'check'] },
  ...Object.keys(states).map((state) => ({ state, by: 'every command', some: commands })),
])('an npm ci that ended $state is explained by $by', ({ state, some }) => {
  rmSync(packages, { recursive: true, force: true });
  states[state]!();
  for (const command of some) {
    const { status, stderr } = run(command);
    expect(status, command).toBe(1);
    expect(stderr, command).toMatch(
      /^Not started: packages are missing, or are installed only in part \(.*\)\.\n→ run npm ci, and let it come to its end\n/,
    );
    if (state !== inTheMiddle) expect(stderr.split('\n').length, stderr).toBe(3);
  }
});

test('the Node of a system that is too old, because that of the packages is missing, is explained', () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.1.0"})';
  const { status, stderr } = run('start', ['--import', old]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Not started: this is Node v.*, and Colophon needs Node 24 or newer.*\n→ run npm ci, .*\n$/);
});

test('another failure keeps its trace', () => {
  rmSync(packages, { recursive: true, force: true });
  symlinkSync(join(projectDir, 'node_modules'), packages, 'junction');
  writeFileSync(join(program, 'src/commands/preview.ts'), `import './nowhere.ts';\n`);
  const { status, stderr } = run('preview');
  expect(status).toBe(1);
  expect(stderr).toContain('nowhere.ts');
  expect(stderr).toMatch(/\n {4}at /);
  expect(stderr).not.toContain('npm ci');
});

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What the actions of a job have: the folders of the host, and those of the machine. */
export interface Machine {
  /** The repository, a folder of git. */
  readonly repository: string;
  readonly commit: string;
  readonly workspace: string;
  /** Where the host keeps caches between runs, and artifacts of this run, and what is published. */
  readonly caches: string;
  readonly artifacts: string;
  readonly published: string;
  /** Functions that run when the job has succeeded. */
  readonly afterwards: (() => void)[];
  readonly permissions: Readonly<Record<string, string>>;
}

type Inputs = Readonly<Record<string, string>>;

interface Action {
  /** The inputs of its action.yml that workflows here use. */
  readonly inputs: readonly string[];
  readonly run: (inputs: Inputs, machine: Machine) => void;
}

/** Does what an action does, as far as its action.yml and its manual say: files come and go, nothing is sent. */
export function runAction(uses: string, inputs: Inputs, machine: Machine): void {
  const name = uses.split('@')[0]!;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new Error(`The action ${name} is not known`);
  const unknown = Object.keys(inputs).filter((input) => !action.inputs.includes(input));
  if (unknown.length > 0) throw new Error(`${name} has no input ${unknown.join(', ')}`);
  action.run(inputs, machine);
}

const actions: Readonly<Record<string, Action>> = {
  'actions/checkout': { inputs: ['persist-credentials', 'ref', 'path', 'sparse-checkout'], run: checkOut },
  'actions/setup-node': {
    inputs: ['node-version', 'cache'],
    run: ({ cache }, { workspace }) => {
      // Without a lock file, the action fails: "Dependencies lock file is not found".
      if (cache === 'npm' && !existsSync(join(workspace, 'package-lock.json'))) throw new Error('No lock file');
    },
  },
  'actions/cache': { inputs: ['path', 'key', 'restore-keys'], run: restoreCache },
  'actions/upload-artifact': {
    inputs: ['name', 'path', 'retention-days', 'if-no-files-found', 'compression-level', 'include-hidden-files'],
    run: uploadArtifact,
  },
  'actions/download-artifact': { inputs: ['name', 'pattern', 'path', 'merge-multiple'], run: downloadArtifact },
  'actions/upload-pages-artifact': {
    inputs: ['path', 'include-hidden-files'],
    run: (inputs, machine) => {
      const packed = join(machine.artifacts, 'github-pages');
      mkdirSync(packed);
      const hidden = inputs['include-hidden-files'] === 'true' ? [] : ['--exclude=.[^/]*'];
      const args = ['--dereference', '--hard-dereference', '--directory', inputs['path']!, '-cf'];
      const file = join(packed, 'artifact.tar');
      execFileSync('tar', [...args, file, '--exclude=.git', '--exclude=.github', ...hidden, '.'], {
        cwd: machine.workspace,
      });
    },
  },
  'actions/deploy-pages': {
    inputs: [],
    run: (_, { artifacts, published, permissions }) => {
      if (permissions['pages'] !== 'write' || permissions['id-token'] !== 'write')
        throw new Error('To publish needs the rights pages and id-token');
      rmSync(published, { recursive: true, force: true });
      mkdirSync(published);
      execFileSync('tar', ['-xf', join(artifacts, 'github-pages/artifact.tar'), '-C', published]);
    },
  },
};

function checkOut({ ref, path = '.', ...inputs }: Inputs, { repository, commit, workspace }: Machine): void {
  const git = (...args: readonly string[]) => execFileSync('git', [...args], { cwd: workspace, stdio: 'pipe' });
  git('clone', '--quiet', '--no-checkout', repository, path);
  const sparse = inputs['sparse-checkout'];
  if (sparse !== undefined) git('-C', path, 'sparse-checkout', 'set', sparse);
  git('-C', path, 'checkout', '--quiet', ref ?? commit);
}

/** The cache of exactly this key, else the newest whose key begins as one of the others. It is kept when the job has succeeded. */
function restoreCache({ path = '', key = '', ...inputs }: Inputs, { caches, workspace, afterwards }: Machine): void {
  const places = path.split('\n').filter(Boolean);
  const kept = readdirSync(caches).sort(
    (a, b) => statSync(join(caches, b)).mtimeMs - statSync(join(caches, a)).mtimeMs,
  );
  const wanted = (inputs['restore-keys'] ?? '').split('\n').filter(Boolean);
  const found =
    kept.find((name) => name === key) ?? kept.find((name) => wanted.some((start) => name.startsWith(start)));
  if (found !== undefined) execFileSync('tar', ['-xf', join(caches, found)], { cwd: workspace });
  afterwards.push(() => {
    if (found === key) return;
    const there = places.filter((place) => existsSync(join(workspace, place)));
    execFileSync('tar', ['--posix', '-cf', join(caches, key), ...there], { cwd: workspace });
  });
}

function uploadArtifact({ name = '', path = '', ...inputs }: Inputs, { artifacts, workspace }: Machine): void {
  const from = join(workspace, path);
  const hidden = inputs['include-hidden-files'] === 'true';
  const keeps = (file: string) => hidden || file === from || !basename(file).startsWith('.');
  if (!existsSync(from)) {
    // By default the action warns.
    if (inputs['if-no-files-found'] === 'error') throw new Error(`There is no ${path}`);
    return;
  }
  const to = join(artifacts, name);
  cpSync(from, statSync(from).isDirectory() ? to : join(to, basename(path)), { recursive: true, filter: keeps });
}

function downloadArtifact({ name, pattern, path = '.', ...inputs }: Inputs, { artifacts, workspace }: Machine): void {
  const names = name === undefined ? globSync(pattern ?? '*', { cwd: artifacts }) : [name];
  for (const found of names) {
    if (!existsSync(join(artifacts, found))) throw new Error(`There is no artifact ${found}`);
    const own = name === undefined && inputs['merge-multiple'] !== 'true' ? found : '.';
    const to = join(workspace, path, own);
    mkdirSync(to, { recursive: true });
    cpSync(join(artifacts, found), to, { recursive: true });
  }
}

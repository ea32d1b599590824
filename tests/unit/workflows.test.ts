import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectDir } from '../../src/project/settings.ts';
import { temporaryFolder, writeFiles } from '../support/build-site.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const workflows = ['.github/workflows', 'docs', 'create/templates/github'].flatMap((folder) =>
  readdirSync(join(projectDir, folder))
    .filter((name) => name.endsWith('.yml') && !name.endsWith('.gitlab-ci.yml'))
    .map((name) => `${folder}/${name}`),
);

describe.each(workflows)('%s', (path) => {
  const text = readFileSync(join(projectDir, path), 'utf8');
  const workflow = parse(text) as Workflow;
  const proposed = Object.values(workflow.jobs).filter(
    (job) => 'pull_request' in workflow.on && !job.if?.includes("github.event_name != 'pull_request'"),
  );

  test('gives no job more rights than it names', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined();
  });

  test('never runs the code of a proposal with the rights of the repository', () => {
    expect(text).not.toContain('pull_request_target');
    expect(text).not.toContain('workflow_run');
    for (const job of proposed) {
      expect(JSON.stringify(job)).not.toContain('secrets.');
      const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      if (checkouts.length > 0) {
        expect(job.permissions).toEqual({ contents: 'read' });
        expect(JSON.stringify(job)).not.toMatch(/github\.token|GH_TOKEN/);
      } else {
        // Without the files of the proposal, only a comment is written.
        expect(job.permissions).toEqual({ 'pull-requests': 'write' });
        for (const { run } of job.steps) expect(run ?? '').toMatch(/^(?:gh pr comment [^;&|]*)?$/);
      }
      for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
    }
    expect(
      proposed.length > 0 && proposed.every(({ steps }) => steps.every(({ uses }) => !uses?.includes('checkout'))),
    ).toBe(false);
  });
});

test.each(workflows)(
  '%s keeps no token in a checkout, pins actions to commits, and runs no shell with words of a proposal',
  (path) => {
    const { jobs } = parse(readFileSync(join(projectDir, path), 'utf8')) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(options?.['persist-credentials']).toBe(false);
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{\s*github\.(?:event|head_ref)/);
  },
);

test('owners are named of everything that decides about programs, rights and trust', () => {
  const owned = [...readFileSync(join(projectDir, 'docs/CODEOWNERS'), 'utf8').matchAll(/^(\/\S+)\s+@/gm)].map(
    ([, path]) => path!.slice(1),
  );
  const decides = ['.github/', 'src/', 'public/', 'package.json', 'package-lock.json', '.npmrc', 'astro.config.mjs'];
  expect(owned).toEqual(expect.arrayContaining([...decides, 'content/site.yaml', 'content/import.yaml']));
  // These are only in some content folders.
  const optional = ['import.yaml', 'theme.css', 'strings/', 'styles/', 'parts/', 'components/'].map(
    (name) => `content/${name}`,
  );
  expect(owned.filter((path) => !optional.includes(path) && !existsSync(join(projectDir, path)))).toEqual([]);
  expect(readFileSync(join(projectDir, 'docs/check-workflow.yml'), 'utf8')).toContain('docs/CODEOWNERS');
});

const checkOf = (): readonly Step[] =>
  Object.values((parse(readFileSync(join(projectDir, 'docs/check-workflow.yml'), 'utf8')) as Workflow).jobs)[0]!.steps;

test.each([
  ['a folder with a publication', (proposal: string) => writeFiles(proposal, { 'content/publications/a.mdx': 'x' }), 0],
  ['nothing', () => undefined, 1],
  ['an empty folder', (proposal: string) => mkdirSync(join(proposal, 'content')), 1],
  ['site.yaml alone', (proposal: string) => writeFiles(proposal, { 'content/site.yaml': 'x' }), 1],
  ['a link', (proposal: string) => symlinkSync('/etc', join(proposal, 'content')), 1],
  [
    'a folder with a link',
    (proposal: string) => {
      writeFiles(proposal, { 'content/publications/a.mdx': 'x' });
      symlinkSync('/etc/hostname', join(proposal, 'content/site.yaml'));
    },
    1,
  ],
] as const)('the content of a proposal may be %s', (_, propose, code) => {
  const folder = writeFiles(temporaryFolder(), { 'content/site.yaml': 'trust: markdown\n' });
  mkdirSync(join(folder, 'proposal'));
  propose(join(folder, 'proposal'));
  const step = checkOf().find(({ run }) => run?.includes('mv proposal/content content'));
  const { status } = spawnSync('bash', ['-e', '-c', step!.run!], { cwd: folder });
  expect(status).toBe(code);
  expect(readFileSync(join(folder, 'content/site.yaml'), 'utf8')).toBe('trust: markdown\n');
});

test('a proposal runs the quick tests, and the main branch and a release run all', () => {
  const { on, jobs } = parse(readFileSync(join(projectDir, '.github/workflows/test.yml'), 'utf8')) as Workflow;
  expect(on).toMatchObject({ push: { branches: ['main'] }, pull_request: {}, release: { types: ['published'] } });
  const tests = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ run }) => run?.includes('test')));
  expect(tests).toEqual([
    { if: "github.event_name == 'pull_request'", run: 'npm run lint && npm test' },
    { if: "github.event_name != 'pull_request'", run: 'npm run test:all' },
  ]);
});

test('a release needs its number in both packages, the changelog and what later versions are held to', () => {
  const { jobs } = parse(readFileSync(join(projectDir, '.github/workflows/release.yml'), 'utf8')) as Workflow;
  const script = jobs['pack']!.steps.find(({ run }) => run?.includes('CHANGELOG.md'))!.run!;
  const released = (own: string, create: string, log: string, kept: string) => {
    const folder = writeFiles(temporaryFolder(), {
      'package.json': `{\n  "version": "${own}"\n}\n`,
      'create/package.json': `{\n  "version": "${create}"\n}\n`,
      'CHANGELOG.md': `# Changes\n\n## ${log}\n`,
      'tests/cases/release/addresses.txt': `# ${kept}\n404.html\n`,
    });
    // As GitHub runs a step.
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    return spawnSync('bash', args, { cwd: folder, env: { PATH: process.env['PATH'], TAG: 'v0.2.0' } }).status;
  };
  expect(released('0.2.0', '0.2.0', '0.2.0', '0.2.0')).toBe(0);
  for (const place of [0, 1, 2, 3]) {
    const numbers = ['0.2.0', '0.2.0', '0.2.0', '0.2.0'] as const;
    const [own, create, log, kept] = numbers.map((number, index) => (index === place ? '0.1.0' : number));
    expect(released(own!, create!, log!, kept!), `place ${place}`).not.toBe(0);
  }
});

test('the import proposes its summary, with its first line as the title, and a failure without changes is seen', () => {
  const { jobs } = parse(readFileSync(join(projectDir, 'docs/import-workflow.yml'), 'utf8')) as Workflow;
  const steps = Object.values(jobs)[0]!.steps;
  expect(steps.find(({ run }) => run?.includes('npm run --silent import'))?.run).toContain(
    'import -- --summary summary.md',
  );
  const script = steps.find(({ run }) => run?.includes('gh pr create'))!.run!;
  const propose = (outcome: string, changed: boolean) => {
    const folder = writeFiles(temporaryFolder(), { 'content/a.yaml': 'a: 1\n', 'import.txt': 'the log\n' });
    const bin = writeFiles(temporaryFolder(), { gh: '#!/bin/sh\necho "$@" >> gh.txt\ntest "$2" = create\n' });
    chmodSync(join(bin, 'gh'), 0o755);
    const remote = temporaryFolder();
    const run = (command: string) =>
      spawnSync('bash', ['-e', '-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: `${bin}:${process.env['PATH']}`, HOME: folder, GH_TOKEN: 'secret' },
      });
    run(`git init -q --bare ${remote} && git init -q -b main && git remote add origin ${remote}
      git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m first && git add content
      git -c user.name=a -c user.email=a@example.org commit -q -m content`);
    writeFiles(folder, {
      ...(changed ? { 'content/b.yaml': 'b: 1\n' } : {}),
      'summary.md': 'Import publications: 1 retracted\n\n## Retracted\n\n    $(touch hacked) `x`\n',
      'check.txt': `@everyone ${'long '.repeat(100)}\n`,
    });
    const { status } = run(script.replace('${{ steps.import.outcome }}', outcome));
    const read = (name: string): string =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
    return { status, body: read('body.md'), asked: read('gh.txt'), hacked: read('hacked') };
  };
  const proposed = propose('failure', true);
  expect(proposed.status).toBe(0);
  expect(proposed.asked).toContain(
    'pr create --head import --title Import publications: 1 retracted --body-file body.md',
  );
  expect(proposed.body).toMatch(
    /^\n## Retracted\n\n {4}\$\(touch hacked\) `x`\n\n## What the check says\n\n {4}@everyone long .{150,170}\n$/,
  );
  expect(proposed.hacked).toBe('');
  expect(propose('success', false)).toMatchObject({ status: 0, asked: '' });
  expect(propose('failure', false)).toMatchObject({ status: 1, asked: '' });
});

describe('a build in parts', () => {
  const read = <T>(path: string): T => parse(readFileSync(join(projectDir, path), 'utf8')) as T;
  interface PartJob extends Job {
    readonly strategy: { readonly matrix: { readonly part: readonly number[] } };
    readonly needs?: string;
  }

  test('on GitHub makes each part once, and publishes when all are merged', () => {
    const { jobs } = read<{ readonly jobs: Readonly<Record<string, PartJob>> }>('docs/parts-workflow.yml');
    const { matrix } = jobs['part']!.strategy;
    expect(matrix.part).toEqual(matrix.part.map((_, index) => index + 1));
    expect(runsOf(jobs['part']!)).toContain('--shard ${{ matrix.part }}/${{ strategy.job-total }}');
    expect(jobs['merge']!.needs).toBe('part');
    expect(jobs['deploy']!.needs).toBe('merge');
    // The program of an institute is a package, and its scripts do nothing for a merge.
    expect(runsOf(jobs['merge']!)).toContain('npm ci --omit=dev --ignore-scripts\n');
  });

  test('on GitLab takes the number of the part and of all parts from `parallel`', () => {
    const jobs =
      read<Readonly<Record<string, { readonly script: readonly string[]; readonly parallel?: number }>>>(
        'docs/parts.gitlab-ci.yml',
      );
    expect(jobs['part']!.parallel).toBeGreaterThan(1);
    expect(jobs['part']!.script).toContain('npm run build -- --shard $CI_NODE_INDEX/$CI_NODE_TOTAL');
    expect(jobs['pages']!.script.join('\n')).toContain('npm run merge -- parts/*');
  });

  test.each([
    ['docs/parts-workflow.yml', 'downloads/'],
    ['docs/parts.gitlab-ci.yml', ''],
  ])('unpacks the parts that it has packed: %s', (path, place) => {
    const text = readFileSync(join(projectDir, path), 'utf8');
    const folder = writeFiles(temporaryFolder(), {
      'parts/1-of-2/part.json': '1',
      'parts/2-of-2/part.json': '2',
      'parts/2-of-2/site/.well-known/security.txt': 'x',
    });
    const pack = /tar --create --file .* parts$/m.exec(text)![0];
    expect(pack).toMatch(/part-\$(?:CI_NODE_INDEX|\{\{ matrix\.part \}\})\.tar parts$/);
    const unpack = /for part in .*; done/.exec(text)![0];
    const own = (number: number) => `tar --create --file ${place}part-${number}.tar parts/${number}-of-2`;
    const script = `mkdir -p downloads && ${own(1)} && ${own(2)} && rm -r parts && ${unpack}`;
    expect(spawnSync('bash', ['-e', '-c', script], { cwd: folder }).status).toBe(0);
    expect(readFileSync(join(folder, 'parts/1-of-2/part.json'), 'utf8')).toBe('1');
    expect(readFileSync(join(folder, 'parts/2-of-2/site/.well-known/security.txt'), 'utf8')).toBe('x');
  });
});

const runsOf = ({ steps }: Job): string => steps.map(({ run }) => run ?? '').join('\n');

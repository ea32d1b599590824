import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../../src/project/settings.ts';
import { differingFiles, digestsOf, listFiles, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { runWorkflow, type GitHubHost, type WorkflowEvent } from '../../support/github/run-workflow.ts';
import { publicationText } from '../../support/make.ts';
import { ownEnvironment } from '../../support/packed-project.ts';
import { commitAll, createPublishedSite, programs, renderedShare } from './published-site.ts';

/*
 * The workflows that npm create writes for GitHub, and that of a build in parts: each step is carried out as its text says, in
 * fresh clones of an institute's repository, from the packed files alone.
 */

let site: string;
let host: GitHubHost;
let published: string;

const workflow = (name: string): string => readFileSync(join(site, '.github/workflows', name), 'utf8');
const push = (): WorkflowEvent => ({ name: 'push', commit: commitAll(site) });
const linesOf = (text: string, pattern: RegExp): string => text.split('\n').find((line) => pattern.test(line)) ?? text;

beforeAll(async () => {
  site = await createPublishedSite('github');
  host = { folder: temporaryFolder(), repository: site, programs: [programs()], environment: ownEnvironment() };
});

test('the main branch is checked, built and published, with what the institute added', () => {
  const run = runWorkflow(workflow('publish.yml'), push(), host);
  const [build, deploy] = [run.jobs.get('build')!, run.jobs.get('deploy')!];
  expect(build.result, build.text).toBe('success');
  expect(deploy.result, deploy.text).toBe('success');
  published = run.published;
  const home = readFileSync(join(published, 'index.html'), 'utf8');
  for (const words of ['Institute of Sleep', 'Our own foot', 'Founded in 1962']) expect(home).toContain(words);
  expect(readFileSync(join(published, 'publications.bib'), 'utf8')).toContain('@article');
  expect(readFileSync(join(published, '.well-known/security.txt'), 'utf8')).toContain('Contact');
});

test('the next run reads and renders what has changed alone', () => {
  writeFiles(join(site, 'content/publications/2024'), { 'sheep.mdx': publicationText({ title: 'Counted sheep' }) });
  // A check before the build would read the file first.
  const text = workflow('publish.yml').replace(/ *- run: npm run check\n/, '');
  const { jobs } = runWorkflow(text, push(), host);
  expect(jobs.get('build')!.result, jobs.get('build')!.text).toBe('success');
  expect(linesOf(jobs.get('build')!.text, /content files read/)).toMatch(/ 1 of \d\d content files read/);
  expect(renderedShare(jobs.get('build')!.text)).toBeLessThan(0.9);
  expect(readFileSync(join(published, 'publications/sheep/index.html'), 'utf8')).toContain('Counted sheep');
});

test('a proposal with an error is not built, and its author gets the problems as a comment and beside the lines', () => {
  const before = digestsOf(published);
  const file = 'content/publications/2024/dream.mdx';
  writeFiles(site, { [file]: publicationText({ title: 'Dreams' }).replace('---\n', '---\ndoi: none\n') });
  const event: WorkflowEvent = { name: 'pull_request', commit: commitAll(site, 'proposal'), number: 7 };
  const run = runWorkflow(workflow('proposals.yml'), event, host);
  const check = run.jobs.get('check')!;
  expect(check.result, check.text).toBe('failure');
  expect(check.text).toContain(`::error file=${file},line=`);
  expect(check.text).not.toContain('$ npm run build');
  expect(check.summary).toContain('none');
  expect(run.jobs.get('comment')).toMatchObject({ result: 'success' });
  const asked = readFileSync(join(programs(), 'asked.txt'), 'utf8');
  expect(asked).toContain('pr comment 7 --body-file problems.md --edit-last --create-if-none');
  expect(asked).toContain(file);
  expect(differingFiles(before, digestsOf(published))).toEqual([]);
});

test('a proposal without an error gets a preview, which is served as the comment in the workflow says', async () => {
  writeFiles(site, { 'content/publications/2024/dream.mdx': publicationText({ title: 'Dreams of nurses' }) });
  const event: WorkflowEvent = { name: 'pull_request', commit: commitAll(site, 'proposal'), number: 7 };
  const run = runWorkflow(workflow('proposals.yml'), event, host);
  for (const [name, { result, text }] of run.jobs) expect(result, `${name}: ${text}`).toBe('success');
  expect(workflow('proposals.yml')).toContain('OUT_DIR=site npm run preview');
  const child = spawn('npm', ['run', 'preview'], {
    cwd: site,
    detached: true,
    env: { ...ownEnvironment(), OUT_DIR: join(run.artifacts, 'site'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await expect.poll(() => text).toMatch(/http:\/\/localhost:\d+/);
    const page = await fetch(`${/http:\/\/localhost:\d+/.exec(text)![0]}/publications/dream/`);
    expect(await page.text()).toContain('Dreams of nurses');
  } finally {
    process.kill(-child.pid!, 'SIGTERM');
  }
});

test('a site in parts, made on a machine each and put together on another, is the one of one build', () => {
  const one = runWorkflow(workflow('publish.yml'), push(), host);
  expect(one.jobs.get('deploy')?.result).toBe('success');
  const whole = digestsOf(one.published);
  const text = readFileSync(join(projectDir, 'docs/parts-workflow.yml'), 'utf8');
  expect(text).toContain('part: [1, 2, 3, 4, 5, 6, 7, 8]');
  const run = runWorkflow(text.replace('[1, 2, 3, 4, 5, 6, 7, 8]', '[1, 2]'), push(), host);
  expect([...run.jobs.keys()]).toEqual(['part 1', 'part 2', 'merge', 'deploy']);
  for (const [name, job] of run.jobs) expect(job.result, `${name}: ${job.text}`).toBe('success');
  expect(listFiles(run.published).length).toBeGreaterThan(200);
  expect(differingFiles(whole, digestsOf(run.published))).toEqual([]);
});

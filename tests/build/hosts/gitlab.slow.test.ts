import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../../src/project/settings.ts';
import { differingFiles, digestsOf, listFiles, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';
import { npm, offline, ownEnvironment } from '../../support/packed-project.ts';
import { commitAll, createPublishedSite, git } from './published-site.ts';

/*
 * The pipelines for GitLab are carried out by a program of others, gitlab-ci-local, in fresh copies of an institute's repository:
 * it reads them by GitLab's own schema, runs each job, and keeps caches and artifacts. It copies files with rsync.
 */
const hasRsync = spawnSync('rsync', ['--version']).status === 0;

describe.skipIf(!hasRsync)('a pipeline of GitLab', () => {
  let site: string;
  let runner: string;

  beforeAll(async () => {
    site = await createPublishedSite('gitlab');
    git(site, 'remote', 'add', 'origin', 'git@gitlab.com:example/papers/site.git');
    const tools = temporaryFolder();
    writeFiles(tools, { 'package.json': '{}' });
    const { status, text } = npm(tools, ['install', ...offline, 'gitlab-ci-local@4.75.1']);
    expect(status, text).toBe(0);
    runner = join(tools, 'node_modules/.bin/gitlab-ci-local');
  });

  /** Runs the jobs of the present commit. Variables are those that GitLab sets. */
  const run = (variables: readonly string[] = [], options: readonly string[] = []) => {
    const own = ['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', '--no-color'];
    const set = variables.flatMap((variable) => ['--variable', variable]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...own, ...set, ...options], {
      cwd: site,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: ownEnvironment(),
    });
    return { status, text: `${stdout}${stderr}` };
  };
  const artifact = (job: string, path: string): string => join(site, '.gitlab-ci-local/artifacts', job, path);

  test('checks, builds and publishes the default branch, with what the institute added', () => {
    const { status, text } = run();
    expect(status, text).toBe(0);
    const home = readFileSync(artifact('pages', 'public/index.html'), 'utf8');
    for (const words of ['Institute of Sleep', 'Our own foot']) expect(home).toContain(words);
    expect(existsSync(artifact('pages', 'public/.well-known/security.txt'))).toBe(true);
  });

  test('reads in the next run what has changed alone', () => {
    writeFiles(join(site, 'content/publications/2024'), { 'sheep.mdx': publicationText({ title: 'Counted sheep' }) });
    const file = join(site, '.gitlab-ci.yml');
    // A check before the build would read the file first.
    const text = readFileSync(file, 'utf8');
    writeFiles(site, {
      '.gitlab-ci.yml': text.replaceAll('npm run check -- --code-quality problems.json', 'echo "[]" > problems.json'),
    });
    commitAll(site);
    const next = run();
    writeFiles(site, { '.gitlab-ci.yml': text });
    commitAll(site);
    expect(next.status, next.text).toBe(0);
    expect(next.text).toMatch(/ 1 of \d\d content files read/);
    expect(readFileSync(artifact('pages', 'public/publications/sheep/index.html'), 'utf8')).toContain('Counted sheep');
  });

  test('stops a proposal with an error, and gives another a preview under its own address', () => {
    const file = 'content/publications/2024/dream.mdx';
    writeFiles(site, { [file]: publicationText({ title: 'Dreams' }).replace('---\n', '---\ndoi: none\n') });
    commitAll(site, 'proposal');
    const proposal = ['CI_PIPELINE_SOURCE=merge_request_event'];
    const stopped = run(proposal);
    expect(stopped.status, stopped.text).not.toBe(0);
    expect(stopped.text).toContain(file);
    expect(stopped.text).not.toContain('$ OUT_DIR=preview npm run build');
    writeFiles(site, { [file]: publicationText({ title: 'Dreams of nurses' }) });
    commitAll(site, 'proposal');
    const { status, text } = run(proposal);
    expect(status, text).toBe(0);
    const page = readFileSync(artifact('proposal', 'preview/publications/dream/index.html'), 'utf8');
    expect(page).toContain('Dreams of nurses');
    // Every address leads into the files of this job, which a group within a group has in its address as well.
    expect(page).toMatch(/href="\/-\/papers\/site\/-\/jobs\/\d+\/artifacts\/preview\/publications\/"/);
    expect(page).not.toMatch(/href="\/publications\//);
    git(site, 'switch', '--quiet', 'main');
  });

  test('makes a site in parts, which put together are the site of one build', () => {
    expect(run().status).toBe(0);
    const whole = digestsOf(artifact('pages', 'public'));
    const text = readFileSync(join(projectDir, 'docs/parts.gitlab-ci.yml'), 'utf8');
    expect(text).toContain('parallel: 8');
    writeFiles(site, { '.gitlab-ci.yml': text.replace('parallel: 8', 'parallel: 2') });
    commitAll(site);
    rmSync(join(site, '.gitlab-ci-local'), { recursive: true });
    const parts = run();
    expect(parts.status, parts.text).toBe(0);
    expect(listFiles(artifact('pages', 'public')).length).toBeGreaterThan(200);
    expect(differingFiles(whole, digestsOf(artifact('pages', 'public')))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { createSite, install, packProject } from '../../support/packed-project.ts';
import { once } from '../../support/run-command.ts';

/** Runs git in a folder, and returns what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  const own = ['-c', 'user.name=Office', '-c', 'user.email=office@example.org', '-c', 'init.defaultBranch=main'];
  const { status, stdout, stderr } = spawnSync('git', [...own, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** A site of an institute for a host, with publications, own design and a hidden file, in a repository of git. */
export async function createPublishedSite(host: string, ...args: readonly string[]): Promise<string> {
  const site = createSite(await packProject(), undefined, '--name', 'Institute of Sleep', '--host', host, ...args);
  install(site);
  for (const name of ['people', 'publications', 'topics', 'units'])
    cpSync(join(siteFolder('small'), name), join(site, 'content', name), { recursive: true });
  for (const name of ['parts', 'theme.css'])
    cpSync(join(siteFolder('own-design'), name), join(site, 'content', name), { recursive: true });
  writeFiles(site, { 'public/.well-known/security.txt': 'Contact: mailto:office@example.org\n' });
  git(site, 'init', '--quiet');
  commitAll(site);
  return site;
}

/** Commits all that is in the folder, on the main branch or on one that begins there, and returns the commit. */
export function commitAll(site: string, branch = 'main'): string {
  if (git(site, 'branch', '--show-current') !== branch)
    git(site, 'switch', '--quiet', ...(git(site, 'branch', '--list', branch) === '' ? ['--create'] : []), branch);
  git(site, 'add', '--all');
  git(site, 'commit', '--quiet', '--allow-empty', '--message', 'Change');
  return git(site, 'rev-parse', 'HEAD');
}

/** A folder with a `gh` that writes down what it is asked, and the text that it is given. */
export const programs = once(() => {
  const folder = temporaryFolder();
  const gh = `#!/bin/sh
echo "$@" >> "${folder}/asked.txt"
test -n "$GH_TOKEN" && test "$GH_REPO" = example/site && cat problems.md >> "${folder}/asked.txt"
`;
  writeFiles(folder, { gh });
  chmodSync(join(folder, 'gh'), 0o755);
  return folder;
});

/** Share of the pages of a site that a build rendered, by what it printed: 1 if all. */
export function renderedShare(text: string): number {
  const [, pages] = /: (\d+) pages,/.exec(text) ?? [];
  const [, rendered] = /(\d+) pages? rendered/.exec(text) ?? [];
  if (pages === undefined || rendered === undefined) throw new Error(`no build is told in ${text}`);
  return Number(rendered) / Number(pages);
}

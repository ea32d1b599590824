import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markerFile } from '../../../src/rendering/publish-site.ts';
import { differingFiles, digestsOf, listFiles, temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';
import { ownEnvironment } from '../../support/packed-project.ts';
import { commitAll, createPublishedSite, git } from './published-site.ts';

/** Runs publish.sh as a person does. */
function publish(site: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('sh', ['publish.sh', ...args], {
    cwd: site,
    encoding: 'utf8',
    env: ownEnvironment(),
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  return stdout;
}

const hasRsync = spawnSync('rsync', ['--version']).status === 0;

describe.skipIf(!hasRsync)('the script for a server of one’s own', () => {
  test('copies the site, and after a change the files that changed alone', async () => {
    const site = await createPublishedSite('server');
    const target = join(temporaryFolder(), 'publications/');
    publish(site, target);
    expect(differingFiles(digestsOf(join(site, 'dist')), digestsOf(target))).toEqual([]);
    const inodes = () => new Map(listFiles(target).map((path) => [path, statSync(join(target, path)).ino]));
    const before = inodes();
    writeFiles(join(site, 'content/publications/2024'), { 'sheep.mdx': publicationText({ title: 'Counted sheep' }) });
    const [, written = ''] = / (\d+) files written/.exec(publish(site, target)) ?? [];
    expect(differingFiles(digestsOf(join(site, 'dist')), digestsOf(target))).toEqual([]);
    // rsync writes a changed file beside the old one, and renames it.
    const copied = [...inodes()].flatMap(([path, inode]) =>
      // Each publishing renews the marker.
      path !== markerFile && before.get(path) !== inode ? [path] : [],
    );
    expect(copied).toContain('publications/sheep/index.html');
    expect(copied).not.toContain('publications/tufan-2024-pebbles.bib');
    expect(copied.length).toBeLessThanOrEqual(Number(written));
    expect(copied.length).toBeLessThan(before.size / 2);
  });
});

test('the script for Codeberg pushes the site alone, as one commit, to the branch of the pages', async () => {
  const site = await createPublishedSite('codeberg');
  const remote = temporaryFolder();
  git(remote, 'init', '--quiet', '--bare');
  git(site, 'remote', 'add', 'origin', remote);
  publish(site);
  writeFileSync(join(site, 'public/robots-note.txt'), 'Added\n');
  commitAll(site);
  publish(site);
  expect(git(remote, 'rev-list', '--count', 'pages')).toBe('1');
  const files = git(remote, 'ls-tree', '-r', '--name-only', 'pages').split('\n');
  expect(files).toEqual(expect.arrayContaining(['index.html', 'robots-note.txt', '.well-known/security.txt']));
  expect(files.filter((path) => path.startsWith('content/'))).toEqual([]);
  expect(git(remote, 'show', 'pages:index.html')).toContain(
    readFileSync(join(site, 'dist/index.html'), 'utf8').slice(0, 200),
  );
});

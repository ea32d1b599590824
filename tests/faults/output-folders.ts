import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build, startBuild } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf } from './site-state.ts';

/** Output folders that are mount points or symbolic links, and a user who hides new files. */
export const outputFolders: FaultRun = async function* ({ folder, times }) {
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const file = join(content, 'publications/2024/baran-2024-brooks.mdx');
  const expected = { content, outDir: join(folder, 'expected/dist'), cache: join(folder, 'cache-of-expected') };
  const foldersOf = (name: string) => ({
    content,
    outDir: join(folder, name, 'dist'),
    cache: join(folder, `cache-${name}`),
  });
  for (const name of ['tmpfs', 'bind'] as const) {
    const folders = foldersOf(name);
    mkdirSync(folders.outDir, { recursive: true });
    mkdirSync(join(folder, `volume-${name}`));
    const kind = name === 'tmpfs' ? ['-t', 'tmpfs', 'tmpfs'] : ['--bind', join(folder, `volume-${name}`)];
    execFileSync('mount', [...kind, folders.outDir]);
    try {
      for (const step of ['built', 'built again', 'changed', 'killed', 'built after that']) {
        if (step !== 'built again') appendFileSync(file, `\nMore: ${step}.\n`);
        if (step === 'killed') {
          for (let time = 0; time < times / 10; time += 1) {
            const { pid, done } = startBuild(folders);
            // The build may end first.
            const timer = setTimeout(() => process.kill(-pid, 'SIGKILL'), 400 + time * 300);
            await done;
            clearTimeout(timer);
          }
          continue;
        }
        const { code, output } = await build(folders);
        await build(expected);
        yield {
          what: `a mount (${name}), ${step}: exit ${code}`,
          bad:
            code !== 0
              ? output.slice(-400)
              : digestOf(folders.outDir) !== digestOf(expected.outDir)
                ? 'the site is not that of another folder'
                : readdirSync(folders.outDir).some((entry) => entry.startsWith('.colophon.'))
                  ? 'temporary files are left behind'
                  : output.includes('is a mount point')
                    ? undefined
                    : 'it is not said that it is a mount',
        };
      }
    } finally {
      execFileSync('umount', [folders.outDir]);
    }
  }
  const linked = foldersOf('linked');
  mkdirSync(join(folder, 'linked'));
  symlinkSync('www', linked.outDir);
  const { code } = await build(linked);
  yield {
    what: `a symbolic link: exit ${code}`,
    bad:
      lstatSync(linked.outDir).isSymbolicLink() && existsSync(join(folder, 'linked/www/index.html'))
        ? undefined
        : 'the link is not followed',
  };
  const before = process.umask(0o077);
  const hidden = foldersOf('hidden');
  await build(hidden);
  process.umask(before);
  const modes = new Set(
    ['', ...readdirSync(hidden.outDir, { recursive: true, encoding: 'utf8' })].map((path) =>
      (statSync(join(hidden.outDir, path)).mode & 0o777).toString(8),
    ),
  );
  yield {
    what: `umask 077: ${[...modes].join(' ')}`,
    bad: [...modes].sort().join(' ') === '644 755' ? undefined : 'a web server cannot read the site',
  };
};

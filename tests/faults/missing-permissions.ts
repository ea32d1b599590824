import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf, temporaryFilesBeside } from './site-state.ts';

/** Id of the user `nobody`, because permissions do not apply to root. */
const user = 65534;

/** Folders without write permission, and files without read permission. */
export const missingPermissions: FaultRun = async function* ({ folder }) {
  const content = join(folder, 'content');
  const folders = { content, outDir: join(folder, 'site/dist'), cache: join(folder, 'cache') };
  cpSync(siteFolder('small'), content, { recursive: true });
  mkdirSync(dirname(folders.outDir));
  mkdirSync(folders.cache);
  chmodSync(dirname(folder), 0o755);
  const first = await build(folders);
  if (first.code !== 0) throw new Error(first.output);
  own(folder);
  const site = join(content, 'site.yaml');
  const text = readFileSync(site, 'utf8');
  const publication = join(content, 'publications/2024/baran-2024-brooks.mdx');
  const cases: readonly (readonly [what: string, path: string, mode: string, open: string, says: RegExp])[] = [
    ['a site that may not be written', folders.outDir, 'a-w', 'u+w', /permission/],
    ['a folder around the site that may not be written', dirname(folders.outDir), 'a-w', 'u+w', /permission/],
    ['a cache that may not be written', folders.cache, 'a-w', 'u+w', /permission|read-only/],
    ['a publication that may not be read', publication, 'a-r', 'u+r', /cannot be (?:read|opened)|permission/],
    [
      'a folder of publications that may not be read',
      dirname(publication),
      'a-rx',
      'u+rx',
      /cannot be (?:read|opened)|permission/,
    ],
    ['settings that may not be read', site, 'a-r', 'u+r', /cannot be (?:read|opened)|permission/],
  ];
  for (const [index, [what, path, mode, open, says]] of cases.entries()) {
    writeFileSync(site, text.replace('Institute of Small Things', `Institute of Things ${index}`));
    const before = digestOf(folders.outDir);
    execFileSync('chmod', ['-R', mode, path]);
    const { code, output } = await build(folders, user);
    execFileSync('chmod', ['-R', open, path]);
    const same = digestOf(folders.outDir) === before;
    const leftovers = temporaryFilesBeside(folders.outDir);
    const again = await build(folders, user);
    yield {
      what: `${what}: exit ${code}, ${code === 0 ? 'built' : (output.split('\n').find((line) => says.test(line)) ?? '').trim().slice(0, 140)}`,
      bad:
        code !== 0 && !same
          ? 'the last site is damaged'
          : code !== 0 && (!says.test(output) || /\.ts:\d+:\d+\)?$/m.test(output))
            ? `no clear message: ${output.slice(-500)}`
            : leftovers.length > 0
              ? `left behind: ${leftovers.join(', ')}`
              : again.code !== 0
                ? `the next build fails: ${again.output.slice(-300)}`
                : undefined,
    };
  }
};

function own(path: string): void {
  chownSync(path, user, user);
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) chownSync(join(path, name), user, user);
}

import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { BuildOptions } from '../build/build-site.ts';
import { partSite } from '../rendering/shards/part.ts';
import { parseShard } from '../rendering/shards/shard.ts';
import { copyCatalog } from '../store/copy-catalog.ts';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { reportFailure } from './explain-failure.ts';
import { runBuild } from './run-build.ts';
import { projectDir, readSettings, type Settings } from '../project/settings.ts';
import { print, printError } from './print.ts';
import { readFlags, type GivenFlags } from './read-flags.ts';

// npm run build: content → OUT_DIR. With --shard 2/8, a part of the site → parts/2-of-8.
const flags = readFlags(process.argv.slice(2), {
  command: 'build',
  description: 'builds the site from the content',
  flags: {
    plan: 'reads the content and plans the pages, and makes none: parts of the site that are made after it start with the plan',
    'keep-going':
      'publishes the rest where files have errors; of such a file the site keeps its last good page, or has none',
  },
  values: {
    changes: ['changes.txt', 'writes a list of the files that this build wrote (M) and removed (D)'],
    shard: [
      '2/8',
      'makes the second of eight parts, in OUT_DIR or parts/2-of-8; npm run merge puts the parts together',
    ],
  },
  variables: ['CONTENT_DIR', 'OUT_DIR', 'OUT_UMASK', 'CACHE_DIR', 'SITE_URL', 'BASE_PATH'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
process.exitCode = await reportFailure('Not built', 'Nothing was changed.', () => build(flags));

function build({ given, values }: GivenFlags): Promise<number> {
  const [keepGoing, planOnly] = [given.has('keep-going'), given.has('plan')];
  const changes = values.get('changes');
  const shard = values.get('shard');
  if (shard === undefined) {
    const settings = readSettings(process.env);
    if (changes !== undefined) requireOutside(changes, settings);
    return runBuild(settings, { keepGoing, planOnly, ...(changes === undefined ? {} : { changes }) });
  }
  const part = partOf(shard);
  if (changes !== undefined)
    throw new UserFixableError(
      '--changes and --shard do not go together, because a part does not know what is published',
      'leave one of them out; a program such as rsync finds what differs in the merged site',
    );
  if (keepGoing)
    throw new UserFixableError(
      '--keep-going and --shard do not go together, because each part would leave out other files',
      'correct the errors that npm run check lists, or build with --keep-going in one go',
    );
  if (planOnly)
    throw new UserFixableError(
      '--plan and --shard do not go together, because the plan is that of all parts',
      'run npm run build -- --plan first, and then the parts',
    );
  const settings = readSettings({ ...process.env, OUT_DIR: partSite(part.folder) });
  // A part starts with what a check, or a build in one go, has read and proved.
  if (!existsSync(settings.catalogFile)) copyCatalog(wholeCatalog(), settings.catalogFile);
  return runBuild(settings, { part });
}

/** Throws where the list of changes would be published or overwrite content, or where its path is a folder. */
function requireOutside(changes: string, { contentDir, outDir, cacheDir }: Settings): void {
  const file = resolve(changes);
  const around = [contentDir, outDir, cacheDir].find((folder) => file === folder || file.startsWith(folder + sep));
  if (around === undefined && statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new UserFixableError(
    around === undefined ? `--changes ${changes} is a folder` : `--changes ${changes} is a file inside of ${around}`,
    'name a file elsewhere, such as --changes changes.txt',
  );
}

/** The catalog of a check, or of a build in one go. */
function wholeCatalog(): string {
  return readSettings({ ...process.env, OUT_DIR: undefined }).catalogFile;
}

/** The part of `2/8`, and its folder. */
function partOf(text: string): NonNullable<BuildOptions['part']> {
  const shard = parseShard(text);
  const folder = process.env['OUT_DIR'] || join(projectDir, 'parts', `${shard.number}-of-${shard.of}`);
  return { shard, folder: resolve(folder) };
}

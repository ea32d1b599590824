import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from '../../src/project/settings.ts';
import { digestOf, readPart, readPartList } from '../../src/rendering/shards/part.ts';
import { commandArguments } from '../support/command-arguments.ts';
import { parseBuildSummary } from './build-summary.ts';
import { describeMachine } from './machine.ts';
import { meaning, measure, type Command, type CommandRun } from './measure.ts';
import { sizeOfFolder } from './site-size.ts';

// node tests/bench/parts.ts CONTENT: what a site in parts costs, one part after the other.
const usage = `node tests/bench/parts.ts CONTENT [options]
  CONTENT          a content folder
  --parts 4        number of parts
  --whole          measures a build in one go as well, and compares its files with the merged ones
  --discard        removes each part when it is measured, and merges nothing: for disks that do not hold the site
  --prepare        plans the site once before the parts, which then start with the plan
  --dir FOLDER     where sites are written (default: the temporary folder of the system)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    parts: { type: 'string', default: '4' },
    whole: { type: 'boolean', default: false },
    discard: { type: 'boolean', default: false },
    prepare: { type: 'boolean', default: false },
    dir: { type: 'string', default: tmpdir() },
  },
});
const [content] = positionals;
const of = Number(values.parts);
if (content === undefined || !Number.isInteger(of) || of < 1) {
  console.error(usage);
  process.exit(1);
}
const work = mkdtempSync(join(values.dir, 'colophon-parts-'));
try {
  await measureParts(resolve(content));
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measureParts(contentDir: string): Promise<void> {
  console.log(`${describeMachine(work)}. ${meaning}\n`);
  console.log('| step | wall | CPU | memory, largest process | content | pages | files | MB |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: |');
  const run = (name: string, outDir: string, args: readonly string[] = []): Promise<CommandRun> =>
    measure(command(name, { CONTENT_DIR: contentDir, CACHE_DIR: join(work, 'cache'), OUT_DIR: outDir }, args));
  const site = join(work, 'site');
  if (values.whole) {
    const whole = join(work, 'whole');
    const built = await run('build', whole);
    report('one build', built, sizeOfFolder(whole));
  }
  const folders: string[] = [];
  let cpu = 0;
  if (values.prepare) {
    const planned = await run('build', join(projectDir, 'dist'), ['--plan']);
    cpu += planned.cpu ?? 0;
    report('plan', planned, { files: 0, bytes: 0 }, false);
  }
  mkdirSync(join(work, 'parts'));
  for (let number = 1; number <= of; number += 1) {
    const folder = join(work, 'parts', `${number}-of-${of}`);
    const built = await run('build', folder, ['--shard', `${number}/${of}`]);
    cpu += built.cpu ?? 0;
    report(`part ${number} of ${of}`, built, readPart(folder));
    folders.push(folder);
    // The cache of a part would be on a machine of its own.
    for (const name of readdirSync(join(work, 'cache')))
      if (/^[0-9a-f]{16}$/.test(name) && !(values.prepare && number < of))
        rmSync(join(work, 'cache', name), { recursive: true });
    if (values.discard) rmSync(folder, { recursive: true });
  }
  if (!values.discard) {
    const merged = await run('merge', site, folders);
    cpu += merged.cpu ?? 0;
    report('merge', merged, sizeOfFolder(site), false);
    if (values.whole) compare(folders, join(work, 'whole'));
  }
  console.log(`\nAll of it: ${cpu.toFixed(1)} s of CPU.`);
}

function command(name: string, env: Readonly<Record<string, string>>, args: readonly string[]): Command {
  return { file: process.execPath, args: [...commandArguments(name), ...args], cwd: projectDir, env };
}

function report(
  step: string,
  { wall, cpu, memory, output }: CommandRun,
  { files, bytes }: { readonly files: number; readonly bytes: number },
  hasSummary = true,
): void {
  const stages = hasSummary ? parseBuildSummary(output).stages : {};
  const seconds = (value?: number) => (value === undefined ? '–' : `${value.toFixed(1)} s`);
  console.log(
    `| ${[step, seconds(wall), seconds(cpu), memory ? `${(memory.process / 1e9).toFixed(2)} GB` : '–', seconds(stages['content']), seconds(stages['pages']), files, (bytes / 1e6).toFixed(1)].join(' | ')} |`,
  );
}

/** Throws where the files of the parts are not those of a build in one go. */
function compare(folders: readonly string[], whole: string): void {
  const listed = folders.flatMap((folder) => readPartList(folder, readPart(folder)));
  const different = listed.filter(({ path, digest }) => digestOf(readFileSync(join(whole, path))) !== digest);
  // The marker is in no part.
  const files = sizeOfFolder(whole).files - 1;
  if (different.length > 0 || listed.length !== files)
    throw new Error(`the parts differ from one build: ${listed.length} files and ${files}, ${different[0]?.path}`);
  console.log(`\nThe ${files} files of the parts are those of one build.`);
}

import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { projectDir } from '../../src/project/settings.ts';
import { measure } from './measure.ts';
import { writeSyntheticCorpus } from './synthetic-corpus.ts';

/** A content folder for measurements. */
export interface Corpus {
  readonly folder: string;
  readonly publications: number;
  /** Source of the publications. */
  readonly origin: string;
}

const shared = join(projectDir, '../shared/corpus');
/** Makes many publications of the corpus, with a vocabulary that grows as that of a larger corpus does. */
const makeLarge = join(projectDir, '../shared/tools/make-large.mjs');

/**
 * Milliseconds to wait after content is written: a build trusts the modification time of a file only when it is a few
 * seconds old, and would read newer files again although nothing has changed.
 */
const waitAfterWrite = 2500;

/** Writes a site with only pages and citation files, with `size` publications. */
export async function prepareCorpus(folder: string, size: number): Promise<Corpus> {
  const origin = existsSync(join(shared, 'make-content.mjs')) ? await copyShared(folder, size) : generate(folder, size);
  const faulty = removeFaulty(folder);
  await setTimeout(waitAfterWrite);
  const publications = listPublications(folder).length;
  if (faulty.length > size / 100)
    throw new Error(`the content has errors in ${faulty.length} files, the first ${faulty[0]}`);
  return {
    folder,
    publications,
    origin: faulty.length > 0 ? `${origin}; omitted because of errors: ${faulty.length}` : origin,
  };
}

/** Removes files with errors, because a build stops at any error. Returns their paths. */
function removeFaulty(folder: string): string[] {
  const cache = `${folder}.cache`;
  const { stdout, stderr } = spawnSync(process.execPath, [join(projectDir, 'src/commands/check.ts'), '--json'], {
    env: { ...process.env, CONTENT_DIR: folder, CACHE_DIR: cache, OUT_DIR: join(cache, 'out') },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  rmSync(cache, { recursive: true, force: true });
  if (!stdout.startsWith('{')) throw new Error(`check failed:\n${stderr}`);
  const { problems } = JSON.parse(stdout) as { problems: readonly { severity: string; file: string }[] };
  const faulty = [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file))];
  for (const file of faulty) rmSync(join(folder, file), { force: true });
  return faulty;
}

async function copyShared(folder: string, size: number): Promise<string> {
  const source = join(shared, 'acl.jsonl.gz');
  if (size > (await countLines(source)) && existsSync(makeLarge)) {
    await measure({ file: process.execPath, args: [makeLarge, folder, String(size)] });
    return 'ACL Anthology, and mixtures of its publications';
  }
  const copies = Math.ceil(size / (await countLines(source)));
  const limit = Math.ceil(size / copies);
  await measure({
    file: process.execPath,
    args: [
      join(shared, 'make-content.mjs'),
      source,
      folder,
      '--lean',
      '--limit',
      String(limit),
      '--copies',
      String(copies),
    ],
  });
  return `ACL Anthology${copies > 1 ? `, each publication ${copies} times` : ''}`;
}

function generate(folder: string, size: number): string {
  mkdirSync(folder, { recursive: true });
  writeSyntheticCorpus(folder, size);
  writeFileSync(
    join(folder, 'site.yaml'),
    `institute: { en: "Institute of the Corpus" }
platform: { en: "Publications" }
url: https://publications.example.org
locales: [en]
styles: []
features: { search: false, cards: none, statistics: false, related: false }
`,
  );
  return 'generated';
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file).pipe(createGunzip())) {
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  }
  return lines;
}

/** Paths of the publications, relative to the folder, sorted. */
export function listPublications(folder: string): string[] {
  const paths = readdirSync(join(folder, 'publications'), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => join('publications', path))
    .sort();
}

/** Adds a sentence to one abstract. Returns a function that removes it. */
export function editOneAbstract({ folder }: Corpus, sentence: string): () => void {
  const paths = listPublications(folder);
  const file = join(folder, paths[Math.floor(paths.length / 2)]!);
  const text = readFileSync(file, 'utf8');
  const { atime, mtime } = statSync(file);
  writeFileSync(file, `${text.trimEnd()}\n\n${sentence}\n`);
  return () => {
    writeFileSync(file, text);
    utimesSync(file, atime, mtime);
  };
}

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { UserFixableError, ProgramEnded } from '../domain/problems/user-fixable-error.ts';
import { compareText } from '../domain/problems/problem.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { SearchFiles, type SearchFile } from './search-files.ts';
import { watchPagefind } from './pagefind-process.ts';
import { pagefindWord } from './pagefind-terms.ts';
import { packRecordFiles } from './records/pack-record-files.ts';
import { mostWithTexts, wordFiles } from './search-data.ts';
import { indexedRecord, type IndexedRecord } from './search-record.ts';
import { TermFilesWriter } from './term-files/write-term-files.ts';
import { SynonymCollector } from './vocabulary/synonym-collector.ts';

/** A file of the search on disk. */
export interface IndexFile {
  /** Address below that of the site. */
  readonly output: string;
  readonly source: string;
  readonly digest: string;
}

export interface IndexOptions {
  /** Keeps the files of the last index between builds. */
  readonly folder: string;
  /** Digest of everything that the index is made from. */
  readonly key: string;
  /** Number of publications. */
  readonly count: number;
  /** Largest number of publications in an index of Pagefind. */
  readonly mostInPagefind?: number;
  /** Synonyms of the institute, as groups of phrases. */
  readonly synonyms?: readonly (readonly string[])[];
  readonly sources: () => Iterable<SearchSource>;
}

/** The files of the search: those that `folder` holds for `key`, or new ones. Throws when the index cannot be made. */
export async function prepareSearchIndex(options: IndexOptions): Promise<readonly IndexFile[]> {
  const { folder, key } = options;
  const cached = join(folder, key);
  const cachedFiles = readList(cached);
  if (cachedFiles) return cachedFiles;
  const unfinished = `${cached}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { recursive: true });
    await runAlone(() => writeIndex(unfinished, options));
    for (const name of list(folder))
      if (join(folder, name) !== unfinished) rmSync(join(folder, name), { recursive: true });
    renameSync(unfinished, cached);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return readList(cached)!;
}

/** The last index, which may be of older content: for the development server. */
export function lastSearchIndex(folder: string): readonly IndexFile[] {
  const [name] = list(folder).filter((entry) => !entry.includes('.'));
  return name === undefined ? [] : (readList(join(folder, name)) ?? []);
}

/**
 * Above this size, files of terms load less for a query than Pagefind, whose list of all publications comes before the first
 * answer. docs/benchmarks.md has the figures of both.
 */
const usualMost = 5000;

/** Words in one file of the index. With these instead of Pagefind's 20,000, a query loads a third of the bytes. */
const wordsPerFile = 5000;

const listFile = 'files.json';

async function writeIndex(
  folder: string,
  { key, count, sources, mostInPagefind = usualMost, synonyms = [] }: IndexOptions,
): Promise<void> {
  const usesPagefind = count <= mostInPagefind;
  const files = new SearchFiles(count, usesPagefind);
  const collector = new SynonymCollector(count, synonyms);
  const save = (all: readonly SearchFile[]) => all.forEach(([path, text]) => writeInto(folder, path, text));
  const add = (source: SearchSource): IndexedRecord => {
    const indexed = indexedRecord(source);
    save(files.add(source, indexed));
    collector.add(source, indexed);
    return indexed;
  };
  if (usesPagefind) {
    const names = await writePagefind(folder, sources(), add);
    save(files.finishRecords());
    save(files.finish(names, key, { synonyms: collector.finish() }));
  } else {
    const writer = new TermFilesWriter(folder, count);
    for (const source of sources()) writer.add(add(source));
    save(files.finishRecords());
    const recordTexts = count > mostWithTexts ? packRecordFiles(folder, count) : undefined;
    save(files.finish(writer.finish(wordFiles(count), collector.finish()), key, { recordTexts }));
  }
  const all = list(folder, true)
    .sort(compareText)
    .map((path): ListedFile => ({ path, digest: digestOf(join(folder, path)) }));
  writeFileSync(join(folder, listFile), JSON.stringify(all));
}

/** Returns Pagefind's name of each publication; undefined when there are none. */
async function writePagefind(
  folder: string,
  sources: Iterable<SearchSource>,
  add: (source: SearchSource) => IndexedRecord,
): Promise<readonly string[] | undefined> {
  let writer: PagefindWriter | undefined;
  for (const source of sources) {
    writer ??= await startPagefind();
    await writer.add(add(source));
  }
  return writer && finishPagefind(writer, folder);
}

interface PagefindWriter {
  readonly index: PagefindIndex;
  count: number;
  add(record: IndexedRecord): Promise<void>;
  /** Waits until Pagefind has taken all records. Throws when it refuses one. */
  flush(): Promise<void>;
  /** Ends Pagefind's process. */
  release(): Promise<unknown>;
}

async function startPagefind(): Promise<PagefindWriter> {
  // Read by Pagefind's process when it starts; its Node interface has no option for it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(wordsPerFile);
  // One language for all: Pagefind does not search indexes of several languages together.
  const { made, release } = watchPagefind(() => createIndex({ forceLanguage: 'en' }), onExit);
  const { index, errors } = await made;
  if (!index) throw new IndexError(errors);
  let pending: Promise<{ readonly errors: readonly string[] }>[] = [];
  const writer: PagefindWriter = {
    index,
    count: 0,
    release,
    async add({ title, authors, subject, body, place }) {
      const url = String(writer.count);
      const words = (terms: readonly string[]) => terms.map(pagefindWord).join(' ');
      // Pagefind ignores a record without content.
      const content = words(body) || pagefindWord('');
      const meta = { title: words(title), authors: words(authors), subject: words(subject), place: words(place) };
      pending.push(index.addCustomRecord({ url, content, language: 'en', meta }));
      writer.count += 1;
      if (pending.length >= 64) await writer.flush();
    },
    async flush() {
      const added = await Promise.all(pending);
      pending = [];
      for (const { errors: faults } of added) if (faults.length > 0) throw new IndexError(faults);
    },
  };
  return writer;
}

/** Writes those files that a browser requests. Returns Pagefind's name of each publication. */
async function finishPagefind(writer: PagefindWriter, folder: string): Promise<string[]> {
  await writer.flush();
  // Not `writeFiles`: its promise resolves before the files are on disk, and some are cut off when the process ends.
  const { errors, files } = await writer.index.getFiles();
  if (errors.length > 0) throw new IndexError(errors);
  await writer.release();
  const names: string[] = [];
  for (const { path: name, content } of files) {
    const [, fragment] = /(?:^|[\\/])fragment[\\/]en_(\w+)\.pf_fragment$/.exec(name) ?? [];
    if (fragment !== undefined) names[numberOf(content)] = fragment;
    else if (published.test(name)) writeInto(folder, `pagefind/${name.replaceAll('\\', '/')}`, content);
  }
  const found = names.filter((name) => name !== undefined).length;
  if (found !== writer.count || names.length !== writer.count)
    throw new IndexError([`${writer.count} publications were given to Pagefind, and ${found} are in its index`]);
  return names;
}

const published = /^pagefind(?:-worker)?\.js$|^wasm\.en\.pagefind$|^pagefind-entry\.json$|\.pf_meta$|\.pf_index$/;

/** Number of a publication, from its fragment: a file of Pagefind that holds only its words, and is not published. */
function numberOf(fragment: Uint8Array): number {
  const text = gunzipSync(fragment).toString('latin1');
  return Number(/"url":"(\d+)"/.exec(text)?.[1]);
}

class IndexError extends UserFixableError {
  constructor(faults: readonly string[]) {
    super(
      `the search index could not be made: ${faults.join('; ') || 'Pagefind gave no reason'}`,
      'build again; where it happens again, please report it',
    );
  }
}

let previous: Promise<unknown> = Promise.resolve();
let exitError: UserFixableError | undefined;

/** Runs one `work` at a time: all indexes share one process of Pagefind, which ends after each `work`. */
function runAlone(work: () => Promise<void>): Promise<void> {
  const next = previous.then(async () => {
    exitError = undefined;
    try {
      await work();
    } catch (error) {
      throw exitError ?? error;
    } finally {
      await close();
    }
  });
  previous = next.catch(() => {});
  return next;
}

/** The reason of the build's failure when Pagefind's process ends before its index is complete. */
function onExit(code: number | null, signal: string | null): void {
  exitError = new ProgramEnded('the search index could not be made', 'Pagefind', signal ?? `its own code ${code}`);
}

function writeInto(folder: string, path: string, text: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function list(folder: string, recursive = false): string[] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => (recursive ? entry.isFile() : entry.isDirectory()))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The files of an index; undefined where there is none, or where one of its files is not as it was written. */
function readList(folder: string): readonly IndexFile[] | undefined {
  try {
    const files = JSON.parse(readFileSync(join(folder, listFile), 'utf8')) as readonly ListedFile[];
    return files.every(({ path, digest }) => digestOf(join(folder, path)) === digest)
      ? files.map(({ path, digest }) => ({ output: path, source: join(folder, path), digest }))
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return undefined;
    throw error;
  }
}

interface ListedFile {
  readonly path: string;
  readonly digest: string;
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 22);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { buildCatalog, type Catalog, type Content } from '../catalog/build-catalog.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { compileContextOf } from './compile-context.ts';
import { compileMany } from './compile-many.ts';
import { locateProblems, locateSource } from '../compile/locate-problems.ts';
import { reservedAddresses } from '../site-plan/page-rows.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';
import { readAssets, type Asset, type AssetOwner } from '../compile/read-assets.ts';
import type { LastGood } from '../store/source-table.ts';
import { HeldFiles, type HeldBack } from './hold-back.ts';
import { proveCitations } from './prove-citations.ts';
import { checkSiteLinks, type LinkingFile } from '../site-plan/check-site-links.ts';
import { assetCache } from './asset-cache.ts';
import { assetOwners, namedFiles } from './content/asset-owners.ts';
import { loadContent, type FoundInFiles } from './content/load-content.ts';
import { digestText } from './digest-text.ts';
import { listFolder } from './list-folder.ts';
import { fragmentsOf } from './page-fragments.ts';
import { provedIn } from './parts/proved-in.ts';
import type { Shard } from '../rendering/shards/shard.ts';
import { readContent } from './read-content.ts';
import { readStyles } from './read-styles.ts';

export interface CompileOptions {
  readonly folder: string;
  readonly site: Site;
  readonly store: CatalogStore;
  /** Digest of the code that compiles content: when it changes, every file is compiled again. */
  readonly codeDigest: string;
  /** Folder of files that are published as they are. */
  readonly publicDir: string;
  /** Whether drafts are in the catalog: true in the development server, false in a build. */
  readonly drafts: boolean;
  /**
   * Whether files with errors are held back, so that the rest can be published; undefined where nothing is published.
   * `unreadable`: a file without a record is shown by its last good record, and every other file as it is.
   */
  readonly holdBack: boolean | 'unreadable' | undefined;
  /** Files to leave out, because they failed later in the build. */
  readonly omitted: ReadonlySet<string>;
  /** False where nothing is published, so that citations are proved, and not written for pages. */
  readonly writesCitations: boolean;
  /** Absolute path of the store, for threads. */
  readonly catalogFile: string;
  /** The part of the site that is made; absent where all of it is. */
  readonly shard?: Shard;
  readonly stage?: (name: string) => void;
  readonly progress?: (done: number, total: number) => void;
  /** Called when the files that have changed are in the store, before they are connected with the rest. */
  readonly afterReading?: ((changed: readonly string[], store: CatalogStore) => void) | undefined;
}

export interface CompiledContent {
  readonly catalog: Catalog;
  readonly assets: readonly Asset[];
  /** Sizes of pictures, by content file. */
  readonly imageSizes: ReadonlyMap<string, ImageSizes>;
  /** Formats in which a publication is not offered, by slug, for publications that have one. */
  readonly withheld: ReadonlyMap<string, readonly OfferedFormatId[]>;
  /** Files with errors that do not stop the build; empty unless files are to be held back. */
  readonly heldBack: readonly HeldBack[];
  /** Digest of the content file from which a record of the catalog comes. */
  readonly digestOf: (file: string) => string;
  /** Changes when a citation style of the site does. */
  readonly styleDigest: string;
  /** Content files with the links in their texts. */
  readonly linking: readonly LinkingFile[];
  /** Every problem of the content, sorted by file. */
  readonly problems: readonly Problem[];
  readonly files: number;
  /** Files that were parsed in this run. */
  readonly compiled: number;
}

/** Reads the content folder into the store, builds the catalog and checks it. `savePages` then plans the pages. */
export async function compileContent({
  folder,
  site,
  store,
  codeDigest,
  publicDir,
  drafts,
  holdBack,
  omitted,
  writesCitations,
  catalogFile,
  shard,
  stage,
  progress,
  afterReading,
}: CompileOptions): Promise<CompiledContent> {
  const context = compileContextOf(site);
  const compiler = digestText(JSON.stringify([codeDigest, context]));
  if (store.setting('compiler') !== compiler) {
    store.transaction(() => {
      store.clear();
      store.setSetting('compiler', compiler);
    });
  }
  const styles = readStyles(site.styles, folder, store);
  const change = await readContent(folder, store, compileMany(folder, context, progress ?? (() => {})));
  afterReading?.(change.compiled, store);
  const textOf = (file: string) => new TextDecoder().decode(readFileSync(join(folder, file))).normalize('NFC');
  const held = new HeldFiles(holdBack ? store.sources.lastGood() : new Map<string, LastGood>(), omitted);
  const { others } = change;
  const connect = () => connectContent({ folder, site, store, publicDir, drafts, others, held, textOf });
  let connected = await connect();
  const found = new Set(connected.problems);
  const { named } = connected;
  const unread = change.problems.filter(({ name, file }) => name !== 'file-not-read' || !named.has(file));
  // Without a file, another may have an error, such as a last good record that refers to a missing record.
  const hold = (problems: readonly Problem[]): boolean =>
    holdBack === 'unreadable' ? held.restore(withoutRecord(problems, store)) : held.add(problems);
  while (holdBack && hold(connected.problems)) {
    connected = await connect();
    // Problems of a last good record are not reported, because the author has changed the file since.
    for (const problem of connected.problems) if (!held.has(problem.file)) found.add(problem);
  }
  const { catalog, assets, linking, digests } = connected;
  const files = held.files();
  // A check at the same time must not change what a build shows.
  if (holdBack !== undefined) store.transaction(() => store.sources.holdBack(files));
  const digestOf = (file: string) => held.recordOf(file)?.digest ?? digests.get(file) ?? '';
  const proof = await proveCitations(catalog, store, {
    catalogFile,
    stage,
    progress,
    digestOf,
    writes: writesCitations,
    isLastGood: (file) => held.recordOf(file) !== undefined,
    ...(shard ? { isProvedHere: provedIn(shard, catalog) } : {}),
  });
  const problems = [...unread, ...distinct(found), ...proof.problems, ...styles.problems];
  return {
    catalog,
    assets: assets.files,
    problems: locateProblems(problems, textOf).sort(compareProblems),
    files: change.total,
    compiled: change.compiled.length,
    imageSizes: assets.sizes,
    withheld: proof.withheld,
    heldBack: [...files, ...(holdBack ? notRead(unread, held) : [])],
    digestOf,
    styleDigest: styles.digest,
    linking,
  };
}

/** The files with errors that have no record. */
const withoutRecord = (problems: readonly Problem[], store: CatalogStore): readonly string[] =>
  [...new Set(problems.flatMap(({ severity, file }) => (severity === 'error' ? [file] : [])))].filter(
    (file) => store.sources.find(file)?.hasRecord === false,
  );

/** Files of the folder that are not read, such as one whose name cannot be an address. They are not in the store. */
const notRead = (problems: readonly Problem[], held: HeldFiles): readonly HeldBack[] =>
  problems.flatMap(({ severity, file }) =>
    severity === 'error' && !held.has(file) ? [{ file, lastGood: false }] : [],
  );

/** Each problem once. The same one may be found again when the content is connected without a file that has errors. */
const distinct = (problems: Iterable<Problem>): readonly Problem[] => [
  ...new Map([...problems].map((problem) => [JSON.stringify(problem), problem])).values(),
];

interface Connected {
  readonly catalog: Catalog;
  readonly assets: Awaited<ReturnType<typeof readAssets>>;
  /** Content files with the links in their texts. */
  readonly linking: readonly LinkingFile[];
  /** Digest of each content file, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Paths of the files that content refers to. They are not reported as content in the wrong format. */
  readonly named: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Builds the catalog from the store, and finds the problems across files. */
async function connectContent({
  folder,
  site,
  store,
  publicDir,
  drafts,
  others,
  held,
  textOf,
}: Pick<CompileOptions, 'folder' | 'site' | 'store' | 'publicDir' | 'drafts'> & {
  readonly others: ReadonlySet<string>;
  readonly held: HeldFiles;
  readonly textOf: (file: string) => string;
}): Promise<Connected> {
  const found: FoundInFiles = { problems: [], linking: [], digests: new Map() };
  const { problems, linking, digests } = found;
  const content = loadContent(store, site, held, found);
  const catalog = buildCatalog(content, { drafts });
  const { readable } = content;
  const read = (owners: Iterable<AssetOwner>) =>
    readAssets(folder, owners, (file, source) => locateSource(file, textOf(file), source), assetCache(store));
  const assets = await read(assetOwners(catalog.publications, catalog.institute, catalog, others));
  const assetsOfFaulty = await read(
    assetOwners(readable.publications, readable, { pages: readable.pages, site }, others),
  );
  const links = checkSiteLinks({
    files: linking,
    catalog,
    publications: [...content.publications, ...readable.publications],
    excluded: content.excluded,
    copied: new Set([
      ...[...assets.files, ...assetsOfFaulty.files].map(({ output }) => output),
      ...listFolder(publicDir),
    ]),
    fragmentsOf: (address) => fragmentsOf(address, site, store),
  });
  const further = [...catalog.problems, ...assetsOfFaulty.problems, ...links].filter(isNew(problems));
  problems.push(...further, ...findReservedNames(content), ...assets.problems);
  const named = namedFiles([...content.publications, ...content.pages, ...readable.publications, ...readable.pages]);
  return { catalog, assets, linking, digests, named, problems };
}

/**
 * A function that returns whether a problem concerns another field than the known errors: further problems of a field that
 * cannot be read only follow from its error.
 */
function isNew(known: readonly Problem[]): (problem: Problem) => boolean {
  const fields = new Set(
    known.flatMap(({ severity, file, field }) =>
      severity === 'warning' || field === undefined ? [] : [`${file}\n${field}`],
    ),
  );
  return ({ file, field }) => field === undefined || !fields.has(`${file}\n${field}`);
}

/** Problems of text pages whose addresses the site itself uses. */
function findReservedNames({ pages, site }: Content): Problem[] {
  const reserved = new Set(reservedAddresses(site));
  return pages
    .filter(({ id }) => reserved.has(id))
    .map(({ id, file }) => ({
      severity: 'error',
      name: 'address-reserved',
      file,
      message: `the address /${id}/ belongs to the site itself`,
      hint: `rename the file, such as ${id}-text.mdx`,
    }));
}

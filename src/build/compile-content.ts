import { basename } from 'node:path';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { LinkingFile } from '../domain/pages/text-link.ts';
import type { PublicationContext } from '../domain/publication/publication-context.ts';
import { buildCatalog, type Catalog } from '../catalog/build-catalog.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { compileContextOf } from './compile-context.ts';
import { compileMany } from './compile-many.ts';
import { locateProblems } from '../compile/locate-problems.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';
import type { LastGood } from '../store/source-table.ts';
import { connectContent, readAssetsOf, textIn } from './connection/connect-content.ts';
import { loadContent } from './content/load-content.ts';
import { digestText } from './digest-text.ts';
import { HeldFiles, type HeldBack } from './hold-back.ts';
import {
  assetsState,
  connectionKey,
  keepConnection,
  readConnection,
  withheldState,
  type AcrossProblem,
  type KeptConnection,
} from './connection/kept-connection.ts';
import { renewProblems } from './connection/renew-problems.ts';
import { provedIn } from './parts/proved-in.ts';
import { planState, type PlanSources } from './connection/plan-state.ts';
import { proveCitations, type ProofOptions } from './proof/prove-citations.ts';
import type { Shard } from '../rendering/shards/shard.ts';
import { readContent, type ContentChange } from './read-content.ts';
import { readStyles } from './read-styles.ts';
import { citedContexts } from '../site-plan/publication-rows.ts';

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

export interface CompiledContent extends PlanSources {
  readonly site: Site;
  /** The connected content, loaded from the store where it is not in memory. */
  readonly catalog: (store: CatalogStore) => Catalog;
  /** Removes the connected content from memory, because much of a build does not need it. */
  readonly forgetCatalog: () => void;
  /** Number of publications in the catalog, and of drafts that are not. */
  readonly publications: number;
  readonly drafts: number;
  /** Digest of all that the plan is made from, or was made from before the files in `kept` changed. */
  readonly state: string;
  /** Present where the content is connected as in the last run, with the content files that have changed since its plan. */
  readonly kept?: Pick<KeptConnection, 'changed'> & {
    readonly drafts: boolean;
    /** The problems between files, where they are not those that are kept. */
    readonly across?: readonly AcrossProblem[];
  };
  /** Sizes of pictures, by content file. */
  readonly imageSizes: ReadonlyMap<string, ImageSizes>;
  /** Files with errors that do not stop the build; empty unless files are to be held back. */
  readonly heldBack: readonly HeldBack[];
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

/** Reads the content folder into the store, connects it and checks it. `savePages` then plans the pages. */
export async function compileContent(options: CompileOptions): Promise<CompiledContent> {
  const { folder, site, store, codeDigest, publicDir, drafts, omitted, shard, progress } = options;
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
  options.afterReading?.(change.compiled, store);
  const key = connectionKey(site, { drafts, others: change.others, publicDir });
  const read = { change: { ...change, compiled: change.compiled.length }, styles, key };
  const kept = omitted.size > 0 ? undefined : readConnection(store, { key, drafts, shard });
  return (kept && (await continueWith(kept, read, options))) ?? connectAnew(read, options);
}

/** What was read before the content is connected. */
interface ReadBefore {
  readonly change: Omit<ContentChange, 'compiled'> & { readonly compiled: number };
  readonly styles: ReturnType<typeof readStyles>;
  readonly key: string;
}

/** The content, connected as in the last run. Undefined where it turns out that it is not. */
async function continueWith(
  kept: KeptConnection,
  { change, styles }: ReadBefore,
  options: CompileOptions,
): Promise<CompiledContent | undefined> {
  const { folder, site, store, drafts, holdBack } = options;
  const named = new Set(kept.named);
  const unread = change.problems.filter(({ name, file }) => name !== 'file-not-read' || !named.has(file));
  const assets = await readAssetsOf(kept.owners, folder, store);
  if (unread.some(isError) || assetsState(assets) !== kept.assets) return undefined;
  const publications = kept.changed.flatMap((file) => {
    const slug = basename(file, '.mdx');
    const context = store.citations.measuredOf(slug)?.context;
    return context === undefined ? [] : [{ slug, file, context: JSON.parse(context) as PublicationContext }];
  });
  if (publications.length < kept.changed.length) return undefined;
  const digestOf = (file: string) => store.sources.digestOf(file) ?? '';
  if (holdBack !== undefined) store.transaction(() => store.sources.holdBack([]));
  const proof = await proveCitations({ publications, contextOf: ({ context }) => context }, store, {
    ...proofOptions(options, kept.publications),
    whole: false,
    digestOf,
    isLastGood: () => false,
  });
  if (withheldState(proof.withheld) !== kept.withheld) return undefined;
  const left = new Set(kept.drafts);
  const proofProblems = proof.problems.filter(({ file }) => !left.has(file));
  const { problems, linking } = store.sources.remarkable();
  const across = renewProblems(kept, store, textIn(folder));
  const others = [...unread, ...problems, ...assets.problems, ...proofProblems, ...styles.problems];
  // Lines of problems between files are only found where they may have moved: most of many problems have none.
  const all = [...(across ?? kept.problems).map(({ problem }) => problem), ...locateProblems(others, textIn(folder))];
  return {
    site,
    ...keepCatalog(undefined, (open) => loadCatalog(open, site, { drafts })),
    publications: kept.publications,
    drafts: kept.drafts.length,
    state: kept.state,
    kept: { changed: kept.changed, drafts, ...(across ? { across } : {}) },
    assets: assets.files,
    problems: distinct(all).toSorted(compareProblems),
    files: change.total,
    compiled: change.compiled,
    imageSizes: assets.sizes,
    withheld: proof.withheld,
    heldBack: [],
    digestOf,
    styleDigest: styles.digest,
    linking,
  };
}

function loadCatalog(
  store: CatalogStore,
  site: Site,
  { drafts, held = new HeldFiles(new Map(), []) }: { readonly drafts: boolean; readonly held?: HeldFiles },
): Catalog {
  return buildCatalog(loadContent(store, site, held, { problems: [], linking: [] }), { drafts });
}

function keepCatalog(
  catalog: Catalog | undefined,
  load: (store: CatalogStore) => Catalog,
): Pick<CompiledContent, 'catalog' | 'forgetCatalog'> {
  let kept = catalog;
  return {
    catalog: (store) => (kept ??= load(store)),
    forgetCatalog() {
      kept = undefined;
    },
  };
}

async function connectAnew({ change, styles, key }: ReadBefore, options: CompileOptions): Promise<CompiledContent> {
  const { folder, site, store, publicDir, drafts, holdBack, omitted, shard } = options;
  const held = new HeldFiles(holdBack ? store.sources.lastGood() : new Map<string, LastGood>(), omitted);
  const { others } = change;
  const connect = () => connectContent({ folder, site, store, publicDir, drafts, others, held });
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
  const { catalog, assets, linking } = connected;
  const files = held.files();
  // A check at the same time must not change what a build shows.
  if (holdBack !== undefined) store.transaction(() => store.sources.holdBack(files));
  const digestOf = (file: string) => held.recordOf(file)?.digest ?? store.sources.digestOf(file) ?? '';
  const { publications } = catalog;
  const proof = await proveCitations({ publications, contextOf: citedContexts(catalog) }, store, {
    ...proofOptions(options, catalog.publications.length),
    whole: true,
    digestOf,
    isLastGood: (file) => held.recordOf(file) !== undefined,
  });
  const problems = locateProblems(
    [...unread, ...distinct(found), ...proof.problems, ...styles.problems],
    textIn(folder),
  ).sort(compareProblems);
  const content = {
    site,
    ...keepCatalog(catalog, (open) => loadCatalog(open, site, { drafts, held })),
    publications: catalog.publications.length,
    drafts: catalog.drafts.length,
    assets: assets.files,
    problems,
    files: change.total,
    compiled: change.compiled,
    imageSizes: assets.sizes,
    withheld: proof.withheld,
    heldBack: [...files, ...(holdBack ? notRead(unread, held) : [])],
    digestOf,
    styleDigest: styles.digest,
    linking,
  };
  const state = planState(catalog, content, store);
  if (omitted.size === 0 && !problems.some(isError))
    keepConnection(store, connected, { key, drafts, shard, state, withheld: proof.withheld, problems });
  return { ...content, state };
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** What the proof needs to know. `publications`: number of publications in the catalog. */
const proofOptions = (
  { site, catalogFile, stage, progress, shard, writesCitations }: CompileOptions,
  publications: number,
): Omit<ProofOptions, 'whole' | 'digestOf' | 'isLastGood'> => ({
  formats: site.formats.map(({ id }) => id),
  catalogFile,
  stage,
  progress,
  writes: writesCitations,
  ...(shard ? { isProvedHere: provedIn(shard, { site, publications }) } : {}),
});

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

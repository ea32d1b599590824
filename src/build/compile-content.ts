import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal, Person, TextPage, Topic, Unit } from '../domain/institute/institute.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { buildCatalog, hasPage, type Catalog, type Content } from '../catalog/build-catalog.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import { compileMany } from './compile-many.ts';
import { locateProblems, locateSource } from '../compile/locate-problems.ts';
import { reservedAddresses } from '../site-plan/page-rows.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';
import { readAssets, type Asset, type AssetOwner } from '../compile/read-assets.ts';
import type { LastGood } from '../store/source-table.ts';
import { HeldFiles, type HeldBack } from './hold-back.ts';
import { proveCitations } from './prove-citations.ts';
import { checkSiteLinks, type LinkingFile } from '../site-plan/check-site-links.ts';
import { plainName } from '../domain/pages/plain-name.ts';
import { pdfAddress } from '../domain/publication/pdf-address.ts';
import { assetCache } from './asset-cache.ts';
import { digestText } from './digest-text.ts';
import { listFolder } from './list-folder.ts';
import { fragmentsOf } from './page-fragments.ts';
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
   */
  readonly holdBack: boolean | undefined;
  /** Files to leave out, because they failed later in the build. */
  readonly leftOut: ReadonlySet<string>;
  /** Absolute path of the store, for threads. */
  readonly catalogFile: string;
  readonly stage?: (name: string) => void;
  readonly progress?: (done: number, total: number) => void;
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
  leftOut,
  catalogFile,
  stage,
  progress,
}: CompileOptions): Promise<CompiledContent> {
  const context: CompileContext = { locales: site.locales, trust: site.trust, base: site.base, url: site.url };
  const compiler = digestText(JSON.stringify([codeDigest, context]));
  if (store.setting('compiler') !== compiler) {
    store.transaction(() => {
      store.clear();
      store.setSetting('compiler', compiler);
    });
  }
  const styles = readStyles(site.styles, folder, store);
  const change = await readContent(folder, store, compileMany(folder, context, progress ?? (() => {})));
  const textOf = (file: string) => new TextDecoder().decode(readFileSync(join(folder, file))).normalize('NFC');
  const held = new HeldFiles(holdBack ? store.sources.lastGood() : new Map<string, LastGood>(), leftOut);
  const { others } = change;
  const connect = () => connectContent({ folder, site, store, publicDir, drafts, others, held, textOf });
  let connected = await connect();
  const found = new Set(connected.problems);
  // Without a file, another may have an error, such as a last good record that names what is gone.
  while (holdBack && held.add(connected.problems)) {
    connected = await connect();
    // The author has changed the file since its last good record.
    for (const problem of connected.problems) if (!held.has(problem.file)) found.add(problem);
  }
  const { catalog, assets, linking } = connected;
  const files = held.files();
  // A check at the same time must not change what a build shows.
  if (holdBack !== undefined) store.transaction(() => store.sources.holdBack(files));
  const stamps = store.sources.stamps();
  const digestOf = (file: string) => held.recordOf(file)?.digest ?? stamps.get(file)?.digest ?? '';
  const proof = await proveCitations(catalog, store, {
    catalogFile,
    stage,
    progress,
    digestOf,
    isLastGood: (file) => held.recordOf(file) !== undefined,
  });
  const problems = [...change.problems, ...distinct(found), ...proof.problems, ...styles.problems];
  return {
    catalog,
    assets: assets.files,
    problems: locateProblems(problems, textOf).sort(compareProblems),
    files: change.total,
    compiled: change.compiled,
    imageSizes: assets.sizes,
    withheld: proof.withheld,
    heldBack: [...files, ...(holdBack ? notRead(change.problems, held) : [])],
    digestOf,
    styleDigest: styles.digest,
    linking,
  };
}

/** Files of the folder that are not read, such as one whose name cannot be an address. They are not in the store. */
const notRead = (problems: readonly Problem[], held: HeldFiles): readonly HeldBack[] =>
  problems.flatMap(({ severity, file }) =>
    severity === 'error' && !held.has(file) ? [{ file, lastGood: false }] : [],
  );

/** The same problem may be found again when the content is connected without a file that has errors. */
const distinct = (problems: Iterable<Problem>): readonly Problem[] => [
  ...new Map([...problems].map((problem) => [JSON.stringify(problem), problem])).values(),
];

interface Connected {
  readonly catalog: Catalog;
  readonly assets: Awaited<ReturnType<typeof readAssets>>;
  /** Content files with the links in their texts. */
  readonly linking: readonly LinkingFile[];
  readonly problems: readonly Problem[];
}

/** Builds the catalog from the store, and finds the problems that show then. */
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
  const problems: Problem[] = [];
  const linking: LinkingFile[] = [];
  const content = loadContent(store, site, held, problems, linking);
  const catalog = buildCatalog(content, { drafts });
  const assets = await readAssets(
    folder,
    assetOwners(catalog, others),
    (file, source) => locateSource(file, textOf(file), source),
    assetCache(store),
  );
  const links = checkSiteLinks({
    files: linking,
    catalog,
    publications: content.publications,
    excluded: content.excluded,
    copied: new Set([...assets.files.map(({ output }) => output), ...listFolder(publicDir)]),
    fragmentsOf: (address) => fragmentsOf(address, site, store),
  });
  problems.push(...catalog.problems, ...findReservedNames(content), ...assets.problems, ...links);
  return { catalog, assets, linking, problems };
}

/**
 * The compiled content in the store, with the last good records of files that are held back. Adds the problems of its files
 * to `problems`, and files with links to `linking`.
 */
function loadContent(
  store: CatalogStore,
  site: Site,
  held: HeldFiles,
  problems: Problem[],
  linking: LinkingFile[],
): Content {
  const publications: PublicationSummary[] = [];
  const tables = {
    people: new Map<string, Person>(),
    units: new Map<string, Unit>(),
    journals: new Map<string, Journal>(),
    topics: new Map<string, Topic>(),
  };
  const pages: TextPage[] = [];
  const excluded = new Set<string>();
  for (const source of store.sources.all()) {
    const { kind, id, path } = source;
    if (!held.has(path)) for (const problem of source.problems) problems.push(problem);
    if (!held.has(path) && source.links.length > 0) linking.push({ file: path, links: source.links });
    const last = held.recordOf(path);
    const { hasRecord, summary } = held.has(path) ? { hasRecord: last !== undefined, summary: last?.summary } : source;
    if (!hasRecord) excluded.add(`${kind}/${id}`);
    if (summary) publications.push(summary);
    else if (hasRecord && kind !== 'publications') {
      const record: unknown = JSON.parse(last?.json ?? store.sources.requireRecord(path));
      if (kind === 'pages') pages.push(record as TextPage);
      else addRow(tables[kind], id, record as { readonly file?: string }, path, problems);
    }
  }
  return { site, publications, pages, excluded, ...tables };
}

/** Adds a row to a table; for an id that exists, adds a problem instead. */
function addRow(
  table: Map<string, { readonly file?: string }>,
  id: string,
  row: { readonly file?: string },
  file: string,
  problems: Problem[],
): void {
  const other = table.get(id);
  if (other)
    problems.push({
      severity: 'error',
      name: 'duplicate-id',
      file,
      message: `${other.file} has the same name, so the id ${id} would not be unique`,
      hint: 'rename one of the two files',
    });
  else table.set(id, row);
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

/**
 * Content files that name files to show, each with the folder of its page. The PDF of a publication may also lie beside its
 * file without being named. `others`: files beside publications.
 */
function* assetOwners(catalog: Catalog, others: ReadonlySet<string>): Generator<AssetOwner> {
  for (const publication of catalog.publications) {
    const { file, slug, assets, files = [] } = publication;
    const named = files.find(({ rel }) => rel === 'pdf')?.file;
    const own =
      named === undefined && others.has(`${file.slice(0, file.lastIndexOf('/') + 1)}${slug}.pdf`)
        ? [`./${slug}.pdf`]
        : [];
    const sources = own.length === 0 ? assets : [...new Set([...assets, ...own])];
    if (sources.length === 0) continue;
    const pdf = plainName(named ?? `${slug}.pdf`);
    yield { file, folder: `publications/${slug}/`, sources, outputs: new Map([[pdf, pdfAddress(slug).slice(1)]]) };
  }
  for (const person of catalog.institute.people.values())
    if (person.image && hasPage(person))
      yield { file: person.file, folder: `people/${person.id}/`, sources: [person.image.src] };
  for (const { file, id, locale, assets } of catalog.pages) {
    if (assets.length > 0)
      yield { file, folder: `${locale === catalog.site.locales[0] ? '' : `${locale}/`}${id}/`, sources: assets };
  }
}

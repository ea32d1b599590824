import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal, Person, TextPage, Topic, Unit } from '../domain/institute/institute.ts';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { buildCatalog, hasPage, type Catalog, type Content } from '../catalog/build-catalog.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import { compileMany } from './compile-many.ts';
import { locateProblems, locateSource } from '../compile/locate-problems.ts';
import { reservedAddresses } from '../site-plan/page-rows.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';
import { readAssets, type Asset, type AssetOwner } from '../compile/read-assets.ts';
import { digestText } from './digest-text.ts';
import { readContent } from './read-content.ts';
import { readStyles } from './read-styles.ts';

export interface CompileOptions {
  readonly folder: string;
  readonly site: Site;
  readonly store: CatalogStore;
  /** Digest of the code that compiles content: when it changes, every file is compiled again. */
  readonly codeDigest: string;
  /** Whether drafts are in the catalog: true in the development server, false in a build. */
  readonly drafts: boolean;
  readonly progress?: (done: number, total: number) => void;
}

export interface CompiledContent {
  readonly catalog: Catalog;
  readonly assets: readonly Asset[];
  /** Sizes of pictures, by content file. */
  readonly imageSizes: ReadonlyMap<string, ImageSizes>;
  /** Changes when a citation style of the site does. */
  readonly styleDigest: string;
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
  drafts,
  progress,
}: CompileOptions): Promise<CompiledContent> {
  const context: CompileContext = {
    locales: site.locales,
    trust: site.trust,
    base: site.base,
    names: [...Object.values(site.institute), ...Object.values(site.platform)],
  };
  const compiler = digestText(JSON.stringify([codeDigest, context]));
  if (store.setting('compiler') !== compiler) {
    store.transaction(() => {
      store.clear();
      store.setSetting('compiler', compiler);
    });
  }
  const styles = readStyles(site.styles, folder, store);
  const change = await readContent(folder, store, compileMany(folder, context, progress ?? (() => {})));
  const sourceProblems: Problem[] = [];
  const content = loadContent(store, site, sourceProblems);
  const catalog = buildCatalog(content, { drafts });
  const textOf = (file: string) => new TextDecoder().decode(readFileSync(join(folder, file))).normalize('NFC');
  const locate = (file: string, source: string) => locateSource(file, textOf(file), source);
  const assets = await readAssets(folder, assetOwners(catalog.publications, catalog.institute, catalog), locate);
  const { readable } = content;
  const assetsOfFaulty = await readAssets(
    folder,
    assetOwners(readable.publications, readable, { pages: readable.pages, site }),
    locate,
  );
  const problems = [
    ...change.problems,
    ...sourceProblems,
    ...catalog.problems.filter(isNew(sourceProblems)),
    ...findReservedNames(content),
    ...assets.problems,
    ...assetsOfFaulty.problems.filter(isNew(sourceProblems)),
    ...styles.problems,
  ];
  return {
    catalog,
    assets: assets.files,
    problems: locateProblems(problems, textOf).sort(compareProblems),
    files: change.total,
    compiled: change.compiled,
    imageSizes: assets.sizes,
    styleDigest: styles.digest,
  };
}

/** The compiled content in the store. Adds the problems of its files to `problems`. */
function loadContent(store: CatalogStore, site: Site, problems: Problem[]): Content {
  const publications: PublicationSummary[] = [];
  const tables = {
    people: new Map<string, Person>(),
    units: new Map<string, Unit>(),
    journals: new Map<string, Journal>(),
    topics: new Map<string, Topic>(),
  };
  const pages: TextPage[] = [];
  const readable = {
    publications: [] as PublicationSummary[],
    people: new Map<string, Person>(),
    units: new Map<string, Unit>(),
    topics: new Map<string, Topic>(),
    pages: [] as TextPage[],
  };
  const excluded = new Set<string>();
  for (const source of store.sources.all()) {
    for (const problem of source.problems) problems.push(problem);
    if (!source.hasRecord) excluded.add(`${source.kind}/${source.id}`);
    if (source.summary) (source.hasRecord ? publications : readable.publications).push(source.summary);
    else if (source.readable) {
      if (source.kind === 'pages') readable.pages.push(source.readable as TextPage);
      else if (source.kind === 'people') readable.people.set(source.path, source.readable as Person);
      else if (source.kind === 'units') readable.units.set(source.path, source.readable as Unit);
      else if (source.kind === 'topics') readable.topics.set(source.path, source.readable as Topic);
    } else if (source.hasRecord && source.kind !== 'publications') {
      const record: unknown = JSON.parse(store.sources.requireRecord(source.path));
      if (source.kind === 'pages') pages.push(record as TextPage);
      else addRow(tables[source.kind], source.id, record as { readonly file?: string }, source.path, problems);
    }
  }
  return { site, publications, pages, excluded, readable, ...tables };
}

/**
 * A function that returns whether a problem is of another field than the known ones: of a field that cannot be read, no
 * more can be said.
 */
function isNew(known: readonly Problem[]): (problem: Problem) => boolean {
  const fields = new Set(known.flatMap(({ file, field }) => (field === undefined ? [] : [`${file}\n${field}`])));
  return ({ file, field }) => field === undefined || !fields.has(`${file}\n${field}`);
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

/** Content files that name files to show, each with the folder of its page. */
function* assetOwners(
  publications: readonly PublicationSummary[],
  { people }: Pick<Content, 'people'>,
  { pages, site }: Pick<Catalog, 'pages' | 'site'>,
): Generator<AssetOwner> {
  for (const { file, slug, assets } of publications)
    if (assets.length > 0) yield { file, folder: `publications/${slug}/`, sources: assets };
  for (const person of people.values())
    if (person.image && hasPage(person))
      yield { file: person.file, folder: `people/${person.id}/`, sources: [person.image.src] };
  for (const { file, id, locale, assets } of pages) {
    if (assets.length > 0)
      yield { file, folder: `${locale === site.locales[0] ? '' : `${locale}/`}${id}/`, sources: assets };
  }
}

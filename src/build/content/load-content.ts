import type { Content } from '../../catalog/build-catalog.ts';
import type { Journal, Person, TextPage, Topic, Unit } from '../../domain/institute/institute.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { PublicationSummary } from '../../domain/publication/publication-summary.ts';
import type { LinkingFile } from '../../domain/pages/text-link.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { StoredSource } from '../../store/source-rows.ts';
import type { HeldFiles } from '../hold-back.ts';

/** What {@link loadContent} finds beside the records. */
export interface FoundInFiles {
  readonly problems: Problem[];
  /** Files with links in their texts. */
  readonly linking: LinkingFile[];
}

/**
 * The compiled content in the store, with the last good records of files that are held back. Adds the problems and links of
 * its files to `found`.
 */
export function loadContent(
  store: CatalogStore,
  site: Site,
  held: HeldFiles,
  { problems, linking }: FoundInFiles,
): Content {
  const tables = {
    people: new Map<string, Person>(),
    units: new Map<string, Unit>(),
    journals: new Map<string, Journal>(),
    topics: new Map<string, Topic>(),
  };
  const pages: TextPage[] = [];
  const readable = noneReadable();
  const excluded = new Set<string>();
  const remarkable = store.sources.remarkable();
  for (const problem of remarkable.problems) if (!held.has(problem.file)) problems.push(problem);
  for (const file of remarkable.linking) if (!held.has(file.file)) linking.push(file);
  for (const { file, lastGood } of held.files()) {
    const source = lastGood ? undefined : store.sources.find(file);
    if (source) excluded.add(`${source.kind}/${source.id}`);
  }
  for (const source of store.sources.others()) {
    const { kind, id, path } = source;
    if (held.has(path) ? held.recordOf(path) === undefined : !source.hasRecord) {
      excluded.add(`${kind}/${id}`);
      if (!held.has(path)) addReadable(source, readable);
    } else if (kind !== 'publications') {
      const record: unknown = JSON.parse(held.recordOf(path)?.json ?? store.sources.requireRecord(path));
      if (kind === 'pages') pages.push(record as TextPage);
      else addRow(tables[kind], id, record as { readonly file?: string }, path, problems);
    }
  }
  const publications = {
    *[Symbol.iterator]() {
      for (const { path, summary } of store.sources.publications()) if (!held.has(path)) yield summary!;
      yield* held.summaries();
    },
  };
  const requireSummary = (file: string) => (held.recordOf(file) ?? store.sources.find(file))!.summary!;
  return { site, publications, requireSummary, pages, excluded, readable, ...tables };
}

const noneReadable = () => ({
  publications: [] as PublicationSummary[],
  people: new Map<string, Person>(),
  units: new Map<string, Unit>(),
  topics: new Map<string, Topic>(),
  pages: [] as TextPage[],
});

/** Adds the fields of a file with errors that can be read. */
function addReadable(
  { kind, path, summary, readable: record }: StoredSource,
  readable: ReturnType<typeof noneReadable>,
): void {
  if (summary) readable.publications.push(summary);
  if (!record) return;
  if (kind === 'pages') readable.pages.push(record as TextPage);
  else if (kind === 'people') readable.people.set(path, record as Person);
  else if (kind === 'units') readable.units.set(path, record as Unit);
  else if (kind === 'topics') readable.topics.set(path, record as Topic);
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

import type { Site } from '../domain/institute/site.ts';
import type { PageRow, StoredPageData } from '../domain/pages/page-row.ts';
import { bulkAddress, isFileAddress, type CitationsFile, type SiteFileData } from '../domain/pages/site-file.ts';
import { citationFileBytes, needsParts, shownOf, type CitationSources } from './citation-file-rows.ts';
import { publicationSource } from './publication-rows.ts';
import { rowKey, type KeySources } from './row-key.ts';

/** A plan that was made before. */
export interface KnownPlan {
  /** The page of all locales, or the file, at an address. */
  readonly at: (address: string) => PageRow | undefined;
  /** The page of a publication, and all pages and files that show it. */
  readonly showing: (slug: string) => Iterable<PageRow>;
  /** Pages that show the size of a file. */
  readonly naming: (file: string) => Iterable<PageRow>;
}

export interface PatchSources
  extends Omit<CitationSources, 'withheldOf'>, Pick<KeySources, 'digest' | 'entryDigestOf' | 'citationKeyOf'> {
  /** Digest of the record of a publication. */
  readonly recordDigestOf: (slug: string) => string;
}

/**
 * The rows that differ from a plan because texts of publications have changed, and nothing that connects them with others.
 * Undefined where other pages may be needed than before, so that all must be planned.
 */
export function patchRows(
  changed: readonly string[],
  site: Site,
  plan: KnownPlan,
  sources: PatchSources,
): Iterable<PageRow> | undefined {
  const patched = new Map<string, PageRow>();
  const at = (address: string): PageRow | undefined => patched.get(address) ?? plan.at(address);
  const keys: KeySources = { ...sources, pageKeyOf: (slug) => at(`/publications/${slug}/`)?.key ?? '' };
  const patch = (row: PageRow): void => void patched.set(row.address, { ...row, key: rowKey(row, slugsOf(row), keys) });

  const showing = (slugs: Iterable<string>): readonly PageRow[] => [
    ...new Map([...slugs].flatMap((slug) => [...plan.showing(slug)].map((row) => [row.address, row]))).values(),
  ];
  /** Publications whose pages change: these, and those whose pages show an entry or give the reference of one of these. */
  const remade = new Set(changed);
  for (const row of showing(changed).filter(({ address }) => !isFileAddress(address))) {
    patch({ ...row, source: sourceOf(row, sources) });
    if (row.slug !== null && at(row.address)?.key !== row.key) remade.add(row.slug);
  }
  const files = showing(remade).filter(({ address }) => isFileAddress(address));
  const lists = files.filter(({ kind }) => kind === 'citations');
  for (const row of files) patch(row.kind === 'citations' ? { ...row, data: measured(row, sources) } : row);
  for (const { address } of lists)
    for (const page of plan.naming(address)) {
      const named = JSON.parse(page.source) as readonly (readonly [string])[];
      const shown = named.map(([file]) => fileRow(at(file)!));
      patch({ ...page, source: shownOf(shown) });
    }

  // The years are parts of all publications, and divided with them.
  const roots = ['/publications/', ...lists.map(({ address }) => rootOf(address))];
  const isAsBefore = roots.every((root) => root.startsWith('/years/') || isDividedAsNeeded(root, site, at, sources));
  return isAsBefore ? patched.values() : undefined;
}

function sourceOf({ kind, slug, data, source }: PageRow, { recordDigestOf }: PatchSources): string {
  if (kind !== 'publication' || slug === null) return source;
  const { context } = JSON.parse(data) as Extract<StoredPageData, { kind: 'publication' }>;
  return publicationSource(slug, context.preferred?.slug, recordDigestOf);
}

/** Whether the files of a list are divided exactly where the list is large. */
function isDividedAsNeeded(root: string, site: Site, at: KnownPlan['at'], sources: PatchSources): boolean {
  /** Bytes of the citations of a list in a format. */
  const bytesOf = (list: string, extension: string): number => {
    const row = at(bulkAddress(list, extension));
    const data = row && (JSON.parse(row.data) as SiteFileData);
    if (data?.kind === 'citation-parts')
      return data.parts.reduce((sum, { address }) => sum + bytesOf(address, extension), 0);
    if (!row || data?.kind !== 'citations') return 0;
    return data.bytes - citationFileBytes(data, [], sources, slugsOf(row).length);
  };
  const bytes = site.formats.reduce((sum, { extension }) => sum + bytesOf(root, extension), 0);
  const [first] = site.formats;
  return needsParts(bytes, site) === (at(bulkAddress(root, first!.extension))?.kind === 'citation-parts');
}

const slugsOf = ({ entries }: PageRow): readonly string[] => JSON.parse(entries) as string[];

/** The data of a file of citations with its present size. */
function measured(row: PageRow, sources: PatchSources): string {
  const data = JSON.parse(row.data) as CitationsFile;
  return JSON.stringify({ ...data, bytes: citationFileBytes(data, slugsOf(row), sources) });
}

const fileRow = (row: PageRow) => ({
  address: row.address,
  data: JSON.parse(row.data) as SiteFileData,
  slugs: slugsOf(row),
});

/** Address of the first page of the list that a file belongs to: `/people/x/` for `/people/x/2024.bib`. */
function rootOf(file: string): string {
  const [first = '', second] = file
    .slice(1)
    .split('/')
    .map((part) => part.split('.', 1)[0]);
  return second === undefined ? `/${first}/` : `/${first}/${second}/`;
}

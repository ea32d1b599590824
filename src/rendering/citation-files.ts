import type { OpenCatalog } from '../store/open-catalog.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import type { CitationFormat, WrittenFormat } from '../formats/format.ts';
import { citationFormats, requireFormat, writtenFormats } from '../formats/table.ts';
import type { Site } from '../domain/institute/site.ts';
import { findByExtension, type FileFrame } from '../domain/publication/offered-format.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { bulkAddress, type SiteFileOf } from '../domain/pages/site-file.ts';

/** The formats of the site in which a publication has a file. */
export const offeredCitationFormats = (
  { formats }: Pick<Site, 'formats'>,
  { context: { withheld = [] } }: CitedPublication,
): readonly CitationFormat[] =>
  citationFormats.filter(({ id }) => formats.some((offered) => offered.id === id) && !withheld.includes(id));

/**
 * The citation file of a list, in pieces, because it may hold all publications. Each record is written once, before
 * the pages are planned, and read from the catalog here. A record that the catalog lacks is written here.
 */
export function* writeBulkFile(file: SiteFileOf<'citations'>, catalog: OpenCatalog): Generator<Uint8Array> {
  const format = requireFormat(file.format);
  const { before, between, after } = frameOf(file, format);
  const separator = encoder.encode(between);
  yield encoder.encode(before);
  for (const [index, slug] of file.slugs.entries()) {
    if (index > 0) yield separator;
    yield catalog.citation(slug, format.id) ?? encoder.encode(format.write.record(requireCited(catalog, slug)));
  }
  yield encoder.encode(after);
}

/** The file of one publication, such as `/publications/x.bib`; undefined when the address names no such file. */
export function writeCitationFile(address: string, catalog: OpenCatalog): string | undefined {
  const named = findByExtension(citationFormats, address, ({ file }) => file.extension);
  const path = named && /^\/publications\/([^/]+)$/.exec(address.slice(0, -named.file.extension.length));
  const cited = path ? findCited(catalog, path[1] ?? '') : undefined;
  const format = cited && offeredCitationFormats(catalog.site, cited).find(({ id }) => id === named?.id);
  return format && format.write.file([cited]);
}

/** The citation files of a list, as its page offers them. */
export interface BulkFiles {
  /** Number of publications in each file. */
  readonly count: number;
  /** Publication date of the newest one. */
  readonly newest: PartialDate;
  readonly files: readonly { readonly format: WrittenFormat; readonly bytes?: number }[];
}

/**
 * The citation files of the list at the address `root`; undefined when the list is empty. Sizes are summed from the records
 * in the catalog.
 */
export function describeBulkFiles(catalog: OpenCatalog, root: string, withSizes: boolean): BulkFiles | undefined {
  const files = writtenFormats.flatMap((format) => {
    const file = catalog.file(bulkAddress(root, format.file.extension));
    return file?.kind === 'citations' ? [{ format, file }] : [];
  });
  const [first] = files;
  if (!first) return undefined;
  return {
    count: first.file.slugs.length,
    newest: first.file.newest,
    files: files.map(({ format, file }) => ({
      format,
      ...(withSizes ? { bytes: sizeOf(file, format, catalog) } : {}),
    })),
  };
}

/** Sizes of files for one version of the content: every page of a long list shows the sizes of the whole list. */
const sizes = new WeakMap<OpenCatalog, Map<string, number>>();

function sizeOf(file: SiteFileOf<'citations'>, format: WrittenFormat, catalog: OpenCatalog): number {
  const cached = sizes.get(catalog) ?? new Map<string, number>();
  sizes.set(catalog, cached);
  const size = cached.get(file.address) ?? sumSizes(file, format, catalog);
  cached.set(file.address, size);
  return size;
}

function sumSizes(file: SiteFileOf<'citations'>, format: WrittenFormat, catalog: OpenCatalog): number {
  const { before, between, after } = frameOf(file, format);
  let size = byteLength(before) + byteLength(between) * Math.max(0, file.slugs.length - 1) + byteLength(after);
  for (const slug of file.slugs)
    size += catalog.citationSize(slug, format.id) ?? byteLength(format.write.record(requireCited(catalog, slug)));
  return size;
}

const frameOf = ({ slugs, newest }: SiteFileOf<'citations'>, format: WrittenFormat): FileFrame =>
  format.write.frame({ count: slugs.length, newest });

function requireCited(catalog: OpenCatalog, slug: string): CitedPublication {
  const cited = findCited(catalog, slug);
  if (!cited) throw new Error(`there is no publication ${slug}`);
  return cited;
}

function findCited(catalog: OpenCatalog, slug: string): CitedPublication | undefined {
  const page = catalog.page(`/publications/${slug}/`, catalog.site.locales[0] ?? 'en');
  return page?.kind === 'publication' ? page : undefined;
}

const byteLength = (text: string): number => encoder.encode(text).byteLength;

const encoder = new TextEncoder();

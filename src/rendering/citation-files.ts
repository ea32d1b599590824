import type { OpenCatalog } from '../store/open-catalog.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import type { CitationFormat, FileSummary, WrittenFormat } from '../formats/format.ts';
import { citationFormats, requireFormat, writtenFormats } from '../formats/written-formats.ts';
import type { Site } from '../domain/institute/site.ts';
import { findByExtension, type FileFrame } from '../domain/publication/offered-format.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { archiveExtension, bulkAddress, type SiteFileOf } from '../domain/pages/site-file.ts';

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

/** The citation files of one publication, by their paths in the site. */
export function writeCitationFiles(
  cited: CitedPublication,
  catalog: OpenCatalog,
): readonly (readonly [path: string, content: Uint8Array])[] {
  const { slug } = cited.publication;
  const kept = catalog.citations(slug);
  return offeredCitationFormats(catalog.site, cited).map(({ id, file, write }) => {
    const { before, after } = write.frame();
    const record = kept.get(id) ?? encoder.encode(write.record(cited));
    const content =
      before + after === '' ? record : Buffer.concat([encoder.encode(before), record, encoder.encode(after)]);
    return [`publications/${slug}${file.extension}`, content];
  });
}

/** The file of one publication, such as `/publications/x.bib`; undefined when the address names no such file. */
export function writeCitationFile(address: string, catalog: OpenCatalog): string | undefined {
  const named = findByExtension(citationFormats, address, ({ file }) => file.extension);
  const path = named && /^\/publications\/([^/]+)$/.exec(address.slice(0, -named.file.extension.length));
  const cited = path ? findCited(catalog, path[1] ?? '') : undefined;
  const format = cited && offeredCitationFormats(catalog.site, cited).find(({ id }) => id === named?.id);
  return format && format.write.file([cited]);
}

/** The citation files beside a page, as the page offers them. */
export interface BulkFiles {
  /** Address of the page without locale. */
  readonly root: string;
  /** Number of publications in each file, or in all parts. */
  readonly count: number;
  /** Publication date of the newest one. */
  readonly newest: PartialDate;
  /** Empty where the list is divided. */
  readonly files: readonly { readonly format: WrittenFormat; readonly bytes: number }[];
  /** Parts of the list, which have files beside their own pages; empty where the list is not divided. */
  readonly parts: SiteFileOf<'citation-parts'>['parts'];
  /** Address of the compressed file of all citations; only beside the list of all publications, where the site has it. */
  readonly archive?: string;
}

/** The citation files of the list at the address `root`; undefined when the list is empty. */
export function describeBulkFiles(catalog: OpenCatalog, root: string): BulkFiles | undefined {
  const files = writtenFormats.flatMap((format) => {
    const file = catalog.file(bulkAddress(root, format.file.extension));
    return file?.kind === 'citations' ? [{ format, file }] : [];
  });
  const divided = catalog.file(bulkAddress(root, requireFormat('bibtex').file.extension));
  const archive = catalog.file(bulkAddress(root, archiveExtension));
  const shared = { root, ...(archive ? { archive: archive.address } : {}) };
  if (divided?.kind === 'citation-parts') {
    const { count, newest, parts } = divided;
    return { ...shared, count, newest, files: [], parts };
  }
  const [first] = files;
  if (!first) return undefined;
  return {
    ...shared,
    count: first.file.slugs.length,
    newest: first.file.newest,
    files: files.map(({ format, file: { bytes } }) => ({ format, bytes })),
    parts: [],
  };
}

/** Bytes of a file of many citations without the citations. */
export function frameBytesOf(id: string, summary: Required<FileSummary>): number {
  const { before, between, after } = requireFormat(id).write.frame(summary);
  return byteLength(before) + byteLength(between) * Math.max(0, summary.count - 1) + byteLength(after);
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

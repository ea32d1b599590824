import type { OpenCatalog } from '../store/open-catalog.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import type { CitationFormat, Frame, WrittenFormat } from '../formats/format.ts';
import { citationFormats, requireFormat, writtenFormats } from '../formats/table.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { bulkAddress, type SiteFileOf } from '../domain/pages/site-file.ts';

/**
 * The file of citations beside a list, in pieces, for it may hold everything. A record is written once, with its page;
 * the files that hold it take its text from the catalog. What is not there yet is written here.
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

/** The record in every format by its id; those that are written already are taken as they are. */
export const recordTexts = (
  cited: CitedPublication,
  written: readonly { readonly format: CitationFormat; readonly record: string }[],
): readonly (readonly [format: string, text: string])[] =>
  writtenFormats.map((format) => [
    format.id,
    written.find((one) => one.format.id === format.id)?.record ?? format.write.record(cited),
  ]);

/** The file of one publication, such as `/publications/x.bib`; undefined where the address is none. */
export function writeCitationFile(address: string, catalog: OpenCatalog): string | undefined {
  const format = citationFormats.find(({ file }) => address.endsWith(file.extension));
  const path = format && /^\/publications\/([^/]+)$/.exec(address.slice(0, -format.file.extension.length));
  const cited = path ? findCited(catalog, path[1] ?? '') : undefined;
  return format && cited && format.write.file([cited]);
}

/** The files of citations beside a list, as a page tells readers of them. */
export interface BulkFiles {
  /** Publications in each of them. */
  readonly count: number;
  /** When the newest of them was published. */
  readonly newest: PartialDate;
  readonly files: readonly { readonly format: WrittenFormat; readonly bytes?: number }[];
}

/**
 * The files beside a list with the address `root`; undefined where the list is empty. Sizes are those of the records
 * in the catalog; while the site is being edited it holds none, and to write everything for a size would take long.
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

/** Sizes of files in one state of the content: every part of a long list states those of the whole. */
const sizes = new WeakMap<OpenCatalog, Map<string, number>>();

function sizeOf(file: SiteFileOf<'citations'>, format: WrittenFormat, catalog: OpenCatalog): number {
  const known = sizes.get(catalog) ?? new Map<string, number>();
  sizes.set(catalog, known);
  const size = known.get(file.address) ?? addSizes(file, format, catalog);
  known.set(file.address, size);
  return size;
}

function addSizes(file: SiteFileOf<'citations'>, format: WrittenFormat, catalog: OpenCatalog): number {
  const { before, between, after } = frameOf(file, format);
  let size = byteLength(before) + byteLength(between) * (file.slugs.length - 1) + byteLength(after);
  for (const slug of file.slugs)
    size += catalog.citationSize(slug, format.id) ?? byteLength(format.write.record(requireCited(catalog, slug)));
  return size;
}

const frameOf = ({ slugs, newest }: SiteFileOf<'citations'>, format: WrittenFormat): Frame =>
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

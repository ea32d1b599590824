import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { ListPart } from '../domain/pages/page-data.ts';
import type { Site } from '../domain/institute/site.ts';
import { bulkAddress, type CitationsFile, type SiteFileData } from '../domain/pages/site-file.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import type { Catalog } from '../catalog/build-catalog.ts';
import type { ListPage } from './publication-lists.ts';

/** Facts about the citations of publications, which are written before the plan is made. */
export interface CitationSources {
  /** Formats in which a publication has no citation, because its text does not give back the record. */
  readonly withheldOf: (slug: string) => readonly OfferedFormatId[];
  /** Bytes of the citation of a publication in a format. */
  readonly citationBytesOf: (slug: string, format: string) => number;
  /** Bytes of a file around and between its citations. */
  readonly frameBytesOf: (format: string, summary: { count: number; newest: PartialDate }) => number;
}

/** A citation file of a list. */
export interface CitationFileRow {
  readonly address: string;
  readonly data: SiteFileData;
  readonly slugs: readonly string[];
}

/** The citation files of a list, and what its pages show of them. */
export interface CitationFiles {
  readonly rows: readonly CitationFileRow[];
  /** By the address of a page of the list. */
  readonly shown: ReadonlyMap<string, string>;
}

export interface CitationFilePlan {
  /**
   * The citation files of a list, in each format: beside its first page, or, where the list is divided, beside the pages of
   * its parts, with a file beside the first page that lists their addresses. `own`: all publications of the list.
   */
  filesOf(root: string, own: readonly ConnectedPublication[], pages: readonly ListPage[]): CitationFiles;
  /** True where the citations of all publications are divided by year, and those of a year with several pages by page. */
  readonly divided: boolean;
}

const allRoot = '/publications/';

/** Megabytes have a million bytes, as hosts count them. */
const megabyte = 1e6;

export function planCitationFiles({ site, publications, byYear }: Catalog, sources: CitationSources): CitationFilePlan {
  const { withheldOf, citationBytesOf } = sources;
  const { formats } = site;
  const bytesOf = ({ slug }: ConnectedPublication): number =>
    formats.reduce((sum, { id }) => sum + citationBytesOf(slug, id), 0);
  const isLarge = (own: readonly ConnectedPublication[]): boolean =>
    needsParts(
      own.reduce((sum, publication) => sum + bytesOf(publication), 0),
      site,
    );
  const divided = isLarge(publications) && byYear.size > 0;
  const years = (): PartOfList[] =>
    [...byYear]
      .sort(([a], [b]) => b - a)
      .map(([year, own]) => ({ address: `/years/${year}/`, year, count: own.length }));
  const partsOf = (root: string, own: readonly ConnectedPublication[], pages: readonly ListPage[]): PartOfList[] => {
    if (root === allRoot) return divided ? years() : [];
    // The years are the parts of all publications.
    const large = root.startsWith('/years/') ? divided : pages.length > 1 && isLarge(own);
    return large ? (pages[0]?.list.parts.map(({ current: _, ...part }) => part) ?? []) : [];
  };

  /** The files with the citations of `own`, beside the page at `root`. */
  const citations = (root: string, own: readonly ConnectedPublication[]): CitationFileRow[] => {
    const [first] = own;
    if (!first) return [];
    return formats.map(({ id, extension }) => {
      // There is a file even where all records are withheld, because pages link to it.
      const offered = own.filter(({ slug }) => !withheldOf(slug).includes(id));
      const slugs = offered.map(({ slug }) => slug);
      const data = { kind: 'citations' as const, format: id, newest: (offered[0] ?? first).published };
      return {
        address: bulkAddress(root, extension),
        data: { ...data, bytes: citationFileBytes(data, slugs, sources) },
        slugs,
      };
    });
  };

  return {
    divided,
    filesOf(root, own, pages) {
      const [newest] = own;
      const parts = partsOf(root, own, pages);
      if (!newest || parts.length === 0) {
        const rows = citations(root, own);
        const shown = shownOf(rows);
        return { rows, shown: new Map(pages.map(({ address }) => [address, shown])) };
      }
      const bySlug = new Map(own.map((publication) => [publication.slug, publication]));
      const files =
        root === allRoot
          ? []
          : pages.slice(1).map(({ address, list }) => {
              const slugs = list.groups.flatMap((group) => group.slugs);
              return {
                address,
                rows: citations(
                  address,
                  slugs.map((slug) => bySlug.get(slug)!),
                ),
              };
            });
      const index = formats.map(({ id, extension }): CitationFileRow => ({
        address: bulkAddress(root, extension),
        data: { kind: 'citation-parts', format: id, count: own.length, newest: newest.published, parts },
        slugs: [],
      }));
      return {
        rows: [...index, ...files.flatMap(({ rows }) => rows)],
        shown: new Map([
          [root, JSON.stringify(parts)],
          ...files.map(({ address, rows }) => [address, shownOf(rows)] as const),
        ]),
      };
    },
  };
}

/** Bytes of a file with the citations of `slugs`. `count`: number of citations by which they are set apart. */
export const citationFileBytes = (
  { format, newest }: Pick<CitationsFile, 'format' | 'newest'>,
  slugs: readonly string[],
  { citationBytesOf, frameBytesOf }: Pick<CitationSources, 'citationBytesOf' | 'frameBytesOf'>,
  count = slugs.length,
): number =>
  slugs.reduce((sum, slug) => sum + citationBytesOf(slug, format), 0) + frameBytesOf(format, { count, newest });

/** Whether the files of a list are divided. `bytes`: those of its citations in all formats. */
export const needsParts = (bytes: number, { features }: Pick<Site, 'features'>): boolean =>
  bytes > features.bulk.split * megabyte;

type PartOfList = Omit<ListPart, 'current'>;

/** What a page shows of its files: their number of publications, their date, and their sizes as readers see them. */
export const shownOf = (rows: readonly CitationFileRow[]): string =>
  JSON.stringify(
    rows.map(({ address, data, slugs }) =>
      data.kind === 'citations' ? [address, slugs.length, data.newest, sizeKey(data.bytes)] : [address],
    ),
  );

/**
 * Equal for two sizes only where readers see the same rounded number: one decimal below ten of a unit, else none. Numbers are
 * rounded at halves, so a half has a key of its own.
 */
function sizeKey(bytes: number): string {
  const unit = 1000 ** Math.floor(Math.log10(Math.max(bytes, 1)) / 3);
  const halves = (bytes * (bytes / unit < 10 ? 20 : 2)) / unit;
  return `${unit} ${Math.floor(halves)}${Number.isInteger(halves) ? '=' : ''}`;
}

/** Formats that a site can offer, in display order. The first two are always offered. */
export const offeredFormatIds = ['bibtex', 'ris', 'nbib', 'csl-json', 'csv'] as const;
export type OfferedFormatId = (typeof offeredFormatIds)[number];

/**
 * A format in which a site offers citations, as pages need it. The formats themselves are in `src/formats/table.ts`.
 */
export interface OfferedFormat {
  readonly id: OfferedFormatId;
  /** Name for readers; the same in every language. */
  readonly label: string;
  /** With the first dot, such as `.csl.json`. */
  readonly extension: string;
  readonly mediaType: string;
  /** True if each publication has a file in this format; false if only lists have one. */
  readonly single: boolean;
}

/** Formats in which each publication has a file; for one publication, without those that are withheld. */
export const singleFormats = (
  formats: readonly OfferedFormat[],
  withheld: readonly OfferedFormatId[] = [],
): readonly OfferedFormat[] => formats.filter(({ id, single }) => single && !withheld.includes(id));

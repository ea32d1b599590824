/**
 * A format in which a site offers citations, as pages need it. The formats themselves are in `src/formats/table.ts`.
 */
export interface OfferedFormat {
  readonly id: string;
  /** Name for readers; the same in every language. */
  readonly label: string;
  /** With the first dot, such as `.csl.json`. */
  readonly extension: string;
  readonly mediaType: string;
  /** True if each publication has a file in this format; false if only lists have one. */
  readonly single: boolean;
}

/** Formats in which each publication has a file. */
export const singleFormats = (formats: readonly OfferedFormat[]): readonly OfferedFormat[] =>
  formats.filter(({ single }) => single);

/** A format in which a site offers citations, as pages and lists tell of it; `src/formats/table.ts` has the formats themselves. */
export interface OfferedFormat {
  readonly id: string;
  /** Name that readers know it by; the same in every language. */
  readonly label: string;
  /** With its first dot, such as `.csl.json`. */
  readonly extension: string;
  readonly mediaType: string;
  /** True where each publication has a file of its own; else the format stands beside lists alone. */
  readonly single: boolean;
}

/** Those of the formats in which each publication has a file. */
export const singleFormats = (formats: readonly OfferedFormat[]): readonly OfferedFormat[] =>
  formats.filter(({ single }) => single);

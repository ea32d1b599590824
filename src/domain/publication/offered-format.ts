/**
 * Formats that a site can offer, and when it does. The formats themselves are in `src/formats/table.ts`, which has them in
 * display order.
 */
const offers = {
  bibtex: 'always',
  biblatex: 'by default',
  ris: 'always',
  nbib: 'by default',
  'csl-json': 'by default',
  csv: 'by default',
  enw: 'on request',
  mods: 'on request',
} as const satisfies Readonly<Record<string, Offer>>;

/** `always`, unless `formats` of site.yaml names others, or only where it names the format. */
type Offer = 'always' | 'by default' | 'on request';

export type OfferedFormatId = keyof typeof offers;

const idsOffered = (...when: readonly Offer[]): readonly OfferedFormatId[] =>
  (Object.keys(offers) as OfferedFormatId[]).filter((id) => when.includes(offers[id]));

export const offeredFormatIds = idsOffered('always', 'by default', 'on request');
export const permanentFormatIds = idsOffered('always');
export const defaultFormatIds = idsOffered('always', 'by default');

/** A format in which a site offers citations, as pages need it. */
export interface OfferedFormat {
  readonly id: OfferedFormatId;
  /** Name for readers; the same in every language. */
  readonly label: string;
  /** With the first dot, such as `.csl.json`. */
  readonly extension: string;
  readonly mediaType: string;
  /** True if each publication has a file in this format; false if only lists have one. */
  readonly single: boolean;
  /** The text before the first record of a file, between two records, and after the last. */
  readonly frame: FileFrame;
}

export interface FileFrame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Formats in which each publication has a file; for one publication, without those that are withheld. */
export const singleFormats = (
  formats: readonly OfferedFormat[],
  withheld: readonly OfferedFormatId[] = [],
): readonly OfferedFormat[] => formats.filter(({ id, single }) => single && !withheld.includes(id));

/** The item with the longest extension in which the path ends, because `x.biblatex.bib` also ends in `.bib`. */
export const findByExtension = <Item>(
  items: readonly Item[],
  path: string,
  extensionOf: (item: Item) => string,
): Item | undefined =>
  items
    .filter((item) => path.endsWith(extensionOf(item)))
    .sort((a, b) => extensionOf(b).length - extensionOf(a).length)[0];

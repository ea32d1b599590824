/*
 * The files of the search besides Pagefind's own, as they are written by the build and read in the browser. A publication
 * is known by its number: 0 is the oldest. `search/documents.json` is loaded first and tells about all others.
 */

/** The filters of the search page, by their names in its address; the years stand apart. */
export const facetNames = ['access', 'type', 'topic', 'journal', 'person', 'unit', 'lang'] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchDocuments {
  /** Changes with the content of any file of the search. */
  readonly version: string;
  readonly total: number;
  /** Addresses, below that of the site, of the parts of the index: one, unless the publications are many. */
  readonly parts: readonly string[];
  /** First letters of Pagefind's name of each publication, one after the other. */
  readonly ids: string;
  readonly idLength: number;
  /** Whole names where the first letters are not enough, with the number of the publication. */
  readonly clashes: Readonly<Record<string, number>>;
  /** Publications of each year in turn, as `[year, count]`. */
  readonly years: readonly (readonly [number, number])[];
  /** Facets that are small; the others, by name, have a file each and so many values. */
  readonly facets: Partial<Record<FacetName, Facet>>;
  readonly large: Partial<Record<FacetName, number>>;
  /** Number of files in `search/words/`. */
  readonly wordFiles: number;
  readonly people: boolean;
}

export type Facet = readonly FacetValue[];

export interface FacetValue {
  readonly id: string;
  /** Names by language; absent where the interface has words for the value. */
  readonly name?: Readonly<Record<string, string>>;
  /** Numbers of its publications, each as the distance from the one before. */
  readonly documents: readonly number[];
}

/** A result as it is shown. Titles are HTML. */
export interface ShownRecord {
  readonly slug: string;
  readonly lang: string;
  readonly title: string;
  readonly titles?: Readonly<Record<string, string>>;
  /** At most six. */
  readonly authors: readonly string[];
  readonly authorCount: number;
  readonly container?: string;
  readonly year: number;
  readonly type: string;
  readonly status?: string;
  readonly open?: true;
  /** Abstracts and summaries as `[language, text]`, from which the passage that matches is taken. */
  readonly texts: readonly (readonly [string, string])[];
}

/** A researcher whom the field suggests: id, name as shown, and other names. */
export type ShownPerson = readonly [id: string, name: string, others: readonly string[]];

/** Where an identifier leads: a publication, a person, or what a trial number is searched for. */
export type IdentifierTarget =
  readonly ['publication' | 'person', string] | readonly ['publications', readonly string[]];

/** Results in one file of `search/records/`. */
export const recordsPerFile = 4;

/** Slugs in one file of `search/slugs/`. */
export const slugsPerFile = 1000;

/** A filter with more values than these is loaded when it is opened. */
export const fewValues = 12;

/** The word of the index for publications of a year whose first author has a name: `chen2020`. */
export const nameWithYear = (token: string, year: string): string => token + year;

/** Number of files over which the words are spread. */
export const wordFiles = (publications: number): number => 2 ** Math.max(3, Math.ceil(Math.log2(publications / 40)));

/** The file of `search/words/` that holds a folded word, with all others that begin with the same two letters. */
export const wordFile = (token: string, files: number): number => spread([...token].slice(0, 2).join(''), files);

/** One of so many files for a key, always the same (FNV-1a). */
export function spread(key: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % files;
}

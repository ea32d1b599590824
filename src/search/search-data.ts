import type { TermLayout } from './term-files/term-layout.ts';
import { withoutTag } from './terms.ts';

/*
 * The files of the search besides Pagefind's own, which the build writes and the browser reads. They refer to
 * publications by number: 0 is the oldest. `search/documents.json` is loaded first and describes the others.
 */

/** The filters of the search page, by their names in its address. The filter of years is separate. */
export const facetNames = ['access', 'status', 'type', 'topic', 'journal', 'person', 'unit', 'lang'] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchDocuments {
  /** Changes when any file of the search changes. */
  readonly version: string;
  readonly total: number;
  /** The index: Pagefind's, or files of terms; none without publications. */
  readonly index: PagefindNames | TermLayout | undefined;
  /** Number of publications by year, oldest first, as `[year, count]`. */
  readonly years: readonly (readonly [number, number])[];
  /** Small facets; `large` has the number of values of the others, each of which has its own file. */
  readonly facets: Partial<Record<FacetName, Facet>>;
  readonly large: Partial<Record<FacetName, number>>;
  /** Number of files in `search/words/`. */
  readonly wordFiles: number;
  /** Number of publications in one file of `search/records/`. */
  readonly recordsPerFile: number;
  /** What these files are packed with (`records/packed-records.ts`), joined by line ends; absent where they are plain JSON. */
  readonly recordTexts?: string;
  readonly people: boolean;
}

/** Names that Pagefind gave to publications. */
export interface PagefindNames {
  /** The first {@link idLength} letters of the name of each publication, concatenated. */
  readonly ids: string;
  readonly idLength: number;
  /** Full names that share their first letters with others → number of the publication. */
  readonly clashes: Readonly<Record<string, number>>;
}

export type Facet = readonly FacetValue[];

export interface FacetValue {
  readonly id: string;
  /** Names by language; absent when the interface translates the value. */
  readonly name?: Readonly<Record<string, string>>;
  /** Numbers of its publications, each as the difference to the one before. */
  readonly documents: readonly number[];
}

/** Data of a shown result. Titles are HTML. */
export interface ShownRecord {
  readonly slug: string;
  readonly lang: string;
  readonly title: string;
  readonly titles?: Readonly<Record<string, string>>;
  /** The headline in plain language, by language. */
  readonly plain?: Readonly<Record<string, string>>;
  /** As printed; at most six. */
  readonly authors: readonly string[];
  /** Names of the authors in other scripts by language, for those that have some. */
  readonly native?: readonly (Readonly<Record<string, string>> | null)[];
  readonly authorCount: number;
  readonly container?: string;
  readonly year: number;
  /** The year by language, where a language shows it in another calendar. */
  readonly years?: Readonly<Record<string, string>>;
  readonly type: string;
  readonly status?: string;
  readonly open?: true;
  /**
   * Abstracts and summaries as `[language, text]`; a result shows a matching passage. Where there are many publications
   * they are absent, and the abstract comes from the citation of the publication.
   */
  readonly texts?: readonly ShownText[];
  /** True in the other cases for a publication with an abstract: a result keeps room for a passage of it. */
  readonly abstract?: true;
  /** What else the publication is found by, where the texts are here. */
  readonly more?: ShownMore;
  /** Names of its topics where they are not: its citation does not have them. */
  readonly topics?: ShownMore['topics'];
}

/** Fields that a result does not show, but may be found by. */
export interface ShownMore {
  /** The authors after the sixth, as printed. */
  readonly authors: readonly string[];
  /** Keywords and MeSH headings. */
  readonly keywords: readonly string[];
  /** Names of the topics by language. */
  readonly topics: readonly Readonly<Record<string, string>>[];
}

export const nothingMore: ShownMore = { authors: [], keywords: [], topics: [] };

/** All texts of a result that may have words of the query. */
export interface ShownDetails {
  readonly texts: readonly ShownText[];
  readonly more: ShownMore;
}

export type ShownText = readonly [lang: string, text: string];

/** A person that the search field suggests: id, shown name, and other names. */
export type ShownPerson = readonly [id: string, name: string, others: readonly string[]];

/** Target of an identifier: a publication with its slug and number, the publications of a trial, or a person. */
export type IdentifierTarget =
  | readonly ['publication', slug: string, number: number]
  | readonly ['publications', readonly (readonly [slug: string, number: number])[]]
  | readonly ['person', id: string];

/** Records hold their texts for up to so many publications. */
export const mostWithTexts = 4000;

/** Address of a file of records below `search/`. */
export const recordFile = (number: number): string => `records/${number}.json`;

/**
 * Number of publications in one file of `search/records/`. Ten results come from ten files: with more publications, both
 * the files and their number grow.
 */
export const recordsPerFile = (publications: number): number =>
  publications <= mostWithTexts ? 4 : Math.max(16, Math.round(Math.sqrt(publications / 30)));

/** Number of slugs in one file of `search/slugs/`. */
export const slugsPerFile = 4000;

/** A facet with more values than this has its own file, which is loaded when the facet is opened. */
export const fewValues = 12;

/** Number of files in `search/words/`. */
export const wordFiles = (publications: number): number =>
  2 ** Math.min(7, Math.max(3, Math.ceil(Math.log2(publications / 40))));

/** Number of the file in `search/words/` with a folded word or one of its terms, and all others that begin with the same two letters. */
export const wordFile = (term: string, files: number): number =>
  spread([...withoutTag(term)].slice(0, 2).join(''), files);

/** Number of the file for a key, from 0 up to `files` (hash: FNV-1a). */
export function spread(key: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % files;
}

/** Numbers of publications, from the differences between them. */
export function* numbersOf(distances: readonly number[]): Generator<number> {
  let number = 0;
  for (const distance of distances) yield (number += distance);
}

/** Year of each publication. */
export function yearsOf({ years, total }: Pick<SearchDocuments, 'years' | 'total'>): Uint16Array {
  const all = new Uint16Array(total);
  let start = 0;
  for (const [year, count] of years) all.fill(year, start, (start += count));
  return all;
}

/** Words of the index that begin alike, with the number of publications that have them. */
export type WordList = ReadonlyMap<string, number>;

/** Reads a file of `search/words/`: a word a line, with a number where it is not one. */
export function parseWordList(text: string): WordList {
  return new Map(
    text.split('\n').map((line) => {
      const [word = '', count = '1'] = line.split(' ');
      return [word, Number(count)];
    }),
  );
}

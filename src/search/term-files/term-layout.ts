import { isName, isSynonym } from '../terms.ts';

/** What the browser must know of the files of terms; part of `search/documents.json`. */
export interface TermLayout {
  /** The beginning of the first term of each file but the first, sorted; one a line. */
  readonly starts: string;
}

/** Addresses below `search/`. */
export const termFile = (number: number): string => `terms/${number}.bin`;
export const listFile = (number: number): string => `lists/${number}.bin`;
export const pairFile = (number: number): string => `pairs/${number}.bin`;

/** Bytes of a file of terms, of which one with the forms of a frequent word may have more: more publications have larger files, and more of them. */
export const blockBytes = (total: number): number => Math.round(Math.max(1000, 45 * Math.sqrt(total)));

/**
 * The level of terms that weigh the same in each publication, from 0 to 15: somebody has written it whatever its length, and a
 * synonym is seldom said twice. Undefined for others.
 */
export const fixedLevel = (term: string): number | undefined => (isName(term) ? 10 : isSynonym(term) ? 7 : undefined);

/** The weight of a term in a whole site: `count` of its `total` publications have it. */
export const rarity = (count: number, total: number): number =>
  (saturation + 1) * Math.log(1 + (total - count + 0.5) / (count + 0.5));

/** Parameter k1 of BM25: how soon further occurrences of a term no longer add weight. */
export const saturation = 1.2;

import { isName, isSynonym, isTitle } from '../terms.ts';

/** What the browser must know of the files of terms; part of `search/documents.json`. */
export interface TermLayout {
  /** The beginning of the first term of each file but the first, sorted; one a line. */
  readonly starts: string;
}

/** Addresses below `search/`. */
export const termFile = (number: number): string => `terms/${number}.bin`;
export const listFile = (number: number): string => `lists/${number}.bin`;
export const pairFile = (number: number): string => `pairs/${number}.bin`;

/**
 * Bytes of a file of terms; one with the forms of a frequent word may be larger. Size and number of the files grow with the number
 * of publications, `total`.
 */
export const blockBytes = (total: number): number => Math.round(Math.max(1000, 43 * Math.sqrt(total)));

/**
 * The level, from 0 to 15, of terms that weigh about the same in each publication: that of a name does not depend on the length of
 * the publication, and a word is seldom twice in a title, or a synonym in a text. Undefined for other terms.
 */
export const fixedLevel = (term: string): number | undefined =>
  isTitle(term) ? 12 : isName(term) ? 10 : isSynonym(term) ? 7 : undefined;

/** The weight of a term in a whole site: `count` of its `total` publications have it. */
export const rarity = (count: number, total: number): number =>
  (saturation + 1) * Math.log(1 + (total - count + 0.5) / (count + 0.5));

/** Parameter k1 of BM25: how soon further occurrences of a term no longer add weight. */
export const saturation = 1.2;

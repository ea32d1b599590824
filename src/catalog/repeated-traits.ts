import { doiKey } from '../domain/identifiers/doi.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';

/** What two publications must not share, and what those with nearly equal titles do share. */
export type Compared = Pick<
  PublicationSummary,
  'slug' | 'aliases' | 'citekey' | 'doi' | 'pmid' | 'pmcid' | 'titleKey' | 'authors'
>;

/**
 * Finds the few of many publications that may repeat what another one has: only these are compared. It keeps numbers that are
 * sorted, because titles and identifiers themselves would need too much memory: a hundred thousand publications have a million.
 */
export class RepeatedTraits {
  #traits = new Float64Array(1024);
  #count = 0;
  #publications = 0;

  add(publication: Compared): void {
    const { slug, aliases, citekey, doi, pmid, pmcid } = publication;
    for (const address of [slug, ...aliases]) this.#push(hashOf(`address ${address}`));
    this.#push(hashOf(`citekey ${citekey.toLowerCase()}`));
    if (doi !== undefined) this.#push(hashOf(`doi ${doiKey(doi)}`));
    if (pmid !== undefined) this.#push(hashOf(`pmid ${pmid}`));
    if (pmcid !== undefined) this.#push(hashOf(`pmcid ${pmcid}`));
    for (const signature of titleSignatures(publication)) this.#push(signature);
    this.#publications += 1;
  }

  /** Positions, in the order in which they were added, of the publications that share a trait with another. */
  find(): readonly number[] {
    const sorted = this.#traits.subarray(0, this.#count).sort();
    const found = new Set<number>();
    for (let at = 1; at < sorted.length; at += 1) {
      const [before, own] = [sorted[at - 1]!, sorted[at]!];
      if (Math.floor(before / indexLimit) === Math.floor(own / indexLimit))
        found.add(before % indexLimit).add(own % indexLimit);
    }
    return [...found];
  }

  #push(trait: number): void {
    if (this.#count === this.#traits.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#traits);
      this.#traits = larger;
    }
    this.#traits[this.#count] = trait * indexLimit + this.#publications;
    this.#count += 1;
  }
}

/** Largest number of publications: a trait of 32 bits and a position fit into one number. */
const indexLimit = 2 ** 21;

/**
 * Numbers that two titles share when they have the same words or differ in one: the hash of all letters; and, with the name of the
 * first author, the sum of the hashes of all words, and this sum without each word.
 */
export function titleSignatures({ titleKey, authors }: Pick<Compared, 'titleKey' | 'authors'>): number[] {
  if (titleKey === '') return [];
  const words = titleKey.split(' ').map(hashOf);
  const signatures = [hashOf(titleKey.replaceAll(' ', ''))];
  const key = authors[0]?.key;
  if (key === undefined) return signatures;
  const sum = words.reduce((total, word) => (total + word) >>> 0, hashOf(firstAuthorKey(key)));
  signatures.push(sum);
  // A short title has too few words, and a very long one has too many sums: both are only compared with equal titles.
  if (words.length >= 6 && words.length <= 100) for (const word of words) signatures.push((sum - word) >>> 0);
  return signatures;
}

/** What the names of two first authors share where they may be one name: `karimi|s` of `karimi|s.|` and of `karimi|sara|`. */
function firstAuthorKey(key: string): string {
  const end = key.indexOf('|');
  return end < 0 ? key : key.slice(0, end + 2);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

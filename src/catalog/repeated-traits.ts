import { doiKey } from '../domain/identifiers/doi.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';

/**
 * Finds what publications repeat of others, so that only few of many are compared. It keeps numbers, which are sorted, because titles
 * and identifiers themselves would need too much memory: a hundred thousand publications have a million.
 */
export class RepeatedTraits {
  readonly #identifiers = new TraitList();
  readonly #titles = new TraitList();
  /** Those with old addresses, which may repeat an own one. */
  readonly #moved: number[] = [];
  #count = 0;

  add(publication: PublicationSummary): void {
    const { slug, aliases, citekey, doi, pmid, pmcid } = publication;
    const identifiers = [...[slug, ...aliases].map((address) => `/${address}`), citekey.toLowerCase()];
    if (doi !== undefined) identifiers.push(doiKey(doi));
    if (pmid !== undefined) identifiers.push(`pmid ${pmid}`);
    if (pmcid !== undefined) identifiers.push(pmcid);
    for (const identifier of identifiers) this.#identifiers.add(hashOf(identifier), this.#count);
    if (aliases.length > 0) this.#moved.push(this.#count);
    for (const signature of titleSignatures(publication)) this.#titles.add(signature, this.#count);
    this.#count += 1;
  }

  /**
   * Those with an identifier or address that may be there twice, and pairs of those with alike titles, sorted by the second one: as
   * numbers from 0, in the order in which they were added. `compare`: the order of two of them in the site.
   */
  find(compare: (one: number, other: number) => number): Repeats {
    const order = new Uint32Array(this.#count).map((_, index) => index).sort(compare);
    const positions = new Uint32Array(this.#count);
    for (const [position, index] of order.entries()) positions[index] = position;
    const identified = new Set(this.#moved.map((index) => positions[index]!));
    for (const [position, before] of this.#identifiers.repeats(positions)) identified.add(position).add(before[0]!);
    const pairs = new TraitList();
    for (const [position, before] of this.#titles.repeats(positions))
      for (const other of before) pairs.add(position, other);
    return {
      identified: [...identified].sort((a, b) => a - b).map((position) => order[position]!),
      *alike() {
        for (const [position, other] of pairs.sorted()) yield [order[other]!, order[position]!];
      },
    };
  }
}

export interface Repeats {
  readonly identified: readonly number[];
  readonly alike: () => Generator<readonly [one: number, other: number]>;
}

/** Pairs of a number of 32 bits and a position, in eight bytes each. */
class TraitList {
  #pairs = new Float64Array(1024);
  #count = 0;

  add(trait: number, position: number): void {
    if (this.#count === this.#pairs.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.#count] = trait * positionLimit + position;
    this.#count += 1;
  }

  /** The pairs in order, each once. */
  *sorted(): Generator<readonly [trait: number, position: number]> {
    const pairs = this.#pairs.subarray(0, this.#count).sort();
    for (const [at, pair] of pairs.entries())
      if (at === 0 || pair !== pairs[at - 1]) yield [Math.floor(pair / positionLimit), pair % positionLimit];
  }

  /** Positions whose trait others before them have, with the nearest of these. `positions`: by those that were added. */
  *repeats(positions: Uint32Array): Generator<readonly [position: number, before: readonly number[]]> {
    const placed = this.#pairs.subarray(0, this.#count);
    for (const [at, pair] of placed.entries())
      placed[at] = pair - (pair % positionLimit) + positions[pair % positionLimit]!;
    let [last, before]: [number, number[]] = [-1, []];
    for (const [trait, position] of this.sorted()) {
      if (trait !== last) [last, before] = [trait, []];
      if (before.length > 0) yield [position, before];
      before = [...before.slice(1 - comparedLimit), position];
    }
  }
}

/** Publications with the same trait with which each is compared at most. */
const comparedLimit = 20;

/** Largest number of publications: a trait of 32 bits and a position fit into one number. */
const positionLimit = 2 ** 21;

/**
 * Numbers that two titles share when they have the same words or differ in one: the hash of all letters; and, with the name of the
 * first author, the sum of the hashes of all words, and this sum without each word.
 */
function titleSignatures({ titleKey, authors }: PublicationSummary): number[] {
  if (titleKey === '') return [];
  const signatures = [hashOf(titleKey.replaceAll(' ', ''))];
  const key = authors[0]?.key;
  if (key === undefined) return signatures;
  const words = titleKey.split(' ').map(hashOf);
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

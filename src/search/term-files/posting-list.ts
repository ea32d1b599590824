import type { BitReader, BitWriter } from './bits.ts';

/*
 * Lists of publications in bits: each as the distance to the one before in the Rice code, followed by the level of its
 * weight, in unary by its rank among the levels of the list so far. What is needed to read a list comes from the number of its
 * publications and from the span.
 */

/** Levels of a weight: 4 bits. */
export const levels = 16;

/**
 * The number of publications, rounded up to three binary digits: codes depend on it, and with one more publication most
 * lists stay as they were.
 */
export function spanOf(total: number): number {
  const step = 2 ** Math.max(0, 29 - Math.clz32(Math.max(1, total)));
  return Math.ceil(total / step) * step;
}

/** Publications with a term, ascending, and the level of the weight of each; a list of numbers alone has no levels. */
export interface Listed {
  readonly found: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

export function writePostings(bits: BitWriter, { found, weights }: Listed, span: number): void {
  const k = riceParameter(found.length, span);
  const width = weightBits(found.length, span);
  const ranks = new LevelRanks(width);
  let before = -1;
  for (let index = 0; index < found.length; index += 1) {
    bits.writeRice(found[index]! - before - 1, k);
    if (weights) bits.writeRice(ranks.rankOf(weights[index]! >> (4 - width)), 0);
    before = found[index]!;
  }
}

/** Reads a list of `count` publications; weights are from 0 to 1. `fixed`: the level of all of them, for a list without weights. */
export function readPostings(
  bits: BitReader,
  count: number,
  span: number,
  fixed?: number,
): { readonly found: Uint32Array; readonly weights: Float32Array } {
  const k = riceParameter(count, span);
  const width = weightBits(count, span);
  const weightOf = (level: number) => (level + 0.5) / 2 ** width;
  const found = new Uint32Array(count);
  const weights = new Float32Array(count);
  if (fixed !== undefined) weights.fill(weightOf(fixed >> (4 - width)));
  const ranks = new LevelRanks(width);
  let before = -1;
  for (let index = 0; index < count; index += 1) {
    found[index] = before = before + bits.readRice(k) + 1;
    if (fixed === undefined) weights[index] = weightOf(ranks.levelAt(bits.readRice(0)));
  }
  return { found, weights };
}

/** Approximate number of bytes that {@link writePostings} needs for `count` publications. */
export const postingBytes = (count: number, span: number, weighted: boolean): number =>
  (count * (riceParameter(count, span) + 1.6 + (weighted ? weightBits(count, span) * 0.65 : 0))) / 8;

/** The levels of a list by their frequency up to now, at first those in the middle. Most lists have two or three of them. */
class LevelRanks {
  readonly #levels: number[];
  readonly #counts: number[];

  constructor(width: number) {
    const middle = 2 ** (width - 1) - 0.6;
    this.#counts = Array.from({ length: 2 ** width }, () => 0);
    this.#levels = [...this.#counts.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  }

  /** The rank of a level, which is counted. */
  rankOf(level: number): number {
    const rank = this.#levels.indexOf(level);
    this.#count(rank);
    return rank;
  }

  /** The level of a rank, which is counted. */
  levelAt(rank: number): number {
    const level = this.#levels[rank];
    if (level === undefined) throw new RangeError('the file is not what was written');
    this.#count(rank);
    return level;
  }

  #count(rank: number): void {
    const level = this.#levels[rank]!;
    const count = (this.#counts[level]! += 1);
    for (let place = rank; place > 0 && this.#counts[this.#levels[place - 1]!]! < count; place -= 1) {
      this.#levels[place] = this.#levels[place - 1]!;
      this.#levels[place - 1] = level;
    }
  }
}

/** The power of two below 0.69 of the mean distance. Without logarithms, which browsers round differently. */
function riceParameter(count: number, span: number): number {
  let k = 0;
  while (2 ** (k + 1) * count * 100 <= 69 * span) k += 1;
  return k;
}

/** Bits of a weight. Frequent words matter little, so they have fewer levels. */
const weightBits = (count: number, span: number): number => (count * 16 > span ? 2 : count * 256 > span ? 3 : 4);

import { BitReader, BitWriter } from './bits.ts';

/*
 * Lists of publications in bits: each as the distance to the one before in the Rice code, followed by the level of its
 * weight. What is needed to read a list comes from the number of its publications and from the span.
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

/** `found`: numbers of publications, ascending; `weights`: their levels. Without weights, the list has only the numbers. */
export function writePostings(
  found: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  span: number,
): Uint8Array {
  const bits = new BitWriter();
  const k = riceParameter(found.length, span);
  const width = weights ? weightBits(found.length, span) : 0;
  let before = -1;
  for (let index = 0; index < found.length; index += 1) {
    bits.writeRice(found[index]! - before - 1, k);
    if (weights) bits.write(weights[index]! >> (4 - width), width);
    before = found[index]!;
  }
  return bits.finish();
}

/** Calls `each` with the number of each publication, and its weight from 0 to 1. */
export function readPostings(
  bytes: Uint8Array,
  count: number,
  span: number,
  weighted: boolean,
  each: (document: number, weight: number) => void,
): void {
  const bits = new BitReader(bytes);
  const k = riceParameter(count, span);
  const width = weighted ? weightBits(count, span) : 0;
  let document = -1;
  for (let index = 0; index < count; index += 1) {
    document += bits.readRice(k) + 1;
    each(document, (bits.read(width) + 0.5) / 2 ** width);
  }
}

/** The power of two below 0.69 of the mean distance. Without logarithms, which browsers round differently. */
function riceParameter(count: number, span: number): number {
  let k = 0;
  while (2 ** (k + 1) * count * 100 <= 69 * span) k += 1;
  return k;
}

/** Frequent words say little, so that fewer levels do. */
const weightBits = (count: number, span: number): number => (count * 16 > span ? 3 : 4);

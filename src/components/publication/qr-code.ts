import { copyPatterns, layouts, type Layout, type Matrix } from './qr-patterns.ts';
import { errorCorrection } from './reed-solomon.ts';

export interface QrCode {
  /** Modules on one side, with the quiet zone. */
  readonly size: number;
  /** Path to be stroked one unit wide: each row's dark runs. */
  readonly path: string;
}

/**
 * The text as a QR code (ISO/IEC 18004, byte mode, level M); undefined where it needs more than version 10.
 * The mask is always the first: readers undo any, and choosing the best of eight costs more than the rest of a page.
 */
export function qrCodePath(text: string): QrCode | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = layouts.findIndex(({ data }) => bytes.length + 3 <= data) + 1;
  const layout = layouts[version - 1];
  if (layout === undefined) return undefined;
  const matrix = copyPatterns(version, layout);
  drawData(matrix, interleave(toCodewords(bytes, version, layout.data), layout));
  return { size: matrix.length + 2 * quietZone, path: toPath(matrix) };
}

const quietZone = 2;

/** Mode and length, the text, and padding up to the capacity. */
function toCodewords(bytes: Uint8Array, version: number, capacity: number): Uint8Array {
  const words = new Uint8Array(capacity);
  const wide = version > 9;
  const length = bytes.length;
  words[0] = 0x40 | (wide ? length >> 12 : length >> 4);
  if (wide) words[1] = (length >> 4) & 0xff;
  const start = wide ? 2 : 1;
  words[start] = (length & 0xf) << 4;
  bytes.forEach((byte, index) => {
    words[start + index] = (words[start + index] ?? 0) | (byte >> 4);
    words[start + index + 1] = (byte & 0xf) << 4;
  });
  for (let index = start + length + 1, pad = 0xec; index < capacity; index++, pad ^= 0xfd) words[index] = pad;
  return words;
}

/** Blocks side by side, so that a stain on the print damages a little of each. */
function interleave(words: Uint8Array, { blocks, correction, data }: Layout): Uint8Array {
  const short = Math.floor(data / blocks);
  const longFrom = blocks - (data % blocks);
  const parts = Array.from({ length: blocks }, (_, index) => {
    const start = index * short + Math.max(0, index - longFrom);
    return words.subarray(start, start + short + (index >= longFrom ? 1 : 0));
  });
  const checks = parts.map((part) => errorCorrection(part, correction));
  const mixed: number[] = [];
  for (let index = 0; index <= short; index++)
    for (const part of parts) if (index < part.length) mixed.push(part[index] ?? 0);
  for (let index = 0; index < correction; index++) for (const check of checks) mixed.push(check[index] ?? 0);
  return Uint8Array.from(mixed);
}

/** Two columns at a time from the right, up and down in turn, masked on the way. */
function drawData(matrix: Matrix, words: Uint8Array): void {
  const size = matrix.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = upward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (matrix[row]![column] !== 2) continue;
        const dark = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        matrix[row]![column] = dark ^ ((row + column) % 2 === 0 ? 1 : 0);
        bit++;
      }
    }
  }
}

function toPath(matrix: Matrix): string {
  let path = '';
  matrix.forEach((row, y) => {
    let end = -1;
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== 1) continue;
      path += end < 0 ? `M${x + quietZone} ${y + quietZone}.5` : `m${x - end} 0`;
      for (end = x + 1; row[end] === 1;) end++;
      path += `h${end - x}`;
      x = end;
    }
  });
  return path;
}

import { layouts, patternOf, type Layout, type Pattern } from './qr-patterns.ts';
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
  const pattern = patternOf(version, layout);
  const modules = drawData(pattern, interleave(toCodewords(bytes, version, layout.data), layout));
  return { size: pattern.size + 2 * quietZone, path: toPath(modules, pattern.size) };
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
  const mixed = new Uint8Array(data + blocks * correction);
  let end = 0;
  for (let index = 0; index <= short; index++)
    for (const part of parts) if (index < part.length) mixed[end++] = part[index]!;
  for (let index = 0; index < correction; index++) for (const check of checks) mixed[end++] = check[index]!;
  return mixed;
}

/** Bits in their places, each masked: dark and light are exchanged where row and column add up to an even number. */
function drawData({ size, modules: pattern, order }: Pattern, words: Uint8Array): Uint8Array {
  const modules = pattern.slice();
  for (let bit = 0; bit < order.length; bit++) {
    const place = order[bit]!;
    const dark = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    modules[place] = dark ^ (((Math.floor(place / size) + (place % size)) & 1) ^ 1);
  }
  return modules;
}

function toPath(modules: Uint8Array, size: number): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    const row = y * size;
    let end = -1;
    for (let x = 0; x < size; x++) {
      if (modules[row + x] !== 1) continue;
      path += end < 0 ? `M${x + quietZone} ${y + quietZone}.5` : `m${x - end} 0`;
      for (end = x + 1; end < size && modules[row + end] === 1;) end++;
      path += `h${end - x}`;
      x = end;
    }
  }
  return path;
}

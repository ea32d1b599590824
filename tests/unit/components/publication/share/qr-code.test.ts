import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { qrCodePath, type QrCode } from '../../../../../src/components/publication/share/qr-code.ts';

/** Pixels of a module, and of the paper around the code: the least that a reader asks for is 4 modules of light. */
const scale = 4;
const paper = 2 * scale;

/** The code as a camera sees it. */
function draw({ size, path }: QrCode): { readonly pixels: Uint8ClampedArray; readonly side: number } {
  const side = size * scale + 2 * paper;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let x = 0;
  let y = 0;
  for (const [, command, first = '', second = ''] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Math.floor(Number(second))];
    else if (command === 'm') x += Number(first);
    else {
      for (let row = 0; row < scale; row += 1)
        for (let column = 0; column < Number(first) * scale; column += 1) {
          const pixel = ((y * scale + row + paper) * side + x * scale + column + paper) * 4;
          pixels.fill(0, pixel, pixel + 3);
        }
      x += Number(first);
    }
  }
  return { pixels, side };
}

function read(text: string): string | undefined {
  const code = qrCodePath(text);
  if (code === undefined) return undefined;
  const { pixels, side } = draw(code);
  // CommonJS: the function is the default export of the default export.
  const decode = jsqr as unknown as { default?: typeof jsqr } & typeof jsqr;
  return (decode.default ?? decode)(pixels, side, side)?.data;
}

const address = (length: number): string =>
  'https://example.org/publications/'.padEnd(length, 'jamshidi-2024-').slice(0, length);

/** Bytes that each version holds at level M (ISO/IEC 18004, table 7), from version 1 to 10. */
const capacities = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];

describe('a QR code is read back as the text that it was made from', () => {
  test.each(capacities.flatMap((most) => [most - 1, most, most + 1]).slice(0, -1))('of %i bytes', (length) => {
    expect(read(address(length))).toBe(address(length));
  });

  test('of lengths up to the longest', () => {
    const wrong = Array.from({ length: 213 / 5 }, (_, index) => 5 * index + 1).filter(
      (length) => read(address(length)) !== address(length),
    );
    expect(wrong).toEqual([]);
  });

  test('of letters that take several bytes', () => {
    const text = 'https://example.org/fa/نشریه/؟q=درمان';
    expect(read(text)).toBe(text);
  });
});

test('what is longer than the largest version has no code', () => {
  expect(qrCodePath(address(213))).toBeDefined();
  expect(qrCodePath(address(214))).toBeUndefined();
});

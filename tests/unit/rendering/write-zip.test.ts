import { expect, test } from 'vitest';
import { readZip } from '../../../src/import/read/read-zip.ts';
import { writeZip, type ZipEntry } from '../../../src/rendering/write-zip.ts';

/** Text that does not repeat itself soon, so that it stays large. */
const text = (length: number) =>
  Array.from({ length }, (_, index) => String.fromCharCode(32 + ((index * index + (index >> 7)) % 94))).join('');
const entry = (name: string, pieces: readonly string[]): ZipEntry => ({
  name,
  content: () => pieces.map((piece) => Buffer.from(piece)),
});
const unpacked = (entries: readonly ZipEntry[]) =>
  readZip(Buffer.concat([...writeZip(entries)]), 1e8).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);

test('an archive gives back each file, also one of many pieces, an empty one, and one of exactly a whole piece', () => {
  const long = Array.from({ length: 30 }, (_, index) => text(100_000 + index));
  const exact = [text(1_048_576)];
  expect(
    unpacked([entry('a.bib', ['@misc{a}']), entry('long.ris', long), entry('empty', []), entry('exact', exact)]),
  ).toEqual([
    ['a.bib', '@misc{a}'],
    ['long.ris', long.join('')],
    ['empty', ''],
    ['exact', exact.join('')],
  ]);
});

test('the same files give the same bytes, in pieces that are small beside the whole', () => {
  const entries = [
    entry(
      'long.ris',
      Array.from({ length: 80 }, (_, index) => text(100_000 + index)),
    ),
  ];
  const [first, second] = [[...writeZip(entries)], [...writeZip(entries)]];
  expect(Buffer.concat(first).equals(Buffer.concat(second))).toBe(true);
  expect(Math.max(...first.map(({ byteLength }) => byteLength))).toBeLessThan(1_400_000);
});

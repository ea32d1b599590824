import { spread } from '../search-data.ts';
import { addVarint, BitReader, BitWriter, ByteReader } from './bits.ts';
import { readPostings, writePostings } from './posting-list.ts';

/*
 * Pairs of words that stand beside each other, for phrases. Pairs are spread over a fixed number of lists: of the publications
 * that have both words but not the pair, one in four thousand is in its list, because of some other pair.
 */

const pairLists = 2 ** 19;
const listsPerFile = 2 ** 11;

export const pairFiles = pairLists / listsPerFile;

/** Where a pair of words is; a space is between them. */
export function placeOfPair(pair: string): { readonly file: number; readonly list: number } {
  const place = spread(pair, pairLists);
  return { file: Math.floor(place / listsPerFile), list: place % listsPerFile };
}

/** A file of lists: numbers of publications, ascending, by the number of the list in the file. */
export function writePairs(lists: ReadonlyMap<number, readonly number[]>, span: number): Uint8Array {
  const head: number[] = [];
  const bodies: Uint8Array[] = [];
  for (let list = 0; list < listsPerFile; list += 1) {
    const found = lists.get(list) ?? [];
    addVarint(head, found.length);
    if (found.length === 0) continue;
    const bits = new BitWriter();
    writePostings(bits, { found }, span);
    const body = bits.finish();
    addVarint(head, body.length);
    bodies.push(body);
  }
  const file = new Uint8Array(head.length + bodies.reduce((sum, { length }) => sum + length, 0));
  file.set(head);
  let position = head.length;
  for (const body of bodies) {
    file.set(body, position);
    position += body.length;
  }
  return file;
}

/** One list of a file. */
export function readPairs(file: Uint8Array, number: number, span: number): ReadonlySet<number> {
  const reader = new ByteReader(file);
  let [start, count, length] = [0, 0, 0];
  for (let list = 0; list < listsPerFile; list += 1) {
    const ownCount = reader.varint();
    const ownLength = ownCount === 0 ? 0 : reader.varint();
    if (list < number) start += ownLength;
    if (list === number) [count, length] = [ownCount, ownLength];
  }
  reader.take(start);
  return new Set(readPostings(new BitReader(reader.take(length)), count, span, 0).found);
}

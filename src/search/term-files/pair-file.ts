import { spread } from '../search-data.ts';
import { addVarint, ByteReader } from './bits.ts';
import { readPostings, writePostings } from './posting-list.ts';

/*
 * Pairs of words that stand beside each other, for phrases. Pairs are spread over so many lists that a list has some forty
 * publications: one that has both words and is in the list of the pair has, but for one in thousands, the pair.
 */

/** Number of lists for so many publications: a power of two. */
export const pairLists = (span: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(span * 1.25)));

/** Number of lists in one file. */
export const listsPerFile = 1024;

/** Number of the list for two words. */
export const pairList = (first: string, second: string, lists: number): number => spread(`${first} ${second}`, lists);

/** A file of lists, each with the numbers of publications, ascending. */
export function writePairs(lists: readonly (readonly number[])[], span: number): Uint8Array {
  const head: number[] = [];
  const bodies = lists.map((found) => writePostings(found, undefined, span));
  for (const [index, found] of lists.entries()) {
    addVarint(head, found.length);
    addVarint(head, bodies[index]!.length);
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

/** One list of a file that has `lists` of them. */
export function readPairs(file: Uint8Array, number: number, lists: number, span: number): ReadonlySet<number> {
  const reader = new ByteReader(file);
  let [start, count, length] = [0, 0, 0];
  for (let list = 0; list < lists; list += 1) {
    const [ownCount, ownLength] = [reader.varint(), reader.varint()];
    if (list < number) start += ownLength;
    if (list === number) [count, length] = [ownCount, ownLength];
  }
  reader.take(start);
  const found = new Set<number>();
  readPostings(reader.take(length), count, span, false, (document) => found.add(document));
  return found;
}

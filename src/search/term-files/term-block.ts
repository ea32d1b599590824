import { authorTag, titleTag } from '../terms.ts';
import { addVarint, ByteReader } from './bits.ts';

/*
 * Terms in files of a few kilobytes, in alphabetical order. A term is written as the number of bytes that it shares with
 * the one before, and the others. Its postings follow; long ones have files of their own.
 */

/** Where the postings of a term are: in the block, or in a file with this number. */
export type Place = Uint8Array | number;

export interface TermEntry {
  /** Number of publications. */
  readonly count: number;
  readonly place: Place;
}

/** A term as it is sorted: tags before letters, so that a word stands beside its tagged forms. */
export const sortKey = (term: string): string =>
  term.replace(authorTag, lowTags.author).replace(titleTag, lowTags.title);

export const termOf = (key: string): string => key.replace(lowTags.author, authorTag).replace(lowTags.title, titleTag);

const lowTags = { author: '\u0001', title: '\u0002' } as const;

/** Greater than every key of a word with a tag, and less than those of longer words. */
export const afterTags = '\u0003';

/** Writes one block. */
export class TermBlock {
  readonly #bytes: number[] = [];
  #last: Uint8Array = new Uint8Array();

  get size(): number {
    return this.#bytes.length;
  }

  /** Terms come in the order of their keys. */
  add(key: string, { count, place }: TermEntry): void {
    const written = new TextEncoder().encode(key);
    let shared = 0;
    while (shared < written.length && written[shared] === this.#last[shared]) shared += 1;
    addVarint(this.#bytes, shared);
    addVarint(this.#bytes, written.length - shared);
    for (const byte of written.subarray(shared)) this.#bytes.push(byte);
    const isFile = typeof place === 'number';
    addVarint(this.#bytes, count * 2 + (isFile ? 1 : 0));
    addVarint(this.#bytes, isFile ? place : place.length);
    if (!isFile) for (const byte of place) this.#bytes.push(byte);
    this.#last = written;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** The terms of a block. */
export function readTermBlock(bytes: Uint8Array): ReadonlyMap<string, TermEntry> {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const entries = new Map<string, TermEntry>();
  let last = new Uint8Array();
  while (!reader.ended) {
    const shared = reader.varint();
    const rest = reader.take(reader.varint());
    const written = new Uint8Array(shared + rest.length);
    written.set(last.subarray(0, shared));
    written.set(rest, shared);
    last = written;
    const [marked, number] = [reader.varint(), reader.varint()];
    entries.set(termOf(decoder.decode(written)), {
      count: Math.floor(marked / 2),
      place: marked % 2 === 1 ? number : reader.take(number),
    });
  }
  return entries;
}

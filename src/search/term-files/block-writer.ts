import { BitWriter } from './bits.ts';
import { postingBytes, writePostings, type Listed } from './posting-list.ts';
import { fewestInFile, stemOfKey, TermBlock, type WrittenEntry } from './term-block.ts';
import { listFile, termFile } from './term-layout.ts';

/**
 * Divides terms into blocks, which come sorted by their keys. All terms of a stem are in one block, however large, because a
 * query needs all of them; very long lists have files of their own.
 */
export class BlockWriter {
  readonly #span: number;
  readonly #mostBytes: number;
  readonly #write: (path: string, bytes: Uint8Array) => void;
  readonly #starts: string[] = [];
  #block: TermBlock;
  /** Terms of the last stem, which are in no block yet. */
  #family: { readonly key: string; readonly entry: WrittenEntry }[] = [];
  #familyBytes = 0;
  #blocks = 0;
  #lists = 0;
  #last = '';

  constructor(span: number, mostBytes: number, write: (path: string, bytes: Uint8Array) => void) {
    this.#span = span;
    this.#mostBytes = mostBytes;
    this.#write = write;
    this.#block = new TermBlock(span);
  }

  /** `isWord`: false for a term that only some of the queries for its word need. */
  add(key: string, listed: Listed, isWord: boolean): void {
    const [before] = this.#family;
    if (before && stemOfKey(before.key) !== stemOfKey(key)) this.#addFamily();
    const count = listed.found.length;
    const bytes = postingBytes(count, this.#span, listed.weights !== undefined);
    const isLong = count >= fewestInFile && bytes > this.#mostBytes * (isWord ? 1 : shareOfOthers);
    this.#family.push({ key, entry: { count, place: isLong ? this.#writeList(listed) : listed } });
    this.#familyBytes += key.length / 2 + 2 + (isLong ? 0 : bytes);
  }

  /** Writes the last block. Returns the beginning of the first key of each block but the first. */
  finish(): readonly string[] {
    this.#addFamily();
    if (this.#block.size > 0) this.#write(termFile(this.#blocks), this.#block.finish());
    return this.#starts;
  }

  #addFamily(): void {
    const [first] = this.#family;
    if (!first) return;
    if (this.#block.size > 0 && this.#block.size + this.#familyBytes > this.#mostBytes) {
      this.#write(termFile(this.#blocks), this.#block.finish());
      this.#blocks += 1;
      this.#block = new TermBlock(this.#span);
      this.#starts.push(shortestBetween(this.#last, first.key));
    }
    for (const { key, entry } of this.#family) this.#block.add(key, entry);
    this.#last = this.#family.at(-1)!.key;
    this.#family = [];
    this.#familyBytes = 0;
  }

  #writeList(listed: Listed): number {
    const bits = new BitWriter();
    writePostings(bits, listed, this.#span);
    this.#write(listFile(this.#lists), bits.finish());
    this.#lists += 1;
    return this.#lists - 1;
  }
}

/** Lists of names and titles are long from this share of a block. */
const shareOfOthers = 1 / 4;

/** The shortest beginning of `next` that is greater than `last`. */
function shortestBetween(last: string, next: string): string {
  let length = 1;
  while (next.slice(0, length) <= last) length += 1;
  return next.slice(0, length);
}

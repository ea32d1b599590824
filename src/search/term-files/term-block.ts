import { authorTag, synonymTag, titleTag } from '../terms.ts';
import { BitReader, BitWriter } from './bits.ts';
import { readPostings, writePostings, type Listed } from './posting-list.ts';

/*
 * Terms in files of a few kilobytes, in alphabetical order. A term is written as the number of letters that it shares with
 * the one before, and the others. Its postings follow; long ones have files of their own.
 */

export interface TermEntry {
  /** Number of publications. */
  readonly count: number;
  /** The postings, or the number of their file. */
  readonly place: Required<Listed> | number;
}

/** A term as it is sorted: tags before letters, so that a word is beside its tagged forms. */
export const sortKey = (term: string): string =>
  term.replace(authorTag, lowTags.author).replace(titleTag, lowTags.title).replace(synonymTag, lowTags.synonym);

export const termOf = (key: string): string =>
  key.replace(lowTags.author, authorTag).replace(lowTags.title, titleTag).replace(lowTags.synonym, synonymTag);

const lowTags = { author: '\u0001', title: '\u0002', synonym: '\u0003' } as const;

/** Greater than every key of a word with a tag, and less than those of longer words. */
export const afterTags = '\u0004';

/** Writes one block; terms come in the order of their keys. */
export class TermBlock {
  readonly #bits = new BitWriter();
  readonly #span: number;
  #last = '';

  constructor(span: number) {
    this.#span = span;
  }

  /** Bytes. */
  get size(): number {
    return this.#bits.length;
  }

  add(key: string, { count, place }: TermEntry): void {
    let shared = 0;
    while (shared < mostShared && shared < key.length && key[shared] === this.#last[shared]) shared += 1;
    this.#bits.write(shared, sharedBits);
    for (let index = shared; index < key.length; index += 1) writeLetter(this.#bits, key.charCodeAt(index));
    this.#bits.write(code.end, codeBits);
    this.#bits.writeGamma(count);
    if (count >= fewestInFile) this.#bits.write(typeof place === 'number' ? 1 : 0, 1);
    if (typeof place === 'number') this.#bits.writeGamma(place + 1);
    else writePostings(this.#bits, place, this.#span);
    this.#last = key;
  }

  finish(): Uint8Array {
    this.#bits.write(0, sharedBits);
    this.#bits.write(code.end, codeBits);
    return this.#bits.finish();
  }
}

/** The terms of a block. */
export function readTermBlock(bytes: Uint8Array, span: number): ReadonlyMap<string, TermEntry> {
  const bits = new BitReader(bytes);
  const entries = new Map<string, TermEntry>();
  for (let last = ''; ;) {
    let key = last.slice(0, bits.read(sharedBits));
    for (let letter = readLetter(bits); letter !== undefined; letter = readLetter(bits))
      key += String.fromCharCode(letter);
    if (key === '') return entries;
    const count = bits.readGamma();
    const inFile = count >= fewestInFile && bits.read(1) === 1;
    entries.set(termOf(key), {
      count,
      place: inFile ? bits.readGamma() - 1 : readPostings(bits, count, span, true),
    });
    last = key;
  }
}

const sharedBits = 5;
const mostShared = 2 ** sharedBits - 1;
/** Shorter lists are always in the block. */
export const fewestInFile = 64;

/** Letters from a to z have the numbers from 0 to 25; what follows a code is in the functions below. */
const codeBits = 5;
const code = { digit: 26, authorTag: 27, titleTag: 28, arabic: 29, other: 30, end: 31 } as const;

function writeLetter(bits: BitWriter, letter: number): void {
  const text = String.fromCharCode(letter);
  const write = (own: number, rest = 0, width = 0) => {
    bits.write(own, codeBits);
    bits.write(rest, width);
  };
  if (letter >= 97 && letter <= 122) write(letter - 97);
  else if (letter >= 48 && letter <= 57) write(code.digit, letter - 48, 4);
  else if (text === lowTags.author) write(code.authorTag);
  else if (text === lowTags.title) write(code.titleTag);
  else if (letter >> 8 === 6) write(code.arabic, letter & 255, 8);
  else write(code.other, letter, 16);
}

/** Undefined at the end of a term. */
function readLetter(bits: BitReader): number | undefined {
  const own = bits.read(codeBits);
  switch (own) {
    case code.digit:
      return 48 + bits.read(4);
    case code.authorTag:
      return lowTags.author.charCodeAt(0);
    case code.titleTag:
      return lowTags.title.charCodeAt(0);
    case code.arabic:
      return 0x600 + bits.read(8);
    case code.other:
      return bits.read(16);
    case code.end:
      return undefined;
    default:
      return 97 + own;
  }
}

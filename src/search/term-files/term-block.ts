import { stemOf } from '../stem-of.ts';
import { authorTag, synonymTag, titleTag, withoutTag } from '../terms.ts';
import { BitReader, BitWriter } from './bits.ts';
import { readPostings, writePostings, type Listed } from './posting-list.ts';
import { fixedLevel } from './term-layout.ts';

/*
 * Terms in files of a few kilobytes, in the order of their stems. A term is written as the number of letters that it shares with
 * the one before, and the others. Its postings follow; long ones have files of their own.
 */

export interface TermEntry {
  /** Number of publications. */
  readonly count: number;
  /** The postings, or the number of their file. */
  readonly place: Required<Listed> | number;
}

/** What is written of it: a term with a fixed level has no weights. */
export type WrittenEntry = Pick<TermEntry, 'count'> & { readonly place: Listed | number };

/**
 * A term as it is sorted: behind the stem of its word, so that one block has all forms of a word; tags before letters, so that
 * a word is beside its tagged forms. Of a form that is not its stem, the key has only what it adds to the stem.
 */
export function sortKey(term: string): string {
  const word = withoutTag(term);
  const stem = stemOf(word);
  const tag = term
    .slice(word.length)
    .replace(authorTag, lowTags.author)
    .replace(titleTag, lowTags.title)
    .replace(synonymTag, lowTags.synonym);
  if (stem === word) return word + tag;
  return word.startsWith(stem)
    ? stem + formMarks.whole + word.slice(stem.length) + tag
    : stem + formMarks.shortened + word.slice(stem.length - 1) + tag;
}

export function termOf(key: string): string {
  const term = key
    .replace(lowTags.author, authorTag)
    .replace(lowTags.title, titleTag)
    .replace(lowTags.synonym, synonymTag);
  return term.replace(formMarks.whole, '').replace(shortenedStem, '');
}

const lowTags = { author: '\u0001', title: '\u0002', synonym: '\u0003' } as const;

/** Between a stem and the rest of a form: `police` is `polic` and `e`, `studies` is `study` without its last letter and `ies`. */
const formMarks = { whole: '\u0004', shortened: '\u0005' } as const;
const shortenedStem = new RegExp(`.${formMarks.shortened}`);

/** The stem of a key. */
export const stemOfKey = (key: string): string => key.split(/[\u0001-\u0005]/, 1)[0]!;

/** Greater than the keys of all forms of a stem, and less than those of longer stems. */
export const afterForms = '\u0006';

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

  add(key: string, { count, place }: WrittenEntry): void {
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
    const term = termOf(key);
    entries.set(term, {
      count,
      place: inFile ? bits.readGamma() - 1 : readPostings(bits, count, span, fixedLevel(term)),
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
const code = { digit: 26, authorTag: 27, titleTag: 28, form: 29, other: 30, end: 31 } as const;

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
  else if (text === formMarks.whole || text === formMarks.shortened)
    write(code.form, text === formMarks.whole ? 0 : 1, 1);
  // Arabic letters are written in 8 bits.
  else if (letter >> 8 === 6) write(code.other, letter & 255, 1 + 8);
  else {
    write(code.other, 1, 1);
    bits.write(letter, 16);
  }
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
    case code.form:
      return (bits.read(1) === 0 ? formMarks.whole : formMarks.shortened).charCodeAt(0);
    case code.other:
      return bits.read(1) === 0 ? 0x600 + bits.read(8) : bits.read(16);
    case code.end:
      return undefined;
    default:
      return 97 + own;
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BitWriter } from './bits.ts';
import { wordFile } from '../search-data.ts';
import type { IndexedRecord } from '../search-record.ts';
import { authorTerm, isWord, otherOf, phraseTerm } from '../terms.ts';
import { pairFiles, placeOfPair, writePairs } from './pair-file.ts';
import { spanOf, writePostings, type Listed } from './posting-list.ts';
import { PostingRuns } from './posting-runs.ts';
import { fewestInFile, sortKey, termOf, TermBlock } from './term-block.ts';
import { blockBytes, listFile, pairFile, termFile, type TermLayout } from './term-layout.ts';
import { termLevels } from './term-levels.ts';

/** Writes the files of terms, one publication after the other, with the oldest first. */
export class TermFilesWriter {
  readonly #folder: string;
  readonly #total: number;
  readonly #terms: PostingRuns;
  readonly #pairs: PostingRuns;
  #added = 0;

  /** `folder`: where `search/` is. `total`: number of publications. `limit`: of numbers in memory, for tests. */
  constructor(folder: string, total: number, limit?: number) {
    this.#folder = folder;
    this.#total = total;
    this.#terms = new PostingRuns(join(folder, 'terms.work'), limit);
    this.#pairs = new PostingRuns(join(folder, 'pairs.work'), limit);
  }

  add(record: IndexedRecord): void {
    const document = this.#added;
    this.#added += 1;
    for (const [term, level] of termLevels(record)) this.#terms.add(sortKey(term), document * 16 + level);
    const pairs = new Set<string>();
    for (const words of [record.title.filter(isWord), record.subject, record.body, record.place])
      for (const pair of pairsOf(words)) pairs.add(pair);
    for (const pair of pairs) this.#pairs.add(pair, document);
  }

  /** Writes all files, those of words included. `wordFiles`: number of these. `synonyms`: terms of no publication. */
  finish(wordFiles: number, synonyms: readonly string[] = []): TermLayout {
    // A list of publications is never empty; nobody asks for that of a synonym.
    for (const term of synonyms) this.#terms.add(sortKey(term), 0);
    if (this.#added !== this.#total) throw new Error(`${this.#total} publications were expected, not ${this.#added}`);
    // A phrase that is asked for because of a synonym is a term as well: files of pairs are large.
    this.#writePairs(
      new Map(synonyms.map(otherOf).flatMap((words) => (words.length > 1 ? [[words.join(' '), words]] : []))),
    );
    const starts = this.#writeTerms(wordFiles);
    return { starts: starts.join('\n') };
  }

  #writeTerms(wordFiles: number): string[] {
    const span = spanOf(this.#total);
    const mostBytes = blockBytes(this.#total);
    const words = Array.from({ length: wordFiles }, (): string[] => []);
    const starts: string[] = [];
    let block = new TermBlock(span);
    let [blocks, lists, last] = [0, 0, ''];
    for (const { key, values } of this.#terms.merge()) {
      let isFull = false;
      const listed = {
        found: values.map((value) => Math.floor(value / 16)),
        weights: values.map((value) => value % 16),
      };
      const count = values.length;
      let place: Required<Listed> | number = listed;
      if (count >= fewestInFile) {
        const bits = new BitWriter();
        writePostings(bits, listed, span);
        const bytes = bits.finish();
        if (bytes.length > mostBytes / 2) {
          place = lists;
          this.#write(listFile(lists), bytes);
          lists += 1;
        }
        // A block ends before it is too large.
        else if (block.size + bytes.length > mostBytes) isFull = true;
      }
      if (block.size > 0 && (isFull || block.size > mostBytes)) {
        this.#write(termFile(blocks), block.finish());
        blocks += 1;
        block = new TermBlock(span);
        starts.push(shortestBetween(last, key));
      }
      block.add(key, { count, place });
      last = key;
      const term = termOf(key);
      // Of words, rare ones are often misspelled themselves; names are not.
      if ((count > 1 && isWord(term)) || term.endsWith(authorTerm('')))
        words[wordFile(term, wordFiles)]!.push(`${term} ${count}`);
    }
    if (block.size > 0) this.#write(termFile(blocks), block.finish());
    for (const [number, lines] of words.entries())
      this.#write(`words/${number}.txt`, new TextEncoder().encode(lines.join('\n')));
    return starts;
  }

  #writePairs(phrases: ReadonlyMap<string, readonly string[]>): void {
    const wanted = new Map<string, readonly number[]>();
    for (const words of phrases.values()) for (const pair of pairsOf(words)) wanted.set(pair, []);
    const span = spanOf(this.#total);
    const lists = new Map<number, readonly number[]>();
    let written = 0;
    const writeUpTo = (file: number) => {
      for (; written < file; written += 1) {
        this.#write(pairFile(written), writePairs(lists, span));
        lists.clear();
      }
    };
    for (const { key, values } of this.#pairs.merge()) {
      const [file, list] = key.split(' ').map(Number);
      writeUpTo(file!);
      lists.set(list!, values);
      if (wanted.has(key)) wanted.set(key, values);
    }
    writeUpTo(pairFiles);
    for (const words of phrases.values()) {
      const [first = [], ...others] = pairsOf(words).map((pair) => wanted.get(pair)!);
      const sets = others.map((found) => new Set(found));
      for (const document of first)
        if (sets.every((found) => found.has(document))) this.#terms.add(sortKey(phraseTerm(words)), document * 16);
    }
  }

  #write(path: string, bytes: Uint8Array): void {
    const file = join(this.#folder, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Keys of the pairs in a row of words, sorted as their files are. */
const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => {
    const { file, list } = placeOfPair(words[index]!, word);
    return `${String(file).padStart(4, '0')} ${list}`;
  });

/** The shortest beginning of `next` that is greater than `last`. */
function shortestBetween(last: string, next: string): string {
  let length = 1;
  while (next.slice(0, length) <= last) length += 1;
  return next.slice(0, length);
}

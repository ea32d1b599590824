import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BlockWriter } from './block-writer.ts';
import { spread, wordFile } from '../search-data.ts';
import type { IndexedRecord } from '../search-record.ts';
import { authorTerm, isWord, otherOf } from '../terms.ts';
import { pairFiles, placeOfPair, writePairs } from './pair-file.ts';
import { spanOf } from './posting-list.ts';
import { PostingRuns } from './posting-runs.ts';
import { sortKey, termOf } from './term-block.ts';
import { blockBytes, fixedLevel, pairFile, type TermLayout } from './term-layout.ts';
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
    // Of a publication in the same list, the lower number comes first.
    const places = Array.from(pairs, (pair) => [keyOfPair(pair), pairCheck(pair)] as const).sort(
      ([, a], [, b]) => a - b,
    );
    for (const [key, check] of places) this.#pairs.add(key, document * pairChecks + check);
  }

  /** Writes all files, those of words included. `wordFiles`: number of these. `synonyms`: terms of no publication. */
  finish(wordFiles: number, synonyms: readonly string[] = []): TermLayout {
    const isPhrase = (synonym: string) => otherOf(synonym).length > 1;
    // A list of publications is never empty; nobody asks for that of a single word, which is a term itself.
    for (const synonym of synonyms) if (!isPhrase(synonym)) this.#terms.add(sortKey(synonym), 0);
    if (this.#added !== this.#total) throw new Error(`${this.#total} publications were expected, not ${this.#added}`);
    // The publications of a phrase are with its synonym: files of pairs are large.
    this.#writePairs(synonyms.filter(isPhrase));
    return { starts: this.#writeTerms(wordFiles).join('\n') };
  }

  #writeTerms(wordFiles: number): readonly string[] {
    const span = spanOf(this.#total);
    const words = Array.from({ length: wordFiles }, (): string[] => []);
    const blocks = new BlockWriter(span, blockBytes(this.#total), (path, bytes) => this.#write(path, bytes));
    for (const { key, values } of this.#terms.merge()) {
      const term = termOf(key);
      const found = values.map((value) => Math.floor(value / 16));
      blocks.add(
        key,
        fixedLevel(term) === undefined ? { found, weights: values.map((value) => value % 16) } : { found },
        isWord(term),
      );
      // Of words, rare ones are often misspelled themselves; names are not.
      if ((values.length > 1 && isWord(term)) || term.endsWith(authorTerm('')))
        words[wordFile(term, wordFiles)]!.push(`${term} ${values.length}`);
    }
    for (const [number, lines] of words.entries())
      this.#write(`words/${number}.txt`, new TextEncoder().encode(lines.join('\n')));
    return blocks.finish();
  }

  /** Writes the files of pairs. Each synonym for a phrase becomes the term of the publications that have all pairs of it. */
  #writePairs(synonyms: readonly string[]): void {
    const wanted = new Map<string, Map<number, number[]>>();
    const listOf = (pair: string): number[] => {
      const checks = wanted.get(keyOfPair(pair)) ?? new Map<number, number[]>();
      wanted.set(keyOfPair(pair), checks);
      const found = checks.get(pairCheck(pair)) ?? [];
      checks.set(pairCheck(pair), found);
      return found;
    };
    const phrases = synonyms.map((synonym) => ({ synonym, pairs: pairsOf(otherOf(synonym)).map(listOf) }));
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
      lists.set(list!, [...new Set(values.map((value) => Math.floor(value / pairChecks)))]);
      const checks = wanted.get(key);
      if (checks) for (const value of values) checks.get(value % pairChecks)?.push(Math.floor(value / pairChecks));
    }
    writeUpTo(pairFiles);
    for (const { synonym, pairs } of phrases) {
      const [first, ...others] = pairs.map((found) => new Set(found));
      for (const document of first ?? [])
        if (others.every((found) => found.has(document))) this.#terms.add(sortKey(synonym), document * 16);
    }
  }

  #write(path: string, bytes: Uint8Array): void {
    const file = join(this.#folder, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** The pairs in a row of words. */
const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]!} ${word}`);

/** The list of a pair, sorted as the files are. */
function keyOfPair(pair: string): string {
  const { file, list } = placeOfPair(pair);
  return `${String(file).padStart(4, '0')} ${list}`;
}

/** Tells the pairs of one list apart while it is written. Up to four million publications have numbers with a check in 32 bits. */
const pairChecks = 1024;
const pairCheck = (pair: string): number => Math.floor(spread(pair.split(' ').reverse().join(' '), 2 ** 32) / 2 ** 22);

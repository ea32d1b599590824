import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wordFile } from '../search-data.ts';
import type { IndexedRecord } from '../search-record.ts';
import { authorTerm, isWord } from '../terms.ts';
import { listsPerFile, pairList, pairLists, writePairs } from './pair-file.ts';
import { spanOf, writePostings } from './posting-list.ts';
import { PostingRuns } from './posting-runs.ts';
import { sortKey, termOf, TermBlock } from './term-block.ts';
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
    const lists = pairLists(spanOf(this.#total));
    const pairs = new Set<number>();
    for (const words of [record.title.filter(isWord), record.subject, record.body])
      for (let index = 1; index < words.length; index += 1)
        pairs.add(pairList(words[index - 1]!, words[index]!, lists));
    for (const pair of pairs) this.#pairs.add(pair.toString(36).padStart(6, '0'), document);
  }

  /** Writes all files, those of words included. `wordFiles`: number of these. */
  finish(wordFiles: number): TermLayout {
    if (this.#added !== this.#total) throw new Error(`${this.#total} publications were expected, not ${this.#added}`);
    const starts = this.#writeTerms(wordFiles);
    return { starts: starts.join('\n'), pairs: this.#writePairs() };
  }

  #writeTerms(wordFiles: number): string[] {
    const span = spanOf(this.#total);
    const mostBytes = blockBytes(this.#total);
    const words = Array.from({ length: wordFiles }, (): string[] => []);
    const starts: string[] = [];
    let block = new TermBlock();
    let [blocks, lists, last] = [0, 0, ''];
    for (const { key, values } of this.#terms.merge()) {
      const found = values.map((value) => Math.floor(value / 16));
      const postings = writePostings(
        found,
        values.map((value) => value % 16),
        span,
      );
      // A block ends before it is too large.
      if (block.size > 0 && block.size + Math.min(postings.length, mostBytes / 2) > mostBytes) {
        this.#write(termFile(blocks), block.finish());
        blocks += 1;
        block = new TermBlock();
        starts.push(shortestBetween(last, key));
      }
      let place: Uint8Array | number = postings;
      if (postings.length > mostBytes / 2) {
        place = lists;
        this.#write(listFile(lists), postings);
        lists += 1;
      }
      block.add(key, { count: found.length, place });
      last = key;
      const term = termOf(key);
      if (found.length > 1 && (isWord(term) || term.endsWith(authorTerm(''))))
        words[wordFile(term, wordFiles)]!.push(`${term} ${found.length}`);
    }
    if (block.size > 0) this.#write(termFile(blocks), block.finish());
    for (const [number, lines] of words.entries())
      this.#write(`words/${number}.txt`, new TextEncoder().encode(lines.join('\n')));
    return starts;
  }

  #writePairs(): number {
    const span = spanOf(this.#total);
    const lists = pairLists(span);
    const runs = this.#pairs.merge();
    let next = runs.next();
    for (let start = 0; start < lists; start += listsPerFile) {
      const file: (readonly number[])[] = [];
      for (let list = start; list < Math.min(lists, start + listsPerFile); list += 1) {
        const run = next.done ? undefined : next.value;
        if (run && Number.parseInt(run.key, 36) === list) {
          file.push(run.values);
          next = runs.next();
        } else file.push([]);
      }
      this.#write(pairFile(start / listsPerFile), writePairs(file, span));
    }
    return lists;
  }

  #write(path: string, bytes: Uint8Array): void {
    const file = join(this.#folder, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** The shortest beginning of `next` that is greater than `last`. */
function shortestBetween(last: string, next: string): string {
  let length = 1;
  while (next.slice(0, length) <= last) length += 1;
  return next.slice(0, length);
}

import { once } from '../once.ts';
import { stemOf } from '../stem-of.ts';
import { isWord } from '../terms.ts';
import type { Dictionary, Postings, TermIndex } from '../term-index.ts';
import { BitReader } from './bits.ts';
import { placeOfPair, readPairs } from './pair-file.ts';
import { readPostings, spanOf } from './posting-list.ts';
import { afterForms, readTermBlock, sortKey } from './term-block.ts';
import { fixedLevel, listFile, pairFile, rarity, termFile, type TermLayout } from './term-layout.ts';

/** The terms of a site whose index is {@link TermLayout}. Each file is loaded when it is needed, once. */
export function openTermFiles(
  { starts: lines }: TermLayout,
  total: number,
  load: (path: string) => Promise<Uint8Array>,
  wordList: Dictionary,
): { readonly index: TermIndex; readonly words: Dictionary } {
  const starts = lines === '' ? [] : lines.split('\n');
  const span = spanOf(total);
  const block = once(async (number: number) => readTermBlock(await load(termFile(number)), span));
  /** Number of the block where a key is, or would be. */
  const blockOf = (key: string): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const postings = once(async (term: string): Promise<Postings> => {
    const entry = (await block(blockOf(sortKey(term)))).get(term);
    if (!entry) return nothing;
    const { count, place } = entry;
    const { found, weights } =
      typeof place === 'number'
        ? readPostings(new BitReader(await load(listFile(place))), count, span, fixedLevel(term))
        : place;
    const factor = rarity(count, total);
    return new Map(Array.from(found, (document, index) => [document, weights[index]! * factor] as const));
  });
  const pair = async (first: string, second: string): Promise<ReadonlySet<number>> => {
    const { file, list } = placeOfPair(`${first} ${second}`);
    return readPairs(await load(pairFile(file)), list, span);
  };
  const allOf = async (numbers: Iterable<number>): Promise<ReadonlyMap<string, number>> => {
    const found = await Promise.all(Array.from(numbers, block));
    return new Map(found.flatMap((entries) => Array.from(entries, ([term, { count }]) => [term, count] as const)));
  };
  return {
    index: {
      longestPhrase: 2,
      postings,
      async phrase(words, synonym) {
        if (synonym !== undefined) return postings(synonym);
        const [[first, ...others], pairs] = await Promise.all([
          Promise.all(words.map(postings)),
          Promise.all(words.slice(1).map((word, index) => pair(words[index]!, word))),
        ]);
        return new Map(
          [...(first ?? nothing)].filter(([document]) => [...others, ...pairs].every((other) => other.has(document))),
        );
      },
    },
    async words(start, purpose = 'word') {
      if (purpose === 'alike') return wordList(start);
      if (purpose === 'beginning') {
        const frequent = start.length < fewLetters ? await wordList(start) : undefined;
        if (
          frequent &&
          [...frequent.keys()].filter((term) => isWord(term) && term.startsWith(start)).length >= manyWords
        )
          return frequent;
        return allOf(
          new Set([...range(blockOf(start), blockOf(`${start}\uFFFF`)), ...stemsWithin(start).map(blockOf)]),
        );
      }
      const stem = stemOf(start);
      return allOf(range(blockOf(stem), blockOf(stem + afterForms)));
    },
  };
}

/** Shorter beginnings may have very many words, of which the lists of words have the more frequent ones. */
const fewLetters = 4;
const manyWords = 50;

/** Keys of the words that may begin with `start` although their stems do not: `policing` for `polici`, `planning` for `plann`. */
const stemsWithin = (start: string): string[] =>
  endings.flatMap((ending) => {
    const begun = Array.from({ length: ending.length }, (_, index) => ending.slice(0, index));
    return begun.filter((some) => start.endsWith(some)).map((some) => sortKey(start.slice(0, -some.length) + ending));
  });

const endings = ['s', 'es', 'e', 'ies', 'ing', 'ings', 'ed', 'eds'];

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const nothing: Postings = new Map();

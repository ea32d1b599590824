import { stemOf } from '../near-words.ts';
import type { Dictionary, Postings, TermIndex } from '../term-index.ts';
import { listsPerFile, pairList, readPairs } from './pair-file.ts';
import { readPostings, spanOf } from './posting-list.ts';
import { afterTags, readTermBlock, sortKey, type TermEntry } from './term-block.ts';
import { listFile, pairFile, rarity, termFile, type TermLayout } from './term-layout.ts';

/** The terms of a site whose index is {@link TermLayout}. Each file is loaded when it is needed, once. */
export function openTermFiles(
  { starts: lines, pairs }: TermLayout,
  total: number,
  load: (path: string) => Promise<Uint8Array>,
  wordList: Dictionary,
): { readonly index: TermIndex; readonly words: Dictionary } {
  const starts = lines === '' ? [] : lines.split('\n');
  const span = spanOf(total);
  const blocks = new Map<number, Promise<ReadonlyMap<string, TermEntry>>>();
  const lists = new Map<string, Promise<Postings>>();
  const block = (number: number) => remember(blocks, number, async () => readTermBlock(await load(termFile(number))));
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
  const postings = async (term: string): Promise<Postings> => {
    const entry = (await block(blockOf(sortKey(term)))).get(term);
    if (!entry) return nothing;
    const { count, place } = entry;
    const bytes = typeof place === 'number' ? await load(listFile(place)) : place;
    const found = new Map<number, number>();
    const factor = rarity(count, total);
    readPostings(bytes, count, span, true, (document, weight) => found.set(document, weight * factor));
    return found;
  };
  const remembered = (term: string) => remember(lists, term, () => postings(term));
  const allOf = async (numbers: Iterable<number>): Promise<ReadonlyMap<string, number>> => {
    const found = await Promise.all(Array.from(numbers, block));
    return new Map(found.flatMap((entries) => Array.from(entries, ([term, { count }]) => [term, count] as const)));
  };
  return {
    index: {
      postings: remembered,
      async phrase(words) {
        const neighbours = words.slice(1).map((word, index) => pairList(words[index]!, word, pairs));
        const [first, ...others] = await Promise.all(words.map(remembered));
        const [together] = await Promise.all([
          Promise.all(
            neighbours.map(async (list) => {
              const number = Math.floor(list / listsPerFile);
              const file = await load(pairFile(number));
              const inFile = Math.min(listsPerFile, pairs - number * listsPerFile);
              return readPairs(file, list % listsPerFile, inFile, span);
            }),
          ),
        ]);
        return new Map(
          [...(first ?? nothing)].filter(
            ([document]) =>
              others.every((other) => other.has(document)) && together.every((pair) => pair.has(document)),
          ),
        );
      },
    },
    words(start, purpose = 'word') {
      if (purpose === 'alike' || (purpose === 'beginning' && start.length < fewLetters)) return wordList(start);
      if (purpose === 'beginning') return allOf(range(blockOf(start), blockOf(`${start}\uFFFF`)));
      return allOf(
        new Set([...range(blockOf(start), blockOf(start + afterTags)), ...formsOf(start).map((form) => blockOf(form))]),
      );
    },
  };
}

/** Shorter beginnings have very many words, of which the list has the more frequent ones. */
const fewLetters = 4;

/** Words that {@link stemOf} takes for forms of the same word. */
export function formsOf(word: string): string[] {
  const stem = stemOf(word);
  const last = stem.at(-1) ?? '';
  const bases = [stem, `${stem}e`, stem + last];
  const longer = bases.flatMap((base) => ['', 'ing', 'ed'].map((ending) => base + ending));
  return [...longer.flatMap((one) => [one, `${one}s`, `${one}es`]), stem.replace(/y$/, 'ies')].filter(
    (form) => form !== word && stemOf(form) === stem,
  );
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const nothing: Postings = new Map();

/** Asks once, and again after a failure. */
function remember<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, ask: () => Promise<Value>): Promise<Value> {
  const before = known.get(key);
  if (before) return before;
  const answer = ask();
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

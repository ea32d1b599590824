import { correctWord, splitWord } from './near-words.ts';
import { isPhrase, isQueryWord, type Query, type QueryWord } from './parse-query.ts';
import { intersect, type PartMatch } from './rank-matches.ts';
import type { Dictionary, TermIndex } from './term-index.ts';

export { joinWords } from './query/join-words.ts';

export interface Corrections {
  /** Unknown words, as typed, by the known word that is meant. */
  readonly corrected: ReadonlyMap<string, string>;
  /** What matches the words that are meant. */
  readonly meant: readonly PartMatch[];
  /** Whether no publication has what a field asks for: who writes one means it, so that nothing is found. */
  readonly impossible: boolean;
}

/** Adds the known word for each unknown one to what was `joined`: among those with a similar spelling, the one that occurs most with the other words. */
export async function correctWords(
  unknown: readonly QueryWord[],
  joined: ReadonlyMap<string, string>,
  matches: readonly PartMatch[],
  query: Query,
  sources: { readonly index: TermIndex; readonly words: Dictionary },
): Promise<Corrections> {
  const corrected = new Map(joined);
  const meant: PartMatch[] = [];
  if (query.reference && unknown.length > mostCorrected)
    return { corrected, meant, impossible: hasImpossiblePart(query, unknown, corrected) };
  const together = new Set(intersect(matches.filter(({ required }) => required)));
  const isRequired = (word: QueryWord) => query.parts.some(({ any, strict }) => strict === true && any.includes(word));
  for (const word of unknown.slice(0, mostCorrected)) {
    const required = isRequired(word);
    const parted = await splitWord(word.token, sources.words);
    if (parted) {
      const [head, tail] = await Promise.all(parted.map((half) => sources.index.postings(half)));
      const both = new Map(
        [...head!].flatMap(([document, weight]) =>
          tail!.has(document) ? [[document, weight + tail!.get(document)!]] : [],
        ),
      );
      if (both.size > 0) {
        corrected.set(word.written, parted.join(' '));
        meant.push({ weights: both, endings: [], required, strict: required });
        continue;
      }
    }
    const near = await correctWord(word, sources.words);
    const candidates = isAbbreviation(word, query)
      ? near.filter((candidate) => lettersOf(candidate.word) === lettersOf(word.token))
      : near;
    const postings = await Promise.all(candidates.map(({ term }) => sources.index.postings(term)));
    let best: { index: number; fit: number } | undefined;
    for (const [index, found] of postings.entries()) {
      let shared = 0;
      for (const document of found.keys()) if (together.has(document)) shared += 1;
      const beside = await countBeside(word, candidates[index]!.word, query, sources.index);
      // Candidates are sorted by edit distance, then by frequency: of equal fits, the first counts.
      const fit = beside * 10 + shared / Math.sqrt(found.size + 1);
      if (!best || fit > best.fit) best = { index, fit };
    }
    if (!best) continue;
    const { word: nearest } = candidates[best.index]!;
    corrected.set(word.written, nearest);
    const weights = new Map<number, number>();
    for (const [index, { word: other, factor }] of candidates.entries())
      if (other === nearest)
        for (const [document, weight] of postings[index]!)
          weights.set(document, Math.max(weights.get(document) ?? 0, weight * factor));
    meant.push({ weights, endings: [], required, strict: required });
  }
  return { corrected, meant, impossible: hasImpossiblePart(query, unknown, corrected) };
}

const hasImpossiblePart = (
  { parts }: Query,
  unknown: readonly QueryWord[],
  corrected: ReadonlyMap<string, string>,
): boolean =>
  parts.some(
    ({ any, strict }) =>
      strict === true &&
      any.every(
        (one) => one.added === true || (isQueryWord(one) && unknown.includes(one) && !corrected.has(one.written)),
      ),
  );

/**
 * True for a short word in capitals in a text that is not all in capitals. With another letter it would be another abbreviation:
 * `TWEAK` is no error for `weak`, but `COIVD` is one for `covid`.
 */
const isAbbreviation = ({ written }: QueryWord, { parts }: Query): boolean =>
  /^\p{Lu}{2,5}$/u.test(written) &&
  (parts.length === 1 || parts.some(({ any }) => any.some((one) => /\p{Ll}/u.test(one.written))));

const lettersOf = (word: string): string => [...word].sort().join('');

/** Number of publications in which a word is beside the neighbours that the unknown word has in the query. */
async function countBeside(unknown: QueryWord, word: string, { parts }: Query, index: TermIndex): Promise<number> {
  const tokens = parts.map(({ any: [one] }) => (one === undefined || isPhrase(one) ? undefined : one.token));
  const position = tokens.indexOf(unknown.token);
  const pairs = [
    [tokens[position - 1], word],
    [word, tokens[position + 1]],
  ].filter((pair): pair is string[] => pair.every((one) => one !== undefined));
  const found = await Promise.all(pairs.map((pair) => index.phrase(pair)));
  return found.reduce((sum, { size }) => sum + size, 0);
}

const mostCorrected = 6;

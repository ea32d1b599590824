import { findMatches, type Matches } from '../../src/search/find.ts';
import { foldAliases, foldPhrase, foldTokens } from '../../src/search/fold.ts';
import { parseWholeQuery as parseQuery } from './parse-query.ts';
import { indexFields, nameTerms, placeTerms, type IndexedRecord } from '../../src/search/search-record.ts';
import type { Postings, TermIndex } from '../../src/search/term-index.ts';
import { journalTerm, titleTerm } from '../../src/search/terms.ts';
import { abbreviateWord } from '../../src/search/abbreviate-word.ts';
import { parsePersonName } from '../../src/domain/people/person-name.ts';

/** A publication for a test of the search. */
export interface IndexedText {
  readonly slug: string;
  readonly title: string;
  /** `Family, Given`. */
  readonly authors?: readonly string[];
  readonly year?: number;
  readonly journal?: string;
  readonly text?: string;
}

/** A search over texts in memory, with the weights of BM25: for tests of what queries mean. */
export function searchTexts(texts: readonly IndexedText[]): (query: string) => Promise<Matches & { slugs: string[] }> {
  const records = texts.map(indexedText);
  const postings = new Map<string, Map<number, number>>();
  for (const [number, record] of records.entries()) {
    for (const field of indexFields) {
      for (const term of record[field]) {
        const own = postings.get(term) ?? new Map<number, number>();
        own.set(number, (own.get(number) ?? 0) + (field === 'title' ? 3 : 1));
        postings.set(term, own);
      }
    }
  }
  for (const own of postings.values()) {
    const rarity = Math.log(1 + (records.length - own.size + 0.5) / (own.size + 0.5));
    for (const [number, count] of own) own.set(number, (rarity * count * 2.2) / (count + 1.2));
  }
  const nothing: Postings = new Map();
  const index: TermIndex = {
    longestPhrase: Infinity,
    postings: (term) => Promise.resolve(postings.get(term) ?? nothing),
    phrase: (words) =>
      Promise.resolve(
        new Map(
          records.flatMap((record, number): [number, number][] =>
            [record.title, record.body].some((terms) => ` ${terms.join(' ')} `.includes(` ${words.join(' ')} `))
              ? [[number, 1]]
              : [],
          ),
        ),
      ),
  };
  const words = (start: string) => {
    const letters = [...start].slice(0, 2).join('');
    return Promise.resolve(
      new Map([...postings].flatMap(([term, { size }]) => (term.startsWith(letters) ? [[term, size] as const] : []))),
    );
  };
  const years = texts.map(({ year }) => year ?? 2020);
  const hasPhrase = (number: number, tokens: readonly string[]) => {
    const { title, text = '' } = texts[number]!;
    return Promise.resolve(
      [title, text].some((one) => ` ${foldPhrase(one).join(' ')} `.includes(` ${tokens.join(' ')} `)),
    );
  };
  const titlesOf = (number: number) => Promise.resolve([texts[number]!.title]);
  return async (query) => {
    const matches = await findMatches(parseQuery(query), { index, words, years, titlesOf, hasPhrase });
    return { ...matches, slugs: [...matches.documents, ...matches.related].map((number) => texts[number]!.slug) };
  };
}

function indexedText({ title, authors = [], text = '', journal = '' }: IndexedText): IndexedRecord {
  const names = authors.map((name) => {
    const parsed = parsePersonName(name);
    if (!parsed.ok) throw new Error(`${name} is no name`);
    return parsed.value;
  });
  const titleWords = foldTokens(title);
  return {
    title: [...titleWords, ...new Set(titleWords.map(titleTerm))],
    authors: [
      ...new Set([
        ...names.flatMap(nameTerms),
        ...placeTerms(names),
        ...foldTokens(journal).flatMap(abbreviateWord).map(journalTerm),
      ]),
    ],
    subject: [],
    body: [...foldTokens(text), ...foldAliases(`${title} ${text}`)],
    place: foldTokens(journal),
  };
}

import { expandWord, type Variant } from './expand-word.ts';
import { isStopWord } from './fold.ts';
import { isPhrase, type Query, type QueryPart, type QueryPhrase, type QueryWord } from './parse-query.ts';
import type { Field } from './query/query-operators.ts';
import type { PartMatch } from './rank-matches.ts';
import type { Dictionary, Postings, TermIndex } from './term-index.ts';
import { rarity } from './term-files/term-layout.ts';
import {
  authorTerm,
  firstAuthorTerm,
  isName,
  isWord,
  journalTerm,
  lastAuthorTerm,
  secondAuthorTerm,
  titleTerm,
} from './terms.ts';

/** The data that a search reads. */
export interface Sources {
  readonly index: TermIndex;
  readonly words: Dictionary;
  /** Year of each publication, by its number. */
  readonly years: ArrayLike<number>;
  /** Whether a publication has these words one after the other, stop words included; it has them all in some order. */
  readonly titlesOf: (document: number) => Promise<readonly string[]>;
  readonly hasPhrase: (document: number, tokens: readonly string[], field?: Field) => Promise<boolean>;
}

/** Publications for a part of a query; undefined when the index has nothing for it. */
export async function matchPart(
  { any }: QueryPart,
  position: number,
  query: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  sources: Sources,
): Promise<PartMatch | undefined> {
  const weights = new Map<number, number>();
  const exact = new Set<number>();
  const endings: { word: string; of: string; postings: Postings }[] = [];
  const raise = (document: number, weight: number) => {
    if (weight > (weights.get(document) ?? 0)) weights.set(document, weight);
  };
  const added: string[] = [];
  let known = false;
  const shared = await sharedRarity(any, variants, sources);
  const namesOnly = query.cites && isAllNames(query, variants);
  for (const one of any) {
    if (one.added === true) {
      const found = await (isPhrase(one)
        ? sources.index.phrase(one.tokens, one.synonym)
        : sources.index.postings(one.token));
      const share = shared(found) * addedFactor;
      for (const [document, weight] of found) {
        raise(document, Math.min(weight, phraseWeight) * share);
        exact.add(document);
      }
      if (found.size > 0) added.push(one.written);
      known ||= found.size > 0;
      continue;
    }
    if (isPhrase(one)) {
      known = true;
      for (const document of await documentsOf(one, sources)) {
        raise(document, phraseWeight);
        exact.add(document);
      }
      continue;
    }
    const own = variants.get(one) ?? [];
    // A year in a text weighs no more than the year of publication.
    const most = yearOf(one.token) === undefined ? Infinity : yearWeight;
    // In `Dai et al. 2022`, a word that is also a name counts only as the name.
    const isAuthor = namesOnly && own.some(({ term }) => isName(term) && term !== journalTerm(one.token));
    const earlier: { postings: Postings; share: number }[] = [];
    for (const { term, factor, kind, word } of isAuthor ? own.filter(({ term }) => !isWord(term)) : own) {
      const postings = await sources.index.postings(term);
      if (postings.size > 0) known = true;
      const share = factor * (isName(term) ? 1 : shared(postings));
      // Several forms of a word weigh as several occurrences of one: more than one of them, and less than their sum.
      const others = kind === 'ending' ? [...earlier] : [];
      for (const [document, weight] of postings) {
        let squares = (weight * share) ** 2;
        for (const other of others) squares += ((other.postings.get(document) ?? 0) * other.share) ** 2;
        raise(document, Math.min(Math.sqrt(squares), most));
        if (kind === 'word') exact.add(document);
      }
      if (kind === 'ending') endings.push({ word, of: one.written, postings });
      if (!isName(term)) earlier.push({ postings, share });
    }
    for (const { term, factor } of placesOfName(one, position, query, variants))
      for (const document of (await sources.index.postings(term)).keys())
        if (weights.has(document)) weights.set(document, weights.get(document)! * factor);
    if (one.initials !== undefined) {
      // `Young T cells`: the two may be words.
      const word = await sources.index.postings(one.token);
      const letters = isStopWord(one.initials) ? word : await sources.index.postings(one.initials);
      for (const [document, weight] of word) {
        if (!letters.has(document)) continue;
        known = true;
        raise(document, weight);
        exact.add(document);
      }
    }
    const year = yearOf(one.token);
    if (year !== undefined && one.field === undefined) {
      known = true;
      for (const document of documentsIn(year, sources.years)) {
        raise(document, yearWeight);
        exact.add(document);
      }
    }
  }
  const [single] = any;
  const isYear = any.length === 1 && single !== undefined && !isPhrase(single) && yearOf(single.token) !== undefined;
  return known ? { weights, exact, endings, required: !(query.reference && isYear), isYear, added } : undefined;
}

/** Whether each word of a query, but for years, is in a name of an author or a journal: `Health Priorities 2012` has words alone. */
const isAllNames = ({ parts }: Query, variants: ReadonlyMap<QueryWord, readonly Variant[]>): boolean =>
  parts.every(
    ({ any: [one] }) =>
      one === undefined ||
      isPhrase(one) ||
      yearOf(one.token) !== undefined ||
      variants.get(one)?.some(({ term }) => isName(term)) === true,
  );

/**
 * Terms that raise publications with the name as first or second author, with their factors. In a citation, the first name is
 * that of the first author, also after a given name, and the second of `Dai & Li 2022` is that of the second author. A single
 * name beside other words is more often that of the first or of the last author than of one between them.
 */
function placesOfName(
  { field, apart, token, initials }: QueryWord,
  position: number,
  query: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
): { readonly term: string; readonly factor: number }[] {
  const cites = query.cites || namesYear(query);
  if (field === 'title' || !(cites || query.parts.length <= mostNameWords)) return [];
  const names = [...variants].filter(([{ token: word }, own]) =>
    own.some(({ term, kind }) => isName(term) && term !== journalTerm(word) && kind === 'word'),
  );
  if (!(cites || initials !== undefined || names.length > 1))
    return [firstAuthorTerm, lastAuthorTerm].map((term) => ({ term: term(token), factor: placeFactor }));
  if (position === 0) return [{ term: firstAuthorTerm(token), factor: query.cites ? 2 : placeFactor }];
  if (position !== 1) return [];
  return [
    ...(apart === true ? [] : [{ term: firstAuthorTerm(token), factor: 1.15 }]),
    ...(query.cites ? [{ term: secondAuthorTerm(token), factor: 1.15 }] : []),
  ];
}

/**
 * All forms and synonyms of a word weigh as if they were one word, so that `analysi`, which five publications have, is no better
 * than `analysis`. Returns the factor for the weight of a form, from its postings.
 */
async function sharedRarity(
  any: QueryPart['any'],
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  { index, years: { length: total } }: Sources,
): Promise<(postings: Postings) => number> {
  const found = await Promise.all(
    any.flatMap((one) =>
      isPhrase(one)
        ? one.added === true
          ? [index.phrase(one.tokens, one.synonym)]
          : []
        : one.added === true
          ? [index.postings(one.token)]
          : (variants.get(one) ?? []).flatMap(({ term }) => (isName(term) ? [] : [index.postings(term)])),
    ),
  );
  const all = rarity(
    Math.min(
      total,
      found.reduce((sum, { size }) => sum + size, 0),
    ),
    total,
  );
  return ({ size }) => all / rarity(size, total);
}

/** Authors of the same name with other initials; undefined when there are none. */
export async function namesakes(
  { any: [one, ...others] }: QueryPart,
  { index }: Sources,
): Promise<PartMatch | undefined> {
  if (one === undefined || others.length > 0 || isPhrase(one) || one.initials === undefined) return undefined;
  const found = await index.postings(authorTerm(one.token));
  return found.size === 0 ? undefined : { weights: new Map(), endings: [], required: true, others: found };
}

/** True for a query of several words with a year, which may be a citation: its words may be those of a journal. */
export const namesYear = ({ parts, reference }: Query): boolean =>
  !reference &&
  parts.length > 2 &&
  parts.some(({ any: [one] }) => one && !isPhrase(one) && yearOf(one.token) !== undefined);

/**
 * A year that is one off still counts a little, in a query of three words or more, for a publication with all these words in its
 * title: what appears online in one year is often printed in the next.
 */
export async function withNearYears(
  matches: readonly PartMatch[],
  { parts, reference }: Query,
  { index, years }: Sources,
): Promise<readonly PartMatch[]> {
  const words = parts.flatMap(({ any: [one] }) => (one === undefined || isPhrase(one) ? [] : [one.token]));
  const [year, ...otherYears] = words.map(yearOf).filter((one) => one !== undefined);
  const others = words.filter((token) => yearOf(token) === undefined);
  if (reference || year === undefined || otherYears.length > 0 || others.length < 3 || words.length < parts.length)
    return matches;
  const [first, ...rest] = await Promise.all(others.map((token) => index.postings(titleTerm(token))));
  const near = [...first!.keys()].filter(
    (document) => Math.abs(years[document]! - year) === 1 && rest.every((found) => found.has(document)),
  );
  return matches.map((match) =>
    match.isYear === true
      ? {
          ...match,
          weights: new Map([...near.map((document) => [document, nearYearWeight] as const), ...match.weights]),
        }
      : match,
  );
}

const yearOf = (token: string): number | undefined => (/^(?:1[89]|20)\d\d$/.test(token) ? Number(token) : undefined);

function* documentsIn(year: number, years: ArrayLike<number>): Generator<number> {
  for (let document = 0; document < years.length; document += 1) if (years[document] === year) yield document;
}

/** Publications that have a phrase, or a word in any of its forms. */
export async function documentsOf(one: QueryWord | QueryPhrase, sources: Sources): Promise<readonly number[]> {
  if (!isPhrase(one)) {
    const variants = (await expandWord(one, sources.words)).filter(({ kind }) => kind === 'word');
    const postings = await Promise.all(variants.map(({ term }) => sources.index.postings(term)));
    return [...new Set(postings.flatMap((map) => [...map.keys()]))];
  }
  const words = one.tokens.filter((token) => !isStopWord(token));
  if (words.length === 0) return [];
  const found = await (words.length === 1 ? sources.index.postings(words[0]!) : sources.index.phrase(words));
  const isKnown = words.length === one.tokens.length && words.length <= sources.index.longestPhrase;
  if (one.field === undefined && isKnown) return [...found.keys()];
  // Where there are many, those with the words in their titles are verified first, then the newest: the same for each index.
  const titles = await Promise.all(words.map((word) => sources.index.postings(titleTerm(word))));
  const inTitle = (document: number) => Number(titles.every((title) => title.has(document)));
  const best = [...found.keys()].sort((a, b) => inTitle(b) - inTitle(a) || b - a).slice(0, mostVerified);
  const verified = await Promise.all(
    best.map(async (document) => ((await sources.hasPhrase(document, one.tokens, one.field)) ? [document] : [])),
  );
  return verified.flat();
}

const mostVerified = 200;
const phraseWeight = 8;
/** Factor for matches by a synonym. */
const addedFactor = 0.5;
/** Factor for a name where it is first or last. */
const placeFactor = 1.3;
const yearWeight = 4;
const nearYearWeight = 2;

/** In a longer query, two adjacent words are seldom a name. */
export const mostNameWords = 4;

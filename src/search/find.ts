import type { Corrections } from './correct-words.ts';
import { expandWord, type Variant } from './expand-word.ts';
import { isStopWord } from './fold.ts';
import { isPhrase, isQueryWord, type Query, type QueryPart, type QueryPhrase, type QueryWord } from './parse-query.ts';
import type { Field } from './query-operators.ts';
import {
  countEndings,
  enough,
  findRelated,
  intersect,
  mostStrict,
  rank,
  type Ending,
  type Slot,
} from './rank-matches.ts';
import type { Dictionary, Postings, TermIndex } from './term-index.ts';
import { rarity } from './term-files/term-layout.ts';
import { authorTerm, firstAuthorTerm, isName, isWord, journalTerm } from './terms.ts';

/** What the index says about a query. */
export interface Matches {
  /** Publications that have everything that was asked for, best first. */
  readonly documents: readonly number[];
  /** Others that have much of it, best first. */
  readonly related: readonly number[];
  /** Words, as typed, that no publication has. */
  readonly unknown: readonly string[];
  /** Unknown words, as typed, by the known word that was searched instead. */
  readonly corrected: ReadonlyMap<string, string>;
  /** Forms of the words with other endings, and the number of publications that have only them. */
  readonly endings: readonly Ending[];
  /** Other names of what was asked for, which nobody typed and publications have. */
  readonly added: readonly string[];
  /** Folded words that results may show, for marking. */
  readonly shown: readonly string[];
}

/** What a search looks into. */
export interface Sources {
  readonly index: TermIndex;
  readonly words: Dictionary;
  /** Year of each publication, by its number. */
  readonly years: ArrayLike<number>;
  /** Whether a publication has these words one after the other, stop words included; it has them all in some order. */
  readonly hasPhrase: (document: number, tokens: readonly string[], field?: Field) => Promise<boolean>;
}

/** Finds what a query asks for. */
export async function findMatches(query: Query, sources: Sources): Promise<Matches> {
  const variants = new Map<QueryWord, readonly Variant[]>();
  await Promise.all(
    query.parts
      .flatMap(({ any }) => any)
      .filter(isQueryWord)
      .map(async (word) => variants.set(word, await expandWord(word, sources.words))),
  );
  const lists = await dictionaries(query, sources.words);
  const named = withJournals(query, withGivenNames(query, variants, lists), lists);
  const slots: Slot[] = [];
  const unknown: QueryWord[] = [];
  const added = new Set<string>();
  for (const [position, part] of query.parts.entries()) {
    const slot = (await slotOf(part, position, query, named, sources)) ?? (await namesakes(part, sources));
    if (slot) slots.push(slot);
    else unknown.push(...part.any.filter(isQueryWord).filter((word) => word.added !== true));
    for (const name of slot?.added ?? []) added.add(name);
  }
  const none = await Promise.all(query.none.map((one) => documentsOf(one, sources)));
  const excluded = new Set(none.flatMap((documents) => [...documents]));
  // Most queries have no unknown word, and need no script that corrects them.
  const { corrected, corrections }: Corrections =
    unknown.length === 0
      ? { corrected: new Map(), corrections: [] }
      : await (await import('./correct-words.ts')).correctWords(unknown, slots, query, sources);
  const required = slots.filter((slot) => slot.required);
  const together = intersect([...required, ...corrections]);
  const all = (together.length > 0 ? together : intersect(required)).filter((document) => !excluded.has(document));
  const every = [...slots, ...corrections];
  // In a long query, a word with another ending is still most of what was asked for.
  const exact =
    every.length > mostStrict
      ? all
      : all.filter((document) => every.every((slot) => slot.exact?.has(document) ?? true));
  const documents = rank(exact.length > 0 ? exact : all, every);
  const listed = documents.length < enough;
  const inexact = listed ? rank(all, every).filter((document) => !documents.includes(document)) : [];
  const partly =
    query.reference || (listed && (query.parts.length > 1 || slots.some(({ others }) => others !== undefined)));
  return {
    documents,
    related: [...inexact, ...(partly ? findRelated(every, new Set([...all, ...excluded]), query) : [])],
    unknown: unknown.filter((word) => !corrected.has(word.written)).map(({ written }) => written),
    corrected,
    endings: countEndings(all, slots).map((ending) => ({ ...ending, listed })),
    added: [...added],
    shown: [
      ...new Set([...shownWords(query, variants), ...[...corrected.values()].flatMap((meant) => meant.split(' '))]),
    ],
  };
}

const dictionaries = async (
  query: Query,
  words: Dictionary,
): Promise<ReadonlyMap<QueryWord, ReadonlyMap<string, number>>> =>
  new Map(
    await Promise.all(
      query.parts
        .flatMap(({ any }) => any)
        .filter(isQueryWord)
        .map(async (word) => [word, await words(word.token)] as const),
    ),
  );

/**
 * Adds to a given name the family name beside it with that initial: `Mohammad Shahrbaf` finds `Shahrbaf MA`. Only in short
 * queries: in a title, two words beside each other are seldom a name.
 */
function withGivenNames(
  { parts }: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  lists: ReadonlyMap<QueryWord, ReadonlyMap<string, number>>,
): ReadonlyMap<QueryWord, readonly Variant[]> {
  const words = parts.map(({ any: [one] }) => (one === undefined || isPhrase(one) ? undefined : one));
  if (words.length < 2 || words.length > mostNameWords) return variants;
  const extended = new Map(variants);
  for (const [index, word] of words.entries()) {
    if (word === undefined || word.initials !== undefined || !/^\p{L}{2,}$/u.test(word.token)) continue;
    for (const beside of [words[index - 1], words[index + 1]]) {
      if (beside === undefined || beside.initials !== undefined) continue;
      const term = authorTerm(beside.token, word.token[0]);
      if (lists.get(beside)?.has(term) !== true) continue;
      extended.set(word, [...(extended.get(word) ?? []), { term, factor: 0.6, kind: 'word', word: beside.token }]);
    }
  }
  return extended;
}

const mostNameWords = 4;

/** In a citation, which has a year and the name of an author, the other words may be those of the journal: `Dai Front Public Health 2022`. */
function withJournals(
  query: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  lists: ReadonlyMap<QueryWord, ReadonlyMap<string, number>>,
): ReadonlyMap<QueryWord, readonly Variant[]> {
  if (!namesYear(query) || ![...variants.values()].flat().some(({ term }) => isName(term))) return variants;
  return new Map(
    [...variants].map(([one, own]) => {
      const term = journalTerm(one.token);
      const isJournal = one.field === undefined && one.initials === undefined && lists.get(one)?.has(term) === true;
      return [one, isJournal ? [...own, { term, factor: 1, kind: 'word', word: one.token }] : own];
    }),
  );
}

/** Publications for a part of a query; undefined when the index has nothing for it. */
async function slotOf(
  { any }: QueryPart,
  position: number,
  query: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  sources: Sources,
): Promise<Slot | undefined> {
  const weights = new Map<number, number>();
  const exact = new Set<number>();
  const endings: { word: string; of: string; postings: Postings }[] = [];
  const raise = (document: number, weight: number) => {
    if (weight > (weights.get(document) ?? 0)) weights.set(document, weight);
  };
  const added: string[] = [];
  let known = false;
  const shared = await sharedRarity(any, variants, sources);
  for (const one of any) {
    if (one.added === true) {
      const found = await (isPhrase(one) ? sources.index.phrase(one.tokens) : sources.index.postings(one.token));
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
    // In `Dai et al. 2022`, a word that is a name is the name.
    const isAuthor = query.cites && own.some(({ term }) => isName(term) && term !== journalTerm(one.token));
    for (const { term, factor, kind, word } of isAuthor ? own.filter(({ term }) => !isWord(term)) : own) {
      const postings = await sources.index.postings(term);
      if (postings.size > 0) known = true;
      const share = factor * (isName(term) ? 1 : shared(postings));
      for (const [document, weight] of postings) {
        raise(document, weight * share);
        if (kind === 'word') exact.add(document);
      }
      if (kind === 'ending') endings.push({ word, of: one.written, postings });
    }
    if (mayBeFirstAuthor(one, position, query))
      for (const document of (await sources.index.postings(firstAuthorTerm(one.token))).keys())
        if (weights.has(document)) weights.set(document, weights.get(document)! * firstAuthorFactor(position, query));
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

/** The first name of a citation is that of the first author, and may stand behind a given name. */
const mayBeFirstAuthor = ({ field, apart }: QueryWord, position: number, query: Query): boolean =>
  field !== 'title' &&
  (position === 0 || (position === 1 && apart !== true)) &&
  (query.parts.length <= mostNameWords || namesYear(query));

/**
 * Forms of a word and other names of it are as rare as the most frequent of them: `analysi`, which five publications have, is no
 * better than `analysis`. The result is the share of its weight that each keeps.
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
          ? [index.phrase(one.tokens)]
          : []
        : one.added === true
          ? [index.postings(one.token)]
          : (variants.get(one) ?? []).flatMap(({ term }) => (isName(term) ? [] : [index.postings(term)])),
    ),
  );
  const most = rarity(Math.max(0, ...found.map(({ size }) => size)), total);
  return ({ size }) => most / rarity(size, total);
}

/** Authors of the same name with other initials; undefined when there are none. */
async function namesakes({ any: [one, ...others] }: QueryPart, { index }: Sources): Promise<Slot | undefined> {
  if (one === undefined || others.length > 0 || isPhrase(one) || one.initials === undefined) return undefined;
  const found = await index.postings(authorTerm(one.token));
  return found.size === 0 ? undefined : { weights: new Map(), endings: [], required: true, others: found };
}

/** True for a query of several words with a year, which may be a citation: its words may be those of a journal. */
const namesYear = ({ parts, reference }: Query): boolean =>
  !reference &&
  parts.length > 2 &&
  parts.some(({ any: [one] }) => one && !isPhrase(one) && yearOf(one.token) !== undefined);

const yearOf = (token: string): number | undefined => (/^(?:1[89]|20)\d\d$/.test(token) ? Number(token) : undefined);

function* documentsIn(year: number, years: ArrayLike<number>): Generator<number> {
  for (let document = 0; document < years.length; document += 1) if (years[document] === year) yield document;
}

/** Publications that have a phrase, or a word in any of its forms. */
async function documentsOf(one: QueryWord | QueryPhrase, sources: Sources): Promise<readonly number[]> {
  if (!isPhrase(one)) {
    const variants = (await expandWord(one, sources.words)).filter(({ kind }) => kind === 'word');
    const postings = await Promise.all(variants.map(({ term }) => sources.index.postings(term)));
    return [...new Set(postings.flatMap((map) => [...map.keys()]))];
  }
  const words = one.tokens.filter((token) => !isStopWord(token));
  if (words.length === 0) return [];
  const found = await (words.length === 1 ? sources.index.postings(words[0]!) : sources.index.phrase(words));
  if (one.field === undefined && words.length === one.tokens.length) return [...found.keys()];
  const best = [...found].sort(([, a], [, b]) => b - a).slice(0, mostVerified);
  const verified = await Promise.all(
    best.map(async ([document]) => ((await sources.hasPhrase(document, one.tokens, one.field)) ? [document] : [])),
  );
  return verified.flat();
}

const mostVerified = 200;
const phraseWeight = 8;
/** Of what was asked for in other words. */
const addedFactor = 0.5;
const yearWeight = 4;
const firstAuthorFactor = (position: number, { cites }: Query): number => (position > 0 ? 1.15 : cites ? 2 : 1.3);

function shownWords(query: Query, variants: ReadonlyMap<QueryWord, readonly Variant[]>): string[] {
  return query.parts.flatMap(({ any }) =>
    any.flatMap((one) =>
      isPhrase(one)
        ? one.tokens.filter((token) => !isStopWord(token))
        : [one.token, ...(variants.get(one) ?? []).map(({ word }) => word)],
    ),
  );
}

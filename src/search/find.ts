import type { Corrections } from './correct-words.ts';
import { expandWord, type Variant } from './expand-word.ts';
import {
  documentsOf,
  mostNameWords,
  namesakes,
  namesYear,
  matchPart,
  withNearYears,
  type Sources,
} from './match-part.ts';
import { isStopWord } from './fold.ts';
import { isPhrase, isQueryWord, type Query, type QueryWord } from './parse-query.ts';
import { countEndings, enough, findRelated, intersect, rank, type Ending, type PartMatch } from './rank-matches.ts';
import { rankByTitle } from './rank-by-title.ts';
import type { Dictionary } from './term-index.ts';
import { authorTerm, isName, isWord, journalTerm } from './terms.ts';

/** What the index has for a query. */
export interface Matches {
  /** Publications that match all parts of the query, best first. */
  readonly documents: readonly number[];
  /** Publications that match only some parts, best first. */
  readonly related: readonly number[];
  /** Publications that have what no result may have. */
  readonly excluded: ReadonlySet<number>;
  /** Words, as typed, that no publication has. */
  readonly unknown: readonly string[];
  /** Unknown words, as typed, by the known word that was searched instead. */
  readonly corrected: ReadonlyMap<string, string>;
  /** Forms of the words with other endings, and the number of publications that have only them. */
  readonly endings: readonly Ending[];
  /** Synonyms that were added to the query and that publications have. */
  readonly added: readonly string[];
  /** Folded words that results may show, for marking. */
  readonly shown: readonly string[];
}

/** Finds the publications that match a query, in which some words were `joined`: as typed, with the word. */
export async function findMatches(
  asked: Query,
  sources: Sources,
  joined: ReadonlyMap<string, string> = new Map(),
): Promise<Matches> {
  const query = await withInitials(asked, sources.words);
  const variants = new Map<QueryWord, readonly Variant[]>();
  await Promise.all(
    query.parts
      .flatMap(({ any }) => any)
      .filter(isQueryWord)
      .map(async (word) => variants.set(word, await expandWord(word, sources.words))),
  );
  if (joined.size === 0 && [...variants.values()].some(({ length }) => length === 0)) {
    const both = await (await corrections()).joinWords(query, sources.words);
    if (both.joined.size > 0) return findMatches(both.query, sources, both.joined);
  }
  const lists = await dictionaries(query, sources.words);
  const named = withJournals(query, withGivenNames(query, variants, lists), lists);
  const { found, unknown } = await matchParts(query, named, sources);
  const matches = await withNearYears(found, query, sources);
  const none = await Promise.all(query.none.map((one) => documentsOf(one, sources)));
  const excluded = new Set(none.flatMap((documents) => [...documents]));
  const { corrected, meant, impossible }: Corrections =
    unknown.length === 0
      ? { corrected: joined, meant: [], impossible: false }
      : await (await corrections()).correctWords(unknown, joined, matches, query, sources);
  const every = impossible ? [] : [...matches, ...meant];
  const required = every.filter((match) => match.required);
  const together = intersect(every.filter((match) => match.required || meant.includes(match)));
  const all = (together.length > 0 ? together : intersect(required)).filter((document) => !excluded.has(document));
  // In a long query, one word with another ending matters little; in one of two words, it does where enough have the words.
  const exact =
    every.length > 2 ? all : all.filter((document) => every.every((match) => match.exact?.has(document) ?? true));
  const wordsFirst = every.length === 1 || (every.length === 2 && hasName(named));
  const likely = exact.length < (wordsFirst ? 1 : enough) ? all : exact;
  const ranked = await rankByTitle(rank(likely, every, wordsFirst), query, corrected, sources);
  const documents = ranked.map(({ document }) => document);
  const few = documents.length < enough;
  const inexact = few
    ? rank(all, every, wordsFirst).flatMap(({ document }) => (documents.includes(document) ? [] : [document]))
    : [];
  const partly =
    query.reference || (few && (query.parts.length > 1 || matches.some(({ others }) => others !== undefined)));
  return {
    documents,
    related: [...inexact, ...(partly ? findRelated(every, new Set([...all, ...excluded]), query) : [])],
    excluded,
    unknown: unknown.filter((word) => !corrected.has(word.written)).map(({ written }) => written),
    corrected,
    endings: countEndings(all, matches).map((ending) => ({ ...ending, listed: few || likely === all })),
    added: [...new Set(matches.flatMap((match) => match.added ?? []))],
    shown: [
      ...new Set([...shownWords(query, variants), ...[...corrected.values()].flatMap((words) => words.split(' '))]),
    ],
  };
}

/** Loaded only for a query with an unknown word. */
const corrections = () => import('./correct-words.ts');

/** Whether a word is that of an author: with another ending, the word beside it is seldom meant. */
const hasName = (variants: ReadonlyMap<QueryWord, readonly Variant[]>): boolean =>
  [...variants.values()].flat().some(({ term, kind }) => isName(term) && kind === 'word');

/** The publications for each part of the query that has some, and the words of the other parts. */
async function matchParts(
  query: Query,
  variants: ReadonlyMap<QueryWord, readonly Variant[]>,
  sources: Sources,
): Promise<{ readonly found: readonly PartMatch[]; readonly unknown: readonly QueryWord[] }> {
  const found: PartMatch[] = [];
  const unknown: QueryWord[] = [];
  for (const [position, part] of query.parts.entries()) {
    const match = (await matchPart(part, position, query, variants, sources)) ?? (await namesakes(part, sources));
    if (match) found.push(part.strict === true ? { ...match, strict: true } : match);
    else unknown.push(...part.any.filter(isQueryWord).filter((word) => word.added !== true));
  }
  // `Cancer Risk Iran 2015`, `Cancer 2015`: where no publication has them all as names, and some as words, they are words.
  if (query.cites && !haveAll(found)) {
    const words = await matchParts({ ...query, cites: false }, variants, sources);
    if (haveAll(words.found)) return words;
  }
  return { found, unknown };
}

const haveAll = (found: readonly PartMatch[]): boolean =>
  intersect(found.filter(({ required }) => required)).length > 0;

/** Assigns initials between two words to the name that the index has with these initials; those of a second given name to none. */
async function withInitials(query: Query, words: Dictionary): Promise<Query> {
  const parts = [...query.parts];
  for (const [
    index,
    {
      any: [word, ...others],
    },
  ] of parts.entries()) {
    const before = parts[index - 1]?.any[0];
    if (word === undefined || isPhrase(word) || others.length > 0 || word.between !== true) continue;
    if (before === undefined || isPhrase(before)) continue;
    const { initials = '', token, written } = word;
    // In `Dai J Public Health 2022`, the letter is that of a journal.
    if (initials === 'j' && namesYear(query) && (await words(token)).has(journalTerm(token))) {
      parts[index] = { any: [{ token, written }] };
      continue;
    }
    const [own, other] = await Promise.all([words(word.token), words(before.token)]);
    const [given = ''] = before.token;
    const isOwn = own.has(authorTerm(token, initials[0]));
    // `Sara A. Karimi` is Karimi SA, or Karimi S.
    if (own.has(authorTerm(token, given + initials)) || (!isOwn && own.has(authorTerm(token, given))))
      parts[index] = { any: [{ token, written }] };
    else if (!isOwn && other.has(authorTerm(before.token, initials[0]))) {
      parts[index - 1] = { any: [{ ...before, initials }] };
      parts[index] = { any: [{ token, written }] };
    }
  }
  return { ...query, parts };
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
      const own = extended.get(word) ?? [];
      // `Application Martin`: a word that is in texts and in no name is probably no given name.
      const kind =
        own.some((other) => isWord(other.term)) && !own.some((other) => isName(other.term)) ? 'near' : 'word';
      extended.set(word, [...own, { term, factor: 0.6, kind, word: beside.token }]);
    }
  }
  return extended;
}

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

function shownWords(query: Query, variants: ReadonlyMap<QueryWord, readonly Variant[]>): string[] {
  return query.parts.flatMap(({ any }) =>
    any.flatMap((one) =>
      isPhrase(one)
        ? one.tokens.filter((token) => !isStopWord(token))
        : [one.token, ...(variants.get(one) ?? []).map(({ word }) => word)],
    ),
  );
}

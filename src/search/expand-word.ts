import type { QueryWord } from './parse-query.ts';
import { stemOf } from './stem-of.ts';
import type { Dictionary } from './term-index.ts';
import { authorTerm, isWord, titleTerm } from './terms.ts';

/** A term that is searched for a word of a query. */
export interface Variant {
  readonly term: string;
  /** Share of the weight of the term, from 0 to 1 and above for names. */
  readonly factor: number;
  /** `word`: the word itself; `ending`: with another ending; `begins`: a longer word; `near`: with another spelling. */
  readonly kind: 'word' | 'ending' | 'begins' | 'near';
  /** The word as the index has it, without a tag. */
  readonly word: string;
}

/** Terms for a word of a query, the word itself first. Empty when the index has nothing like it. */
export async function expandWord(
  { token, field, open, initials: written }: QueryWord,
  words: Dictionary,
): Promise<readonly Variant[]> {
  const list = await words(token, open === true ? 'beginning' : 'word');
  const has = (term: string): boolean => list.has(term);
  // `A Literature Review`: no name, so no initials.
  const initials = has(authorTerm(token)) ? written : undefined;
  const tagged = field === 'title' ? titleTerm : (word: string) => word;
  const variants: Variant[] = [];
  const add = (term: string, word: string, factor: number, kind: Variant['kind']) => {
    if (has(term)) variants.push({ term, factor, kind, word });
  };
  if (open === true) {
    const longer = [...list.keys()].filter((term) => isWord(term) && term.startsWith(token));
    for (const word of mostFrequent(longer, list, mostLonger)) {
      if (field !== 'author') add(tagged(word), word, word === token ? 1 : 0.9, 'word');
      if (field !== 'title') add(authorTerm(word), word, 1, 'word');
    }
    const names = [...list.keys()].filter((term) => term.startsWith(token) && term.endsWith(authorTerm('')));
    if (field !== 'title')
      for (const name of mostFrequent(names, list, mostLonger)) add(name, name.slice(0, -1), 1, 'word');
    return variants;
  }
  if (field !== 'title') {
    if (initials === undefined) add(authorTerm(token), token, nameFactor, 'word');
    else for (const [term, factor] of namesWithInitials(token, initials, list)) add(term, token, factor, 'word');
  }
  if (field !== 'author' && initials === undefined) {
    add(tagged(token), token, 1, 'word');
    const stem = stemOf(token);
    const family = [...list.keys()].filter(
      (word) => word !== token && isWord(word) && word.startsWith(stem.slice(0, 3)) && stemOf(word) === stem,
    );
    for (const word of mostFrequent(family, list, mostEndings)) add(tagged(word), word, endingFactor, 'ending');
  }
  return variants;
}

/** Terms for the name with these initials; `Karimi SA` is also `Karimi S`, and the reverse. */
function namesWithInitials(
  name: string,
  initials: string,
  list: ReadonlyMap<string, number>,
): (readonly [string, number])[] {
  const start = authorTerm(name);
  return [...list.keys()].flatMap((term): (readonly [string, number])[] => {
    if (!term.startsWith(start) || term.length === start.length) return [];
    const own = term.slice(start.length);
    if (own === initials) return [[term, nameFactor * 1.5]];
    if (own.startsWith(initials) || initials.startsWith(own)) return [[term, nameFactor]];
    return [];
  });
}

const mostFrequent = (terms: readonly string[], list: ReadonlyMap<string, number>, most: number): string[] =>
  terms.toSorted((a, b) => (list.get(b) ?? 0) - (list.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, most);

/** A name weighs more than a word, because who types a name looks for the person. */
const nameFactor = 1.2;
const endingFactor = 0.7;
const mostEndings = 8;
const mostLonger = 24;

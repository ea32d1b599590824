import { isPhrase, type Query, type QueryPhrase, type QueryWord } from '../parse-query.ts';
import type { Dictionary } from '../term-index.ts';
import { parseSynonym } from '../terms.ts';

/**
 * Adds synonyms from the vocabulary of the site to the words of a short query: `heart attack` also finds `myocardial infarction`.
 * Pasted titles and references stay as they are.
 */
export async function widenQuery(query: Query, words: Dictionary): Promise<Query> {
  const plain = query.parts.map(({ any }) => (any.length === 1 && isPlain(any[0]!) ? any[0] : undefined));
  if (query.reference || query.cites || query.parts.length > mostWords) return query;
  const lists = await Promise.all(plain.map(async (word) => (word ? words(word.token) : undefined)));
  const additions = query.parts.map((): (QueryWord | QueryPhrase)[] => []);
  for (let start = 0; start < plain.length;) {
    const found = [...(lists[start]?.keys() ?? [])].flatMap((term) => {
      const synonym = parseSynonym(term, plain[start]!.token);
      const matches = synonym?.rest.every((token, index) => plain[start + index + 1]?.token === token);
      // `IL-6` is one name, in which `IL` does not mean what it means alone.
      const isNumbered = synonym?.rest.length === 0 && /^\d{1,3}$/.test(plain[start + 1]?.token ?? '');
      return synonym && matches && !isNumbered ? [{ ...synonym, term }] : [];
    });
    // The longest phrase counts: `heart attack` before `heart`.
    const length = Math.max(0, ...found.map(({ rest }) => rest.length));
    const others = found.filter(({ rest }) => rest.length === length).slice(0, mostAdded);
    for (const { other, term } of others) {
      // The synonym is an alternative to each word of the phrase, so a result needs the synonym or all these words.
      const added = nameOf(other, term);
      for (let index = start; index <= start + length; index += 1) additions[index]!.push(added);
    }
    start += length + 1;
  }
  return { ...query, parts: query.parts.map((part, index) => ({ ...part, any: [...part.any, ...additions[index]!] })) };
}

const isPlain = (one: QueryWord | QueryPhrase): one is QueryWord =>
  !isPhrase(one) && one.field === undefined && one.open !== true && one.initials === undefined;

const nameOf = (tokens: readonly string[], synonym: string): QueryWord | QueryPhrase => {
  const written = tokens.join(' ');
  return tokens.length === 1 ? { token: tokens[0]!, written, added: true } : { tokens, written, added: true, synonym };
};

const mostWords = 6;
const mostAdded = 6;

import { expandWord } from '../expand-word.ts';
import { isPhrase, type Query, type QueryPart, type QueryWord } from '../parse-query.ts';
import type { Dictionary } from '../term-index.ts';

/**
 * Joins two words beside each other where no publication has the one of them, and some have both as one word: `pre-eclampsia` is
 * `preeclampsia`. Returns what was joined too, as typed, with the word.
 */
export async function joinWords(
  query: Query,
  words: Dictionary,
): Promise<{ readonly query: Query; readonly joined: ReadonlyMap<string, string> }> {
  const joined = new Map<string, string>();
  const parts: QueryPart[] = [];
  const known = await Promise.all(
    query.parts.map(async (part) => {
      const word = plainWord(part);
      return word !== undefined && (await expandWord(word, words)).length > 0;
    }),
  );
  for (const [index, part] of query.parts.entries()) {
    const [first, second] = [parts.at(-1), part].map((one) => one && plainWord(one));
    const token = first && second && (!known[index - 1] || !known[index]) ? first.token + second.token : undefined;
    if (token !== undefined && (await words(token)).has(token)) {
      const written = `${first!.written} ${second!.written}`;
      parts[parts.length - 1] = { any: [{ token, written }] };
      joined.set(written, token);
    } else parts.push(part);
  }
  return joined.size === 0 ? { query, joined } : { query: { ...query, parts }, joined };
}

/** The word of a part that is nothing but a word. */
function plainWord({ any: [one, ...others], strict }: QueryPart): QueryWord | undefined {
  if (one === undefined || others.length > 0 || strict === true || isPhrase(one)) return undefined;
  return one.field === undefined && one.open !== true && one.initials === undefined ? one : undefined;
}

import type { PagefindNames } from './search-data.ts';
import type { Postings, TermIndex } from './term-index.ts';

/*
 * Terms in Pagefind. Each is one word with a mark at its end. Without the mark, Pagefind would also find longer words that begin
 * with the word, and stem English words.
 */

/** A letter (U+01C3) that no language writes after other letters. */
const endMark = 'ǃ';

/** The word of the index for a term. */
export const pagefindWord = (term: string): string => term + endMark;

/** Titles before subjects before other text before journals and affiliations; names differ from words by their terms. */
const ranking = { termSimilarity: 1, pageLength: 0.4, metaWeights: { title: 8, authors: 10, subject: 2, place: 0.3 } };

/** Factor from scores of Pagefind to weights of the files of terms. */
const scale = 0.25;

interface Pagefind {
  createInstance(options: object): PagefindInstance;
}

interface PagefindInstance {
  search(term: string): Promise<{ readonly results: readonly { readonly id: string; readonly score: number }[] }>;
}

/** Opens the index of Pagefind below `root`, the address of the home page. Its files are loaded when they are asked. */
export async function openPagefind(
  root: string,
  { ids, idLength, clashes }: PagefindNames,
  version: string,
): Promise<TermIndex> {
  const numbers = new Map<string, number>(Object.entries(clashes));
  for (let start = 0; start < ids.length; start += idLength)
    numbers.set(ids.slice(start, start + idLength), start / idLength);
  const folder = `${root}pagefind/`;
  allowWorkers([`${folder}pagefind-worker.js`]);
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js?v=${version}`)) as Pagefind;
  // A separate instance, so that it shares nothing with another search on the page.
  const index = pagefind.createInstance({ basePath: folder, baseUrl: root, metaCacheTag: version, ranking });
  const asked = new Map<string, Promise<Postings>>();
  const ask = (text: string): Promise<Postings> => {
    const before = asked.get(text);
    if (before) return before;
    const answer = index.search(text).then(
      ({ results }) =>
        new Map(
          results.flatMap(({ id, score }): (readonly [number, number])[] => {
            const name = id.slice(id.indexOf('_') + 1);
            const document = numbers.get(name) ?? numbers.get(name.slice(0, idLength));
            return document === undefined ? [] : [[document, score * scale]];
          }),
        ),
    );
    asked.set(text, answer);
    answer.catch(() => asked.delete(text));
    return answer;
  };
  return {
    longestPhrase: Infinity,
    postings: (term) => ask(pagefindWord(term)),
    phrase: (words) => ask(`"${words.map(pagefindWord).join(' ')}"`),
  };
}

/** The Trusted Types API, in browsers that have it. */
interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/** Allows workers at these addresses only: Pagefind passes an address as a string, which Trusted Types forbid. */
function allowWorkers(addresses: readonly string[]): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      if (addresses.includes(address)) return address;
      throw new TypeError(`no script may be loaded from ${address}`);
    },
  });
}

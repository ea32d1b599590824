import { identifierFiles, identifierKey } from './identifiers.ts';
import { isKnown, nearestWord, parseWordList, type WordList } from './near-words.ts';
import { parseQuery, type Query } from './parse-query.ts';
import {
  nameWithYear,
  recordsPerFile,
  slugsPerFile,
  spread,
  wordFile,
  type Facet,
  type FacetName,
  type IdentifierTarget,
  type SearchDocuments,
  type ShownPerson,
  type ShownRecord,
} from './search-data.ts';

/** The result of a query. */
export interface Found {
  readonly query: Query;
  /** Numbers of the publications, best first. */
  readonly documents: readonly number[];
  /** Words, as typed, that no publication has; the results have the other words. */
  readonly unknown: readonly string[];
  /** The query with those words replaced by similar known ones. */
  readonly suggestion?: string;
  /** True when no publication has all words, and the results have all but one. */
  readonly partly: boolean;
}

/** The search of a site, in the browser. */
export interface Search {
  readonly documents: SearchDocuments;
  find(text: string): Promise<Found>;
  facet(name: FacetName): Promise<Facet>;
  records(documents: readonly number[]): Promise<readonly ShownRecord[]>;
  slugs(documents: readonly number[]): Promise<readonly string[]>;
  /** Numbers of the publications, sorted by title. */
  titleOrder(): Promise<readonly number[]>;
  people(): Promise<readonly ShownPerson[]>;
}

/** `root` is the address of the home page, with its slash at the end. */
export async function openSearch(root: string): Promise<Search> {
  const documents = await load<SearchDocuments>(`${root}search/documents.json`, { cache: 'no-cache' });
  const file = once(<T>(path: string) => load<T>(`${root}search/${path}?v=${documents.version}`));
  const wordList = once(async (number: number) =>
    parseWordList(await (await request(`${root}search/words/${number}.txt?v=${documents.version}`)).text()),
  );
  const words = (start: string) => wordList(wordFile(start, documents.wordFiles));
  const engine = once(() => startEngine(root, documents));
  return {
    documents,
    async find(text) {
      const query = parseQuery(text);
      if (query.words.length === 0) return { query, documents: [], unknown: [], partly: false };
      const [{ search }, counts] = await Promise.all([engine(''), countWords(query.words, words)]);
      const unknown = query.words.filter((word) => counts.get(word) === 0);
      const spelling = await suggestSpelling(text, query, unknown, words);
      const [result, called] = await Promise.all([
        findDocuments(query, counts, search, documents.parts.length),
        findByNameAndYear(query, words, search),
      ]);
      const first = new Set(called);
      const order = [
        ...result.documents.filter((document) => first.has(document)),
        ...result.documents.filter((document) => !first.has(document)),
      ];
      return {
        query,
        ...result,
        documents: order,
        unknown: unknown.map((word) => query.written[word] ?? word),
        ...spelling,
      };
    },
    facet: async (name) => documents.facets[name] ?? file<Facet>(`facets/${name}.json`),
    async records(numbers) {
      const groups = await Promise.all(
        numbers.map((number) => file<readonly ShownRecord[]>(`records/${Math.floor(number / recordsPerFile)}.json`)),
      );
      return groups.flatMap((group, index) => group[numbers[index]! % recordsPerFile] ?? []);
    },
    async slugs(numbers) {
      const lists = await Promise.all(
        numbers.map((number) => file<readonly string[]>(`slugs/${Math.floor(number / slugsPerFile)}.json`)),
      );
      return lists.flatMap((list, index) => list[numbers[index]! % slugsPerFile] ?? []);
    },
    titleOrder: () => file('title-order.json'),
    people: async () => (documents.people ? file<readonly ShownPerson[]>('people.json') : []),
  };
}

/** The target of a query that is an identifier; undefined for all other queries. Loads one small file. */
export async function findIdentifier(text: string, root: string, total: number): Promise<IdentifierTarget | undefined> {
  const key = identifierKey(text);
  if (key === undefined || total === 0) return undefined;
  const number = spread(key, identifierFiles(total));
  return (
    await load<Record<string, IdentifierTarget>>(`${root}search/identifiers/${number}.json`, { cache: 'no-cache' })
  )[key];
}

/** Number of publications that have each word; 0 for unknown words. */
async function countWords(
  tokens: readonly string[],
  listOf: (token: string) => Promise<WordList>,
): Promise<ReadonlyMap<string, number>> {
  const counts = await Promise.all(
    tokens.map(async (token) => {
      const list = await listOf(token);
      return [token, isKnown(token, list) ? (list.get(token) ?? 1) : 0] as const;
    }),
  );
  return new Map(counts);
}

/** The query with each unknown word replaced by the nearest known one; empty when there is none. */
async function suggestSpelling(
  text: string,
  query: Query,
  unknown: readonly string[],
  words: (start: string) => Promise<WordList>,
): Promise<{ suggestion?: string }> {
  let suggestion = text;
  for (const token of unknown) {
    const [first = '', second = '', third = ''] = token;
    const starts = [token, second + first, first + third, second + third];
    const nearest = nearestWord(token, [...new Set(await Promise.all(starts.map(words)))]);
    if (nearest !== undefined) suggestion = suggestion.replace(query.written[token] ?? token, () => nearest);
  }
  return suggestion === text ? {} : { suggestion };
}

/** Searches one string with Pagefind; results are sorted, best first. */
type Engine = (term: string) => Promise<readonly { readonly document: number; readonly score: number }[]>;

async function findDocuments(
  { words, phrases }: Query,
  counts: ReadonlyMap<string, number>,
  search: Engine,
  parts: number,
): Promise<Pick<Found, 'documents' | 'partly'>> {
  const known = words.filter((word) => counts.get(word) !== 0);
  if (known.length === 0) return { documents: [], partly: false };
  const together = await search(known.join(' '));
  const asked = await Promise.all([
    ...phrases.filter((phrase) => phrase.length > 1).map((phrase) => search(`"${phrase.join(' ')}"`)),
    // A part without a word ignores that word, and returns publications with the others. Only rare words can be missing.
    ...(parts > 1 && known.length > 1 ? known.filter((word) => (counts.get(word) ?? 0) < rare).map(search) : []),
  ]);
  const sets = asked.map((results) => new Set(results.map(({ document }) => document)));
  const documents = together
    .map(({ document }) => document)
    .filter((document) => sets.every((set) => set.has(document)));
  if (documents.length > 0 || phrases.length > 0 || known.length < 3 || known.length > relaxedLimit)
    return { documents, partly: false };
  const scores = new Map<number, number>();
  for (const omitted of known) {
    for (const { document, score } of await search(known.filter((word) => word !== omitted).join(' ')))
      scores.set(document, Math.max(scores.get(document) ?? 0, score));
  }
  const nearly = [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b - a).map(([document]) => document);
  return { documents: nearly, partly: nearly.length > 0 };
}

/** Publications whose first author and year are in the query, such as `chen 2020`. */
async function findByNameAndYear(
  { words }: Query,
  listOf: (token: string) => Promise<WordList>,
  search: Engine,
): Promise<readonly number[]> {
  const [year, ...otherYears] = words.filter((word) => /^\d{4}$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  if (year === undefined || otherYears.length > 0 || names.length === 0 || names.length > nameWordLimit) return [];
  const called = names.map((name) => nameWithYear(name, year));
  const lists = await Promise.all(called.map(listOf));
  if (!called.every((word, index) => lists[index]!.has(word))) return [];
  return (await search(called.join(' '))).map(({ document }) => document);
}

/** Largest number of words in a family name. */
const nameWordLimit = 4;

/** A word in fewer publications than this may be missing in a part of the index. */
const rare = 60;

/** Largest number of words for which a query is repeated without each of them: more would take too long. */
const relaxedLimit = 30;

interface Pagefind {
  createInstance(options: object): PagefindInstance;
}

interface PagefindInstance {
  mergeIndex(path: string, options: object): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly { readonly id: string; readonly score: number }[] }>;
}

/** Ranks titles before authors before other text, and whole words before beginnings of words. */
const ranking = {
  termSimilarity: 1.5,
  pageLength: 0.4,
  metaWeights: { title: 10, first: 8, authors: 4, subject: 2, year: 24 },
};

async function startEngine(
  root: string,
  { parts, version, ids, idLength, clashes }: SearchDocuments,
): Promise<{ search: Engine }> {
  const numbers = new Map<string, number>(Object.entries(clashes));
  for (let start = 0; start < ids.length; start += idLength)
    numbers.set(ids.slice(start, start + idLength), start / idLength);
  const [first = '', ...others] = parts.map((path) => root + path);
  if (first === '') return { search: () => Promise.resolve([]) };
  allowWorkers(parts.map((path) => `${root}${path}pagefind-worker.js`));
  const pagefind = (await import(/* @vite-ignore */ `${first}pagefind.js?v=${version}`)) as Pagefind;
  // A separate instance, so that it does not share the parts that another search on the page has merged.
  const index = pagefind.createInstance({ basePath: first, baseUrl: root, metaCacheTag: version, ranking });
  await Promise.all(others.map((path) => index.mergeIndex(path, { metaCacheTag: version, ranking })));
  return {
    async search(term) {
      const { results } = await index.search(term);
      return results.flatMap(({ id, score }) => {
        const name = id.slice(id.indexOf('_') + 1);
        const document = numbers.get(name) ?? numbers.get(name.slice(0, idLength));
        return document === undefined ? [] : [{ document, score }];
      });
    },
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

const load = async <T>(address: string, options?: RequestInit): Promise<T> =>
  (await (await request(address, options)).json()) as T;

async function request(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/** Calls `ask` once for each name, and again after a failure. */
function once<Name, Value>(ask: (name: Name) => Promise<Value>): typeof ask {
  const asked = new Map<Name, Promise<Value>>();
  return (name) => {
    const before = asked.get(name);
    if (before) return before;
    const answer = ask(name);
    asked.set(name, answer);
    answer.catch(() => asked.delete(name));
    return answer;
  };
}

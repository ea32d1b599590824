import { findMatches, type Matches } from './find.ts';
import type { Sources } from './match-part.ts';
import { once } from './once.ts';
import { foldPhrase, foldTokens } from './fold.ts';
import { widenQuery } from './vocabulary/widen-query.ts';
import type { Dictionary, Postings } from './term-index.ts';
import { mayHaveIdentifiers, mayHaveOperators, parseQuery, type Query, type QueryReaders } from './parse-query.ts';
import { plainTitle } from './records/plain-title.ts';
import { unpackRecords } from './records/packed-records.ts';
import {
  nothingMore,
  numbersOf,
  parseWordList,
  recordFile,
  slugsPerFile,
  wordFile,
  yearsOf,
  type Facet,
  type FacetName,
  type IdentifierTarget,
  type SearchDocuments,
  type ShownDetails,
  type ShownPerson,
  type ShownRecord,
} from './search-data.ts';

/** The result of a query. */
export interface Found extends Omit<Matches, 'documents' | 'related' | 'excluded'> {
  readonly query: Query;
  /** Numbers of the publications, best first. */
  readonly documents: readonly number[];
  /** Publications that have only some of the words, best first. They are listed where few have all words. */
  readonly related: readonly number[];
  /** True when no publication has all words, and `documents` have most of them. */
  readonly partly: boolean;
  /** The text that was searched instead, where it was typed with the wrong keyboard layout. */
  readonly retyped?: string;
}

export interface FindOptions {
  /** True while a reader types: the last word may be the beginning of one. */
  readonly typing?: boolean;
  /** False to search without synonyms. */
  readonly widen?: boolean;
}

/** The search of a site, in the browser. */
export interface Search {
  readonly documents: SearchDocuments;
  find(text: string, options?: FindOptions): Promise<Found>;
  facet(name: FacetName): Promise<Facet>;
  records(documents: readonly number[]): Promise<readonly ShownRecord[]>;
  /** Abstracts and summaries of a record, and what else it is found by. */
  details(record: ShownRecord): Promise<ShownDetails>;
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
  const bytes = once(
    async (path: string) =>
      new Uint8Array(await (await request(`${root}search/${path}?v=${documents.version}`)).arrayBuffer()),
  );
  const openIndex = once(() =>
    openEngine(root, documents, bytes, (start) => wordList(wordFile(start, documents.wordFiles))),
  );
  const years = yearsOf(documents);
  const facet = async (name: FacetName): Promise<Facet> => documents.facets[name] ?? file<Facet>(`facets/${name}.json`);
  const recordTexts = documents.recordTexts?.split('\n');
  const recordGroup = once(async (number: number): Promise<readonly ShownRecord[]> => {
    const response = await request(`${root}search/${recordFile(number)}?v=${documents.version}`);
    return recordTexts ? unpackRecords(await response.text(), recordTexts) : ((await response.json()) as ShownRecord[]);
  });
  const records = async (numbers: readonly number[]): Promise<readonly ShownRecord[]> => {
    const groups = await Promise.all(
      numbers.map((number) => recordGroup(Math.floor(number / documents.recordsPerFile))),
    );
    return groups.flatMap((group, index) => group[numbers[index]! % documents.recordsPerFile] ?? []);
  };
  const citation = once(async (slug: string) => readCitation(`${root}publications/${slug}.ris`));
  const details = async ({ texts, more, topics = [], slug, lang, authors }: ShownRecord): Promise<ShownDetails> => {
    if (texts) return { texts, more: more ?? nothingMore };
    const lines = await citation(slug);
    const of = (tag: string) => lines.flatMap(([name, value]) => (name === tag ? [value] : []));
    return {
      texts: of('AB').map((text) => [lang, text]),
      more: { authors: of('AU').slice(authors.length), keywords: of('KW'), topics },
    };
  };
  const titlesOf = async (document: number): Promise<readonly string[]> =>
    (await records([document])).flatMap(({ title, titles = {} }) => [title, ...Object.values(titles)].map(plainTitle));
  const hasPhrase = async (document: number, tokens: readonly string[], field?: 'title' | 'author') => {
    const [[record], titles] = await Promise.all([records([document]), titlesOf(document)]);
    if (!record) return false;
    const others = async () => {
      const { texts, more } = await details(record);
      return [...texts.map(([, text]) => text), ...more.keywords, record.container ?? ''];
    };
    const all = field === 'title' ? titles : [...titles, ...(await others())];
    return all.some((text) => ` ${foldPhrase(text).join(' ')} `.includes(` ${tokens.join(' ')} `));
  };
  const findWords = async (text: string, { typing = false, widen = !typing }: FindOptions = {}): Promise<Found> => {
    const written = parseQuery(text, typing, await readersFor(text));
    // The index is large, so it is opened only for a query with words.
    const asks = written.parts.length > 0 || written.none.length > 0;
    const engine = asks ? await openIndex('') : undefined;
    const query = engine && widen ? await widenQuery(written, engine.words) : written;
    const [identified, inJournals] = await Promise.all([
      findIdentified(query, root, documents.total),
      findJournals(query, documents, facet),
    ]);
    const matches = engine ? await findMatches(query, { ...engine, years, titlesOf, hasPhrase }) : noMatches;
    const { from = -Infinity, to = Infinity } = query.years ?? {};
    const asked = (document: number): boolean =>
      years[document]! >= from && years[document]! <= to && (inJournals?.has(document) ?? true);
    const filters = query.years !== undefined || inJournals !== undefined;
    const all =
      query.parts.length === 0 && filters
        ? allNumbers(documents.total).filter((document) => !matches.excluded.has(document))
        : matches.documents;
    const complete = [...new Set([...identified, ...all])].filter(asked);
    const related = matches.related.filter((document) => asked(document) && !identified.includes(document));
    const partly = complete.length === 0 && related.length > 0;
    return {
      ...matches,
      unknown: [...matches.unknown, ...(inJournals?.size === 0 ? query.journals : [])],
      query,
      documents: partly ? related : complete,
      related: partly ? [] : related,
      partly,
    };
  };
  return {
    documents,
    async find(text, options) {
      const found = await findWords(text, options);
      if (options?.typing === true || !isUnknown(found)) return found;
      const layouts = await import('./vocabulary/keyboard-layouts.ts');
      for (const retyped of layouts.otherKeyboards(text)) {
        const other = await findWords(retyped, options);
        const better = other.unknown.length === 0 && (other.corrected.size === 0 || found.documents.length === 0);
        if (better && other.documents.length > 0 && !other.partly) return { ...other, retyped };
      }
      return found;
    },
    facet,
    records,
    details,
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

/** Whether the site has none of the words. */
const isUnknown = ({ query, unknown, corrected }: Found): boolean =>
  query.parts.length > 0 &&
  query.identifiers.length + query.operators.length === 0 &&
  unknown.length + corrected.size >= query.parts.length;

type Engine = Pick<Sources, 'index' | 'words'>;

async function openEngine(
  root: string,
  { index, version, total }: SearchDocuments,
  load: (path: string) => Promise<Uint8Array>,
  words: Dictionary,
): Promise<Engine> {
  if (index === undefined) return { index: { longestPhrase: Infinity, postings: none, phrase: none }, words };
  // Each site has one of the two.
  if ('ids' in index) {
    const pagefind = await import('./pagefind-terms.ts');
    return { index: await pagefind.openPagefind(root, index, version), words };
  }
  const files = await import('./term-files/open-term-files.ts');
  return files.openTermFiles(index, total, load, words);
}

const none = (): Promise<Postings> => Promise.resolve(new Map());

/** The lines of a RIS file as tags and values; none when the file is not there because it was withheld. */
async function readCitation(address: string): Promise<readonly (readonly [tag: string, value: string])[]> {
  const response = await fetch(address);
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return Array.from((await response.text()).matchAll(/^([A-Z][A-Z\d]) {2}- (.*)$/gm), ([, tag = '', value = '']) => [
    tag,
    value.trim(),
  ]);
}

const noMatches: Matches = {
  documents: [],
  related: [],
  excluded: new Set(),
  unknown: [],
  corrected: new Map(),
  endings: [],
  added: [],
  shown: [],
};

/** Numbers of all publications, newest first. */
export const allNumbers = (total: number): number[] => Array.from({ length: total }, (_, index) => total - 1 - index);

/** The target of a query that is an identifier and nothing else. Loads one small file. */
export async function findIdentifier(text: string, root: string, total: number): Promise<IdentifierTarget | undefined> {
  if (!mayHaveIdentifiers(text)) return undefined;
  return (await identifierReader()).findIdentifier(text, total, loadIdentifiers(root));
}

/** Publications that identifiers in the query name, in their order. */
async function findIdentified({ identifiers }: Query, root: string, total: number): Promise<readonly number[]> {
  if (identifiers.length === 0) return [];
  return (await identifierReader()).findIdentified(identifiers, total, loadIdentifiers(root));
}

const identifierReader = () => import('./query/find-identified.ts');

const loadIdentifiers = (root: string) => (path: string) =>
  load<Record<string, IdentifierTarget>>(`${root}search/${path}`, { cache: 'no-cache' });

/** Loads what reads the operators and the identifiers that a text may have. */
const readersFor = async (text: string): Promise<QueryReaders> => {
  const [operators, identifiers] = await Promise.all([
    mayHaveOperators(text) ? import('./query/read-operators.ts') : undefined,
    mayHaveIdentifiers(text) ? identifierReader() : undefined,
  ]);
  return {
    ...(operators && { operators: operators.readOperators }),
    ...(identifiers && { identifiers: identifiers.findIdentifiers }),
  };
};

/** Publications in the journals that the query names; undefined when it names none. */
async function findJournals(
  { journals }: Query,
  documents: SearchDocuments,
  facetOf: (name: FacetName) => Promise<Facet>,
): Promise<ReadonlySet<number> | undefined> {
  if (journals.length === 0) return undefined;
  const facet = documents.facets.journal || documents.large.journal !== undefined ? await facetOf('journal') : [];
  const found = new Set<number>();
  for (const journal of journals) {
    const tokens = foldTokens(journal);
    for (const { id, name, documents: own } of facet) {
      const written = foldTokens([id, ...Object.values(name ?? {})].join(' '));
      if (!tokens.every((token) => written.some((word) => word.startsWith(token)))) continue;
      for (const document of numbersOf(own)) found.add(document);
    }
  }
  return found;
}

const load = async <T>(address: string, options?: RequestInit): Promise<T> =>
  (await (await request(address, options)).json()) as T;

async function request(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

import { compareText } from '../domain/problems/problem.ts';
import type { Person } from '../domain/institute/institute.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { addressKey, findIdentifiers, identifierFiles, identifierKey, slugKey } from './identifiers.ts';
import {
  facetNames,
  fewValues,
  mostWithTexts,
  recordFile,
  recordsPerFile,
  slugsPerFile,
  spread,
  wordFile,
  wordFiles,
  type Facet,
  type FacetName,
  type IdentifierTarget,
  type PagefindNames,
  type SearchDocuments,
  type ShownPerson,
  type ShownRecord,
} from './search-data.ts';
import { foldTokens } from './fold.ts';
import type { TermLayout } from './term-files/term-layout.ts';
import { identifiersOf, indexFields, shownRecord, type IndexedRecord } from './search-record.ts';

/** A file of the search: path in the site, and text. */
export type SearchFile = readonly [path: string, text: string];

/** Builds the files that the browser needs besides Pagefind's index, one publication at a time. */
export class SearchFiles {
  readonly #slugs: string[] = [];
  readonly #titles: string[] = [];
  readonly #years: [number, number][] = [];
  readonly #facets = new Map<
    FacetName,
    Map<string, { name?: Readonly<Record<string, string>>; last: number; documents: number[] }>
  >();
  readonly #identifiers = new Map<string, IdentifierTarget>();
  readonly #words = new Map<string, number>();
  readonly #people = new Map<string, Person>();
  readonly #count: number;
  readonly #keepsWords: boolean;
  #group: ShownRecord[] = [];

  /** `count`: number of publications. `keepsWords`: whether these files include those of words. */
  constructor(count: number, keepsWords: boolean) {
    this.#count = count;
    this.#keepsWords = keepsWords;
  }

  get total(): number {
    return this.#slugs.length;
  }

  /** Adds one publication; returns the files that are now complete. */
  add(source: SearchSource, indexed: IndexedRecord): SearchFile[] {
    const { publication, people, units, topics, journal } = source;
    const { slug, lang, openAccess, status, type, trials, published } = publication;
    const { texts, more, ...withoutTexts } = shownRecord(source);
    const topicsAlone = more && more.topics.length > 0 ? { topics: more.topics } : {};
    const abstract = publication.abstracts.length > 0 ? { abstract: true as const } : {};
    const shown =
      this.#count > mostWithTexts ? { ...withoutTexts, ...topicsAlone, ...abstract } : { ...withoutTexts, texts, more };
    this.#addFacet('access', [openAccess === undefined ? '' : openAccess === 'closed' ? 'closed' : 'open']);
    this.#addFacet('status', status === 'published' ? [] : [status]);
    this.#addFacet('type', [type]);
    this.#addFacet('lang', [lang]);
    this.#addFacet('journal', journal ? [journal.id] : [], () => ({ und: journal!.title }));
    for (const unit of units) this.#addFacet('unit', [unit.id], () => unit.name);
    for (const topic of topics) this.#addFacet('topic', [topic.id], () => topic.label);
    for (const person of new Set(people.values())) {
      if (!person.page) continue;
      this.#addFacet('person', [person.id], () => ({ und: person.names[0]!.printed, ...person.native }));
      this.#people.set(person.id, person);
    }
    const number = this.total;
    const own = identifiersOf(publication).map((identifier) => identifierKey(`pmid:${identifier}`));
    const addresses = [publication.url ?? '', ...publication.links.map(({ url }) => url)]
      .filter((url) => !findIdentifiers(url).some(({ keys }) => keys.some((key) => own.includes(key))))
      .map(addressKey);
    // Several publications may have the same trial, or lead to the same address.
    const shared = new Set([...trials.map(({ id }) => identifierKey(id)), ...addresses]);
    for (const key of new Set([slugKey(slug), ...own, ...addresses])) {
      if (key === undefined) continue;
      const other = this.#identifiers.get(key);
      if (!shared.has(key)) this.#identifiers.set(key, ['publication', slug, number]);
      else if (other?.[0] === 'publications')
        this.#identifiers.set(key, ['publications', [...other[1], [slug, number]]]);
      else this.#identifiers.set(key, ['publications', [[slug, number]]]);
    }
    if (this.#keepsWords)
      for (const term of new Set(indexFields.flatMap((field) => indexed[field])))
        this.#words.set(term, (this.#words.get(term) ?? 0) + 1);
    const last = this.#years.at(-1);
    if (last?.[0] === published.year) last[1] += 1;
    else this.#years.push([published.year, 1]);
    this.#titles.push(foldTokens(shown.title.replace(/<[^<>]*>/g, '')).join(' '));
    this.#slugs.push(slug);
    this.#group.push(shown);
    return this.#group.length === recordsPerFile(this.#count) ? this.finishRecords() : [];
  }

  /** Returns the last file of records, where one is not complete. */
  finishRecords(): SearchFile[] {
    if (this.#group.length === 0) return [];
    const number = Math.ceil(this.total / recordsPerFile(this.#count)) - 1;
    const text = JSON.stringify(this.#group);
    this.#group = [];
    return [[`search/${recordFile(number)}`, text]];
  }

  /**
   * Returns all files but those of records. `index`: the layout of the index of terms, or Pagefind's name of each publication.
   * `synonyms`: terms of no publication, for the files of words. `recordTexts`: what the files of records are packed with.
   */
  finish(
    index: TermLayout | readonly string[] | undefined,
    version: string,
    { synonyms = [], recordTexts }: { readonly synonyms?: readonly string[]; readonly recordTexts?: readonly string[] },
  ): SearchFile[] {
    if (this.#keepsWords) for (const term of synonyms) this.#words.set(term, 1);
    const facets = new Map(facetNames.map((name) => [name, this.#facet(name)]));
    const isLarge = (name: FacetName): boolean =>
      !alwaysSmall.includes(name) && (facets.get(name)?.length ?? 0) > fewValues;
    const documents: SearchDocuments = {
      version,
      total: this.total,
      index: isNames(index) ? shortenNames(index) : index,
      years: this.#years,
      facets: Object.fromEntries(facetNames.filter((name) => !isLarge(name)).map((name) => [name, facets.get(name)])),
      large: Object.fromEntries(facetNames.filter(isLarge).map((name) => [name, facets.get(name)?.length])),
      wordFiles: wordFiles(this.total),
      recordsPerFile: recordsPerFile(this.#count),
      ...(recordTexts ? { recordTexts: recordTexts.join('\n') } : {}),
      people: this.#people.size > 0,
    };
    return [
      ['search/documents.json', JSON.stringify(documents)],
      ...facetNames
        .filter(isLarge)
        .map((name): SearchFile => [`search/facets/${name}.json`, JSON.stringify(facets.get(name))]),
      ...this.#identifierFiles(),
      ...(this.#keepsWords ? this.#wordFiles() : []),
      ...this.#slugFiles(),
      ['search/title-order.json', JSON.stringify(this.#titleOrder())],
      ['search/people.json', JSON.stringify(this.#shownPeople())],
    ];
  }

  #addFacet(facet: FacetName, ids: readonly string[], nameOf?: () => Readonly<Record<string, string>>): void {
    const values =
      this.#facets.get(facet) ??
      new Map<string, { name?: Readonly<Record<string, string>>; last: number; documents: number[] }>();
    this.#facets.set(facet, values);
    for (const id of ids) {
      if (id === '') continue;
      const value = values.get(id) ?? { ...(nameOf ? { name: nameOf() } : {}), last: 0, documents: [] };
      value.documents.push(this.total - value.last);
      value.last = this.total;
      values.set(id, value);
    }
  }

  #facet(name: FacetName): Facet {
    return [...(this.#facets.get(name) ?? [])]
      .sort(([idA, a], [idB, b]) => b.documents.length - a.documents.length || compareText(idA, idB))
      .map(([id, { name: label, documents }]) => ({ id, ...(label ? { name: label } : {}), documents }));
  }

  #identifierFiles(): SearchFile[] {
    for (const { id, orcid } of this.#people.values()) {
      const key = orcid === undefined ? undefined : identifierKey(orcid);
      if (key !== undefined) this.#identifiers.set(key, ['person', id]);
    }
    const count = identifierFiles(this.total);
    const files = Array.from({ length: count }, (): Record<string, IdentifierTarget> => ({}));
    for (const [key, target] of [...this.#identifiers].sort(([a], [b]) => compareText(a, b)))
      files[spread(key, count)]![key] = target;
    return files.map((file, number) => [`search/identifiers/${number}.json`, JSON.stringify(file)]);
  }

  /** Words of the index with the number of their publications, sorted. */
  #wordFiles(): SearchFile[] {
    const count = wordFiles(this.total);
    const files = Array.from({ length: count }, (): string[] => []);
    for (const [word, publications] of [...this.#words].sort(([a], [b]) => compareText(a, b)))
      files[wordFile(word, count)]!.push(publications === 1 ? word : `${word} ${publications}`);
    return files.map((lines, number) => [`search/words/${number}.txt`, lines.join('\n')]);
  }

  #slugFiles(): SearchFile[] {
    const files: SearchFile[] = [];
    for (let start = 0; start < this.total; start += slugsPerFile)
      files.push([
        `search/slugs/${start / slugsPerFile}.json`,
        JSON.stringify(this.#slugs.slice(start, start + slugsPerFile)),
      ]);
    return files;
  }

  /** Numbers of the publications, sorted by title. */
  #titleOrder(): number[] {
    return this.#titles
      .map((title, number) => [title, number] as const)
      .sort(([a, numberA], [b, numberB]) => compareText(a, b) || numberB - numberA)
      .map(([, number]) => number);
  }

  #shownPeople(): ShownPerson[] {
    return [...this.#people.values()]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, names, native }) => {
        const [name, ...others] = names.map(({ printed }) => printed);
        return [id, name!, [...new Set([...others, ...Object.values(native ?? {})])]];
      });
  }
}

/** Facets that have few values in every site. */
const alwaysSmall: readonly FacetName[] = ['access', 'status', 'type', 'lang'];

const isNames = (index: TermLayout | readonly string[] | undefined): index is readonly string[] => Array.isArray(index);

/** Shortens names to the letters that distinguish nearly all of them; each letter is a hexadecimal digit. */
function shortenNames(names: readonly string[]): PagefindNames {
  const idLength = Math.ceil(Math.log2(names.length + 1) / 4) + 2;
  const short = names.map((name) => name.slice(0, idLength));
  const seen = new Map<string, number>();
  for (const id of short) seen.set(id, (seen.get(id) ?? 0) + 1);
  const clashes = names.flatMap((name, number) =>
    (seen.get(short[number]!) ?? 0) > 1 ? [[name, number] as const] : [],
  );
  return { ids: short.join(''), idLength, clashes: Object.fromEntries(clashes) };
}

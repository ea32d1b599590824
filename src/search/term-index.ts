/** Publications that have a term → the weight of the term in each. Numbers of publications are those of `search-data.ts`. */
export type Postings = ReadonlyMap<number, number>;

/** Something that knows where terms stand. Queries are understood elsewhere, and are the same for each. */
export interface TermIndex {
  /** Empty when no publication has the term. */
  postings(term: string): Promise<Postings>;
  /** Publications that have these words one after the other; stop words are not among them. */
  phrase(words: readonly string[]): Promise<Postings>;
}

/** The words that begin like a word, with the number of publications that have them, terms with tags included. */
export type Dictionary = (start: string) => Promise<ReadonlyMap<string, number>>;

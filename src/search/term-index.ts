/** Publications that have a term → the weight of the term in each. Numbers of publications are those of `search-data.ts`. */
export type Postings = ReadonlyMap<number, number>;

/** Something that knows where terms stand. Queries are understood elsewhere, and are the same for each. */
export interface TermIndex {
  /** Empty when no publication has the term. */
  postings(term: string): Promise<Postings>;
  /** Of longer phrases, the index only knows which publications have all pairs of their words. */
  readonly longestPhrase: number;
  /**
   * Publications that have these words one after the other; stop words are not among them. `synonym`: the term of the synonym
   * because of which they are asked for.
   */
  phrase(words: readonly string[], synonym?: string): Promise<Postings>;
}

/**
 * Terms with the number of publications that have them: at least those of a word, with its tags and other endings; or those
 * that begin with these letters; or words that begin with the same two letters. The last two may leave out rare ones.
 */
export type Dictionary = (
  start: string,
  purpose?: 'word' | 'beginning' | 'alike',
) => Promise<ReadonlyMap<string, number>>;

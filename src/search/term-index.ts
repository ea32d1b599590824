/** Publications that have a term → the weight of the term in each. Numbers of publications are those of `search-data.ts`. */
export type Postings = ReadonlyMap<number, number>;

/** An index of terms. Parsing and ranking of queries do not depend on which index a site has. */
export interface TermIndex {
  /** Empty when no publication has the term. */
  postings(term: string): Promise<Postings>;
  /** Most words of a phrase that the index finds exactly. For a longer one, it finds publications with all pairs of its words. */
  readonly longestPhrase: number;
  /**
   * Publications that have these words one after the other. The words are folded, without stop words. `synonym`: the term of the
   * synonym that added the phrase to the query.
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

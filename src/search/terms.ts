/*
 * Terms, by which publications are found. A folded word of a text is a term as it is; with a tag it is a word of a title,
 * or of a name. Tags are letters that no language writes behind others (U+01C0 to U+01C3), so that no word includes them.
 */

export const titleTag = 'ǂ';
export const authorTag = 'ǁ';
export const synonymTag = 'ǀ';

/** The term for a word of a title. */
export const titleTerm = (word: string): string => word + titleTag;

/** The term for a word of a name; with initials, that name alone: `karimiǁsa`. */
export const authorTerm = (word: string, initials = ''): string => word + authorTag + initials;

/** The term for a word in the name of the first author. */
export const firstAuthorTerm = (word: string): string => authorTerm(word, '1');

/** The term for a word in the name of the second author. */
export const secondAuthorTerm = (word: string): string => authorTerm(word, '3');

/** The term for a word in the name of the last of several authors, who often heads the group. */
export const lastAuthorTerm = (word: string): string => authorTerm(word, '4');

/** The term for a word in the title of the journal, or for its abbreviation: `medǁ2` for Medicine. */
export const journalTerm = (word: string): string => authorTerm(word, '2');

/**
 * A term that says that one phrase is a synonym of another. It begins with the first word of the one,
 * `heartǀattack=myocardial-infarction`, so that each index has it next to that word. In the files of terms, its publications are
 * those with the other phrase; in Pagefind, it has none.
 */
export const synonymTerm = ([first = '', ...others]: readonly string[], other: readonly string[]): string =>
  `${first}${synonymTag}${others.join('-')}=${other.join('-')}`;

/** The other phrase of a synonym. */
export const otherOf = (term: string): readonly string[] => (term.split('=')[1] ?? '').split('-');

/** What follows the first word, and the other phrase; undefined for terms of publications and of other words. */
export function parseSynonym(
  term: string,
  first: string,
): { readonly rest: readonly string[]; readonly other: readonly string[] } | undefined {
  if (!term.startsWith(first + synonymTag) || !term.includes('=')) return undefined;
  const [rest = ''] = term.slice(first.length + 1).split('=');
  return { rest: rest === '' ? [] : rest.split('-'), other: otherOf(term) };
}

const tagged = new RegExp(`[${titleTag}${authorTag}${synonymTag}]`);

/** The word that a term is about. */
export const withoutTag = (term: string): string => term.split(tagged, 1)[0]!;

/** True for a term without a tag. */
export const isWord = (term: string): boolean => !tagged.test(term);

/** True for a word of a title. */
export const isTitle = (term: string): boolean => term.endsWith(titleTag);

/** True for a word in the name of a person or of a journal. */
export const isName = (term: string): boolean => term.includes(authorTag);

/** True for what {@link synonymTerm} returns. */
export const isSynonym = (term: string): boolean => term.includes(synonymTag);

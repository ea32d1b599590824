/*
 * Terms: what a publication is found by. A folded word of its texts is a term as it is; with a tag it is a word of a title,
 * or of a name. Tags are letters that no language writes behind others (U+01C0 to U+01C3), so that no word includes them.
 */

export const titleTag = 'ǂ';
export const authorTag = 'ǁ';

/** The term for a word of a title. */
export const titleTerm = (word: string): string => word + titleTag;

/** The term for a word of a name; with initials, that name alone: `karimiǁsa`. */
export const authorTerm = (word: string, initials = ''): string => word + authorTag + initials;

/** The term for a word in the name of the first author. */
export const firstAuthorTerm = (word: string): string => authorTerm(word, '1');

/** True for a term without a tag. */
export const isWord = (term: string): boolean => !term.includes(authorTag) && !term.includes(titleTag);

/** Variables of a reference item that the CSL specification does not have, which only adjusted styles print. */

/** Says that the `page` of the item is the number of an article, which is no page. */
export const articleNumberVariable = 'article-number';

/** Says that an article has appeared online, and is not yet in an issue. */
export const aheadOfPrintVariable = 'ahead-of-print';

/** Language of a work that is not in English, such as `Persian`; in a reference in English only. */
export const workLanguageVariable = 'work-language';

/** The English title of a work, where its reference has it in place of a title in another script. */
export const translatedTitleVariable = 'translated-title';

/** `inventor` or `inventors` of a patent, in the language of the reference. */
export const inventorsVariable = 'inventors';

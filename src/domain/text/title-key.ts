/**
 * Key under which two spellings of one title are equal: words of letters and digits, lower case, without accents. An
 * ampersand is the word `and`, in Persian and Arabic `و`.
 */
export function titleKey(title: string): string {
  return title
    .replace(/&/g, /\p{Script=Arabic}/u.test(title) ? ' و ' : ' and ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

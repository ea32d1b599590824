/**
 * The abbreviation of a journal with a period after each shortened word, as IEEE and ISO 4 print it: `J. Sleep Marbles`. A
 * word of the title stays whole, and an acronym has no period.
 */
export function abbreviationOfIeee(abbreviation: string, title: string): string {
  const words = new Set(title.toLowerCase().match(/\p{L}+/gu));
  return abbreviation.replace(/\p{Script=Latin}+\.?/gu, (word) =>
    word.endsWith('.') || words.has(word.toLowerCase()) || /^\p{Lu}{2,}$/u.test(word) ? word : `${word}.`,
  );
}

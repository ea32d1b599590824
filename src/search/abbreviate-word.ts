/**
 * A folded word of the title of a journal, and the abbreviations that citations may have of it. ISO 4 cuts a word off before a
 * vowel, as in `Environ`, or before an ending; a few words are contracted.
 */
export function abbreviateWord(word: string): string[] {
  const cuts = new Set([word]);
  for (let end = 2; end < word.length; end += 1) {
    const rest = word.slice(end);
    const beforeVowel = !vowel.test(word[end - 1]!) && vowel.test(rest);
    if (beforeVowel || ending.test(rest)) cuts.add(word.slice(0, end));
  }
  for (const other of contracted[word] ?? []) cuts.add(other);
  return [...cuts];
}

const vowel = /^[aeiouy]/;
const ending = /^(?:ment|ness|ship|graph|ces?$)/;

const contracted: Readonly<Record<string, readonly string[]>> = {
  national: ['natl'],
  international: ['intl'],
  japanese: ['jpn'],
  english: ['engl'],
  england: ['engl'],
  science: ['sci'],
  sciences: ['sci'],
};

/**
 * An English word without the ending of a plural or a participle. Words with the same stem are forms of one word: `study` and
 * `studies`, `police` and `policing`, but not `policy`.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const single = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh|z)es$/, '')
    .replace(/(?<=[^sui])s$/, '');
  const bare = /[aeiouy]/.test(single.slice(0, -3)) ? single.replace(/(?:ing|ed)$/, '') : single;
  const stem = bare.length < 3 ? single : bare;
  return stem.replace(/([b-df-hj-np-rtv-z])\1$/, stem === single ? '$&' : '$1').replace(/(?<=....)e$/, '');
}

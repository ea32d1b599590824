/**
 * Marks with and without which a word is the same: accents, Arabic and Hebrew vowels, tatweel, and invisible joiners. Not all
 * of `\p{M}`: vowel signs of Indic scripts and the voicing mark of Japanese distinguish words and names.
 */
export const optionalMarks =
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u200B-\u200F\u2060\uFEFF]/g;

import { parseWordPairs } from './word-pairs.ts';

/** Replaces Latin letters that Unicode does not decompose, such as `ø`, by plain letters. Expects lower case. */
export function foldLatin(text: string): string {
  return text.replace(/[ßæøłđıþðœħŋŧĸəɨʉ]/g, (letter) => latin.get(letter) ?? letter);
}

/** Replaces single Greek letters, as in TNFα, by their names, with `around` on each side. Expects lower case. */
export const nameGreekLetters = (text: string, around: string): string =>
  text.replace(singleGreekLetter, (letter) => around + (greekNames.get(letter) ?? letter) + around);

const singleGreekLetter = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;

const latin = parseWordPairs('ß ss æ ae ø o ł l đ d ı i þ th ð d œ oe ħ h ŋ n ŧ t ĸ k ə e ɨ i ʉ u');

/** A single Greek letter is a symbol, as in TNF-α, and is written as its name. */
const greekNames = parseWordPairs(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ο omicron π pi ' +
    'ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ϑ theta ϕ phi ϖ pi ϵ epsilon',
);

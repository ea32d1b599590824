import { foldLatin, nameGreekLetters } from '../domain/text/plain-letters.ts';
import { foldSpelling } from './fold-spelling.ts';
import { westernDigits } from '../domain/text/western-digits.ts';
import { optionalMarks } from '../domain/text/optional-marks.ts';

/** A word in its folded form, with its position in the text. */
export interface FoldedWord {
  readonly token: string;
  /** Position of the written word in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** True when only a hyphen, an apostrophe or a half-space separates the word from the one before. */
  readonly linked: boolean;
}

/**
 * The words of a text in the form that the index and queries share: without accents, vowel signs and half-spaces, with
 * one letter for the variants of Persian and Arabic, Latin digits, Greek letters by name, and one spelling of medical
 * words. Stop words are removed, unless the text has no other words.
 */
export function foldText(text: string): readonly FoldedWord[] {
  const all = [...splitWords(text)];
  const meaningful = all.filter(({ token }) => !stopWords.has(token));
  return meaningful.length > 0 ? meaningful : all;
}

/** The same with all stop words. */
export const foldAll = (text: string): readonly FoldedWord[] => [...splitWords(text)];

/** The tokens with all stop words, as a phrase needs them. */
export const foldPhrase = (text: string): string[] => foldAll(text).map(({ token }) => token);

/** Whether a folded word is a stop word, such as `the`. */
export const isStopWord = (token: string): boolean => stopWords.has(token);

/** The tokens alone. */
export const foldTokens = (text: string): string[] => foldText(text).map(({ token }) => token);

/**
 * Other forms of the words of a text, for the index only: `il-6` as one word and `covid19` as two. With them, each of
 * `IL6`, `IL-6` and `IL 6` finds the others.
 */
export function foldAliases(text: string): string[] {
  const aliases = new Set<string>();
  const words = [...splitWords(text)];
  for (const [index, { token, linked }] of words.entries()) {
    const parts = token.match(/\p{L}+|\d+/gu) ?? [];
    if (parts.length > 1) for (const part of parts) aliases.add(part);
    const before = words[index - 1];
    if (before === undefined || !joinable.test(before.token + token)) continue;
    const numbered = /^[a-z]{1,6}$/.test(before.token) && /^\d{1,3}$/.test(token) && !stopWords.has(before.token);
    if (linked || numbered) aliases.add(before.token + token);
    const first = words[index - 2];
    if (linked && before.linked && first !== undefined) aliases.add(first.token + before.token + token);
  }
  return [...aliases];
}

/** Other spellings of a family name, folded: Mueller for Müller, and Muller for Mueller. */
export function foldNameForms(name: string): string[] {
  const forms = new Set<string>();
  const spelled = name
    .normalize('NFC')
    .replace(/[äöüøåÄÖÜØÅ]/g, (letter) => spelledOut[letter.toLowerCase()] ?? letter);
  if (spelled !== name.normalize('NFC')) for (const token of foldTokens(spelled)) forms.add(token);
  for (const token of foldTokens(name)) {
    const short = token.replace(/(?<![aeiouq])(?:ae|oe|ue)/g, ([vowel = '']) => vowel);
    if (short !== token && /^[a-z]{4,}$/.test(token)) forms.add(short);
  }
  for (const token of foldTokens(name)) forms.delete(token);
  return [...forms];
}

function* splitWords(text: string): Generator<FoldedWord> {
  let last = 0;
  for (const { 0: written, index: start } of text.matchAll(writtenWord)) {
    const end = start + written.length;
    const between = text.slice(last, start);
    let linked = start > 0 && /^[\p{Pd}\u200C'’ʼ./]$/u.test(between);
    for (const token of foldWord(written)) {
      yield { token, start, end, linked };
      linked = true;
    }
    last = end;
  }
}

/** A word, or one of those that are written with signs: `C++`, `C#`, `R&D`. */
const writtenWord =
  /(?<![\p{L}\p{N}])(?:[CcFf](?:\+\+|#)|\p{L}{1,2}&\p{L}{1,2})(?![\p{L}\p{N}+#&])|[\p{L}\p{N}\p{M}ـ]+/gu;

/** Folded words by the written ones: texts repeat few words many times. */
const cache = new Map<string, readonly string[]>();
const cacheLimit = 100_000;

/** One written word as one token, or as several when it includes a Greek letter: `TNFα` is `tnf` and `alpha`. */
function foldWord(written: string): readonly string[] {
  const cached = cache.get(written);
  if (cached) return cached;
  const folded = foldUncached(written);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(written, folded);
  return folded;
}

function foldUncached(written: string): string[] {
  const named = written.replace('++', 'plusplus').replace('#', 'sharp').replace('&', 'and');
  const bare = westernDigits(
    foldLatin(named.normalize('NFKC').toLowerCase().normalize('NFKD').replace(optionalMarks, '')),
  )
    .replace(/[يىكةەہھۀٱ]/g, (letter) => letterVariants[letter] ?? letter)
    .normalize('NFC');
  return nameGreekLetters(bare, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap((part) => part.split(ideograph))
    .flatMap((part) => (arabicLetter.test(part) ? [foldArabic(part)] : splitGreekNames(foldSpelling(part))))
    .filter((token) => token !== '');
}

/** Splits `TNFalpha`, because `TNF alpha` is written as two words. */
function splitGreekNames(token: string): string[] {
  const [, before, name] = /^([a-z0-9]{2,8})(alpha|beta|gamma|kappa|lambda)$/.exec(token) ?? [];
  return before !== undefined && name !== undefined ? [before, name] : [token];
}

/** Chinese and Japanese write no spaces: each character is a word, and a phrase finds several together. */
const ideograph = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** Removes the Arabic article and the Persian plural, which are written as part of a word, apart, or with a half-space. */
function foldArabic(word: string): string {
  const bare = word.replace(/^و?ال(?=\p{L}{3})/u, '');
  return bare.replace(/(?<=\p{L}{3})ها(?:ی|یی)?$/u, '');
}

/** Tokens of scripts that write spaces between words. */
const joinable = /^[a-z0-9\u0600-\u06FF]+$/;

const arabicLetter = /[\u0600-\u06FF]/;

const letterVariants: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
};

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** In their folded form. */
const stopWords = new Set(
  (
    'a an the of and or in on at to for from by with as is are was were be been this that these those it its we our they their has have had into s ' +
    'و در به از که این ان با را برای است بود شد شده می نمی ها های هایی تر ترین ای اند بر یا تا ' +
    'فی من علی الی عن مع او ما هذا هذه التی الذی'
  ).split(' '),
);

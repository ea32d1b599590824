import type { IndividualName } from './name.ts';
import { findNameFault } from './name-faults.ts';
import {
  areInitials,
  formatInitials,
  isCommaSuffix,
  isEastAsian,
  isFamilyEnding,
  isInitials,
  isParticle,
  isSuffix,
  joinsFamilies,
  nameComma,
  tidyName,
} from './name-parts.ts';
import { valid, type Parsed } from '../problems/problem.ts';

export {
  groupName,
  invertedName,
  twoPartName,
  isGroup,
  type GroupName,
  type IndividualName,
  type PersonName,
} from './name.ts';
export { findNameWarning } from './name-faults.ts';
export { foldName, nameKey, sortKey } from './name-key.ts';
export { givenInitials, isCommaSuffix, isInitials, isParticle, splitParticle } from './name-parts.ts';

/**
 * Parses `Family, Given[, Suffix]`; without a comma `Family INITIALS` as PubMed prints it, else `Given Family`.
 * One word is a single name. The comma may be Latin, Arabic or full-width.
 */
export function parsePersonName(text: string): Parsed<IndividualName> {
  const written = tidyName(text);
  const fault = findNameFault(written);
  if (fault) return { ok: false, fault };
  const parts = written.split(nameComma);
  return valid(parts.length > 1 ? readParts(parts) : readWords(written));
}

/**
 * `Family, Given`, with a suffix after a second comma, or at the end of either part, as reference managers write it.
 */
function readParts(parts: readonly string[]): IndividualName {
  const [familyWords, givenWords] = [(parts[0] ?? '').split(' '), (parts[1] ?? '').split(' ')];
  // A name has one suffix: a second one is part of the name.
  const third = parts[2];
  const [given, givenSuffix] = third === undefined ? takeSuffix(givenWords, true) : [givenWords, third];
  const [family, suffix] = givenSuffix === undefined ? takeSuffix(familyWords, true) : [familyWords, givenSuffix];
  const givenName = areInitials(given.join(' ')) ? formatInitials(given) : given.join(' ');
  return createName(family.join(' '), givenName, suffix);
}

function readWords(written: string): IndividualName {
  const all = written.split(' ');
  if (all.length > 1 && isEastAsian(written))
    return createName(all[0] ?? '', all.slice(1).join(' '), undefined, written);
  const [words, suffix] = takeSuffix(all);
  const initials = countInitials(words);
  const split = initials > 0 ? words.length - initials : familyStart(words);
  const [before, after] = [words.slice(0, split), words.slice(split)];
  return initials > 0
    ? createName(before.join(' '), formatInitials(after), suffix, written)
    : createName(after.join(' '), before.join(' '), suffix, written);
}

/**
 * Number of words at the end that are initials; 0 if the first word is an initial with a full stop, as in `J. P. WU`.
 */
function countInitials(words: readonly string[]): number {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !isInitials(last) || isInitial(words[0], '.')) return 0;
  if (!isInitial(last)) return 1;
  let count = 1;
  while (count < words.length - 1 && isInitial(words[words.length - 1 - count])) count += 1;
  return count;
}

/** One capital, with or without a full stop. `must` is a character that the word must contain. */
const isInitial = (word = '', must = ''): boolean =>
  isInitials(word) && word.includes(must) && (word.includes('.') || /^\p{Lu}\p{M}*$/u.test(word));

/**
 * Index of the first word of the family name in `Given Family`: its first particle, or the first of two parts joined by
 * `y`.
 */
function familyStart(words: readonly string[]): number {
  let start = words.length - (words.length > 2 && isFamilyEnding(words.at(-1) ?? '') ? 2 : 1);
  while (start > 1 && isParticle(words[start - 1] ?? '')) {
    start -= start > 2 && joinsFamilies(words[start - 1] ?? '') ? 2 : 1;
  }
  if (start > 1 && words[start - 1] === 'Van' && isParticle(words[start] ?? '')) start -= 1;
  const first = words[0] ?? '';
  return start === 1 && isParticle(first) && !/^\p{Lu}/u.test(first) ? 0 : start;
}

/**
 * Splits the suffix from the end. Without a comma, `II` and `IV` are more often the initials of a Russian name, and are
 * a suffix only after other initials.
 */
function takeSuffix(words: readonly string[], commas = false): [words: readonly string[], suffix: string | undefined] {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !isSuffix(last)) return [words, undefined];
  const certain = commas || !isInitials(last) || last === 'III' || (words.length > 2 && isInitials(words.at(-2) ?? ''));
  return certain ? [words.slice(0, -1), last] : [words, undefined];
}

function createName(family: string, given: string, suffix: string | undefined, printed?: string): IndividualName {
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(suffix === undefined ? {} : { suffix }),
    printed: printed ?? formatParts(family, given, suffix),
  };
}

/** `Given Family, Jr.`; in Chinese, Japanese and Korean script the family name is first. */
function formatParts(family: string, given: string, suffix: string | undefined): string {
  if (isEastAsian(`${family}${given}`)) return `${family}${given}`;
  const whole = given === '' ? family : `${given} ${family}`;
  if (suffix === undefined) return whole;
  return isCommaSuffix(suffix) ? `${whole}, ${suffix}` : `${whole} ${suffix}`;
}

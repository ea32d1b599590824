import { isGroup, type PersonName } from './name.ts';

/** Between family, given name and suffix of a tidy name: the Latin, the Arabic and the full-width comma. */
export const nameComma = / ?[,،，] ?/u;

/** NFC, on one line, single spaces. */
export const tidyName = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Initials of the given name as references print them: `M. A.`, `J.-P.`; a script without capitals keeps the name whole. */
export function givenInitials(name: PersonName): string {
  if (isGroup(name) || name.given === undefined) return '';
  if (areInitials(name.given)) return formatInitials(name.given.split(' '));
  return name.given
    .split(' ')
    .filter((word) => !isParticle(word) || /^\p{Lu}/u.test(word))
    .map((word) => word.split(/[-‐‑]/).map(initialOf).filter(Boolean).join('-'))
    .filter(Boolean)
    .join(' ');
}

/**
 * Splits the lower-case words at the start of a family name from it: the non-dropping particle of CSL.
 * A particle that ends in a hyphen or apostrophe (`al-`, `d’`) is joined to the name without a space.
 */
export function splitParticle(family: string): { readonly particle?: string; readonly family: string } {
  const match = /^((?:\p{Ll}[\p{L}\p{M}.]*['’]? )*(?:\p{Ll}[\p{L}\p{M}]*(?:['’]|[-‐](?=\p{Lu})))?)(\S.*)$/u.exec(
    family,
  );
  const particle = match?.[1]?.trim() ?? '';
  return particle === '' ? { family } : { particle, family: match?.[2] ?? family };
}

/** One to four capitals as in `MA`, `J-P` or `YuA`, or any number of dotted ones as in `M.A.`. */
export function isInitials(word: string): boolean {
  return capitals.test(word) || digraphs.test(word) || dotted.test(word);
}

const capitals = /^(?:\p{Lu}\p{M}*)(?:[-‐‑]?\p{Lu}\p{M}*){0,3}$/u;
/** Russian letters such as Ю are two Latin ones: `YuA`, `AKh`. At least one bare capital must stand beside them. */
const digraphs = /^(?:(?:\p{Lu}\p{Ll}){1,2}\p{Lu}|\p{Lu}{1,2}\p{Lu}\p{Ll})$/u;
const dotted = /^(?:[-‐‑]?\p{Lu}\p{M}*\p{Ll}?\.)+(?:[-‐‑]?\p{Lu}\p{M}*)?$/u;

export const areInitials = (given: string): boolean => given !== '' && given.split(' ').every(isInitials);

/** `MA` → `M. A.`, `J-P` → `J.-P.` */
export function formatInitials(words: readonly string[]): string {
  return words
    .flatMap((word) =>
      Array.from(word.matchAll(/([-‐‑]?)(\p{Lu}\p{M}*\p{Ll}?)/gu), ([, hyphen, letter]) => [hyphen, letter] as const),
    )
    .map(([hyphen, letter], index) => `${index === 0 ? '' : hyphen ? '-' : ' '}${letter}.`)
    .join('');
}

export const isSuffix = (word: string): boolean => isCommaSuffix(word) || /^(?:II|III|IV|2nd|3rd|[4-9]th)$/.test(word);

/** Suffixes that English sets off with a comma. */
export const isCommaSuffix = (word: string): boolean => /^(?:Jr|Sr)\.?$/.test(word);

/** Also the last part of a double name, as in `Rutten-van Mölken`. */
export const isParticle = (word: string): boolean => particles.has(word) || /-(?:van|de|den|ter)$/.test(word);

/** Last words that never are a family name alone, as in `da Costa Júnior`, `Zibaee Nezhad` and `حاجی زاده`. */
export const isFamilyEnding = (word: string): boolean => familyEndings.has(word);

/** Conjunctions that make one family name of two, as in `Ramón y Cajal`. */
export const joinsFamilies = (word: string): boolean => word === 'y' || word === 'i';

/** True when every letter is Chinese, Japanese or Korean: such names are written with the family first. */
export function isEastAsian(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(text);
}

const particles = new Set([
  ...'van von vom vander vanden den der het de del della dello delle dei degli di da das do dos du des la las le les lo los'.split(
    ' ',
  ),
  ...'ten ter te tot thoe zu zum zur af av am auf san santa st. y i e ap ab'.split(' '),
  ...'al- al el- el ul ud ur bin ben bint ibn binti abu abd ould ait'.split(' '),
  // Printed with a capital in many papers, and hardly ever a middle name.
  ...'Al Al- El El- Bin Ibn Abu De Del Della Di Dos Von'.split(' '),
  ...'بن ابن بنت أبو ابو آل ال'.split(' '),
]);

const familyEndings = new Set(
  'Júnior Junior Filho Neto Netto Sobrinho Nezhad Nejad Zadeh Zade Pour Poor نژاد زاده پور نیا فر فرد'.split(' '),
);

function initialOf(word: string): string {
  const capital = /^['’‘ʻʿ]?(\p{Lu}\p{M}*\p{Ll}?\.|\p{Lu}\p{M}*)/u.exec(word);
  if (capital) return `${(capital[1] ?? '').replace(/\.$/, '')}.`;
  const lower = /^(\p{Ll}\p{M}*)/u.exec(word);
  return lower ? `${(lower[1] ?? '').toUpperCase()}.` : word;
}

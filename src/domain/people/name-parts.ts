import { isGroup, type PersonName } from './name.ts';

/** Separates family name, given name and suffix: the Latin, Arabic or full-width comma. */
export const nameComma = / ?[,،，] ?/u;

/** In Unicode form NFC, on one line, with single spaces. */
export const tidyName = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Initials of the given name for references: `M. A.`, `J.-P.`; in a script without capitals the whole name. */
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
 * Splits a family name into its lower-case words at the start (the non-dropping particle of CSL) and the rest.
 * A particle that ends in a hyphen or apostrophe (`al-`, `d’`) has no space after it.
 */
export function splitParticle(family: string): { readonly particle?: string; readonly family: string } {
  const match = /^((?:\p{Ll}[\p{L}\p{M}.]*['’]? )*(?:\p{Ll}[\p{L}\p{M}]*(?:['’]|[-‐](?=\p{Lu})))?)(\S.*)$/u.exec(
    family,
  );
  const particle = match?.[1]?.trim() ?? '';
  return particle === '' ? { family } : { particle, family: match?.[2] ?? family };
}

/** True for one to four capitals as in `MA`, `J-P` or `YuA`, or any number of capitals with full stops as in `M.A.`. */
export function isInitials(word: string): boolean {
  return capitals.test(word) || digraphs.test(word) || dotted.test(word);
}

const capitals = /^(?:\p{Lu}\p{M}*)(?:[-‐‑]?\p{Lu}\p{M}*){0,3}$/u;
/** Russian letters such as Ю become two Latin letters: `YuA`, `AKh`. At least one single capital is needed. */
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

export const isSuffix = (word: string): boolean =>
  isCommaSuffix(word) || /^(?:II|III|IV|2n?d|3r?d|[4-9]th)$/.test(word);

/** Suffixes that have a comma before them in English. */
export const isCommaSuffix = (word: string): boolean => /^(?:[Jj]r|[Ss]r)\.?$/.test(word);

/** Also true for a double name that ends in a particle, as in `Rutten-van Mölken`. */
export const isParticle = (word: string): boolean => particles.has(word) || /-(?:van|de|den|ter)$/.test(word);

/** Last words that are only part of a family name, as in `da Costa Júnior`, `Zibaee Nezhad` and `حاجی زاده`. */
export const isFamilyEnding = (word: string): boolean => familyEndings.has(word);

/** Conjunctions between two parts of a family name, as in `Ramón y Cajal`. */
export const joinsFamilies = (word: string): boolean => word === 'y' || word === 'i';

/** True if every letter is Chinese, Japanese or Korean. Such names are written with the family name first. */
export function isEastAsian(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(text);
}

const particles = new Set([
  ...'van von vom vander vanden den der het de del della dello delle dei degli di da das do dos du des la las le les lo los'.split(
    ' ',
  ),
  ...'ten ter te tot thoe zu zum zur af av am auf san santa st. y i e ap ab'.split(' '),
  ...'al- al el- el ul ud ur bin ben bint ibn binti abu abd ould ait'.split(' '),
  // Many papers print these with a capital, and they are rarely middle names.
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

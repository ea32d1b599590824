import { areInitials, splitParticle } from './name-parts.ts';
import { isGroup, type PersonName } from './name.ts';
import { foldLatin } from '../text/plain-letters.ts';
import { optionalMarks } from '../text/optional-marks.ts';

/**
 * Key under which two forms of a name are equal: `Jamshidi A` and `Jamshidi, A.`, but not `Jamshidi, Ahmad`.
 * Accents, case, apostrophes, hyphens and variants of Persian and Arabic letters are ignored.
 */
export function nameKey(name: PersonName): string {
  if (isGroup(name)) return `group:${foldName(name.group)}`;
  return [foldName(name.family), foldGiven(name.given ?? ''), foldName(name.suffix ?? '')].join('|');
}

/** Key for sorting people by code unit: family name without particle, given name, particle, suffix. */
export function sortKey(name: PersonName): string {
  if (isGroup(name)) return inPersianOrder(foldName(name.group));
  const { particle = '', family } = splitParticle(name.family);
  // A tab sorts before every letter and the space, so that `Li, Z` comes before `Li Ming, A`.
  return inPersianOrder([family, name.given ?? '', particle, name.suffix ?? ''].map(foldName).join('\t'));
}

/** Folds a name for comparison: lower case, no accents, words separated by single spaces. */
export function foldName(text: string): string {
  if (/^[\w ,.-]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[ ,.-]+/g, ' ')
      .trim();
  const bare = text.replace(apostrophes, '').normalize('NFKD').toLowerCase().normalize('NFKD');
  return foldLatin(bare)
    .replace(optionalMarks, '')
    .replace(apostrophes, '')
    .replace(/[يىئكةۀہھς]/g, (letter) => letterVariants[letter] ?? letter)
    .replace(/[\s.,،·\p{Pd}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Keeps the full stops of initials, so that `Li MA` and `Li, Ma` differ. */
function foldGiven(given: string): string {
  if (!areInitials(given)) return foldName(given);
  return foldName(given).replace(/ /g, '').replace(/./gu, '$&.');
}

const apostrophes = /['’‘‛`´′＇ʹʻʼʽʾʿ]/g;

const letterVariants: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ς: 'σ',
};

/** Maps Persian letters to consecutive code points, because Unicode has پ چ ژ گ and ی after the Arabic letters. */
function inPersianOrder(text: string): string {
  return text.replace(/[\u0621-\u064A\u067E-\u06CC]/g, (letter) => {
    const position = persianAlphabet.indexOf(letter);
    return position < 0 ? letter : String.fromCharCode(0x0700 + position);
  });
}

const persianAlphabet = 'ءاآأإبپتثجچحخدذرزژسشصضطظعغفقکگلمنوؤهی';

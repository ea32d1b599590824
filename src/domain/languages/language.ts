import { languageNames, threeLetterLanguages, twoLetterLanguages } from './languages.ts';
import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses a language tag (RFC 5646, section 2.1) and returns it in the recommended case, such as `zh-Hant-TW`. */
export function parseLanguageTag(text: string): Parsed<string> {
  const written = text.trim();
  const meant = findIntendedTag(written);
  const tag = meant ?? written;
  const wellFormed = syntax.test(tag) && isKnown(tag);
  if (wellFormed && meant === undefined) return valid(canonicalCase(tag));
  const message = `${quote(text)} is not a language tag, which browsers and screen readers need to choose fonts and voices`;
  return malformed(
    'malformed-language',
    message,
    wellFormed ? canonicalCase(tag) : undefined,
    'write a tag such as en, fa or zh-Hant',
  );
}

/** Writing direction of a language: by the script in its tag, else by the usual script of the language. */
export function textDirection(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return (script === undefined ? rightToLeftLanguages.has(language) : rightToLeftScripts.has(script)) ? 'rtl' : 'ltr';
}

/** Direction of the first letter (UAX #9, rule P2); undefined for a text without letters. */
export function scriptDirection(text: string): 'ltr' | 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
}

const syntax =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$|^x(?:-[a-z0-9]{1,8})+$/i;

/**
 * Two letters must be in ISO 639-1, because a country code is a common mistake. Any three letters are accepted, and `x`
 * for private use. Four or more are reserved.
 */
function isKnown(tag: string): boolean {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  return language.length === 2 ? twoLetterLanguages.has(language) : language.length === 3 || language.length === 1;
}

/** The tag that is meant by an underscore, a three-letter code, a country code or the name of a language. */
function findIntendedTag(text: string): string | undefined {
  const hyphenated = text.replace(/_/g, '-').replace(/\.utf-?8$/i, '');
  const [language = '', ...rest] = hyphenated.split('-');
  const shorter = languageNames.get(text.toLowerCase()) ?? threeLetterLanguages.get(language.toLowerCase());
  if (shorter !== undefined) return languageNames.has(text.toLowerCase()) ? shorter : [shorter, ...rest].join('-');
  return hyphenated === text ? undefined : hyphenated;
}

/** RFC 5646, section 2.1.1: language in lower case, script in title case, region in upper case. */
function canonicalCase(tag: string): string {
  let extended = false;
  return tag
    .toLowerCase()
    .split('-')
    .map((subtag, index) => {
      if (subtag.length === 1) extended = true;
      if (index === 0 || extended) return subtag;
      if (subtag.length === 2) return subtag.toUpperCase();
      return /^[a-z]{4}$/.test(subtag) ? subtag.charAt(0).toUpperCase() + subtag.slice(1) : subtag;
    })
    .join('-');
}

const rightToLeftLanguages = new Set(
  'ar arc arz azb bal bgn bqi ckb dv fa glk haz he iw khw ks lrc luz mzn nqo pes pnb prs ps rhg sd sdh skr syr ug ur ydd yi'.split(
    ' ',
  ),
);

const rightToLeftScripts = new Set('adlm arab aran hebr mand mend nkoo rohg samr syrc syrn thaa'.split(' '));

const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}]/u;

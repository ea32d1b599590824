import { countries, countryVariants } from './countries.ts';
import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses a country code of two capital letters (ISO 3166-1 alpha-2). */
export function parseCountry(text: string): Parsed<string> {
  const written = text.trim();
  if (codes.has(written)) return valid(written);
  const meant = codes.has(written.toUpperCase()) ? written.toUpperCase() : codeByName().get(fold(written));
  const message = `${quote(text)} is not a country code of two capital letters (ISO 3166-1)`;
  return malformed('unknown-country', message, meant, 'write the code, such as IR, DE or US');
}

/** Code of the country at the end of a printed affiliation; undefined if there is no known country name. */
export function findCountryInAffiliation(text: string): string | undefined {
  const parts = text
    .replace(/\s(?:Electronic address|E-?mail(?: address)?)\b[.\s]*(?::.*)?$/is, '')
    .replace(/\s(?:ISNI|GRID|ROR)\s*:.*$/s, '')
    // Remove the initials of authors in brackets, as in `(A.B., C.D.)`.
    .replace(/\([^(),]*,[^()]*\)[.\s]*$/, '')
    .split(/[,;،؛\n]|\s[-–—]\s|\.(?=\s+\p{L})/u)
    // Remove postal codes, mail addresses, and the "and" before the next affiliation.
    .map((part) =>
      part
        .split(/\s+/)
        .filter((word) => !/[\d@]/.test(word))
        .join(' ')
        .replace(/ and$/, ''),
    )
    .filter((part) => /\p{L}/u.test(part));
  const last = parts.at(-1) ?? '';
  const code = codeByName().get(fold(last)) ?? codeByName().get(fold(last.replace(/\([^()]*\)[.\s]*$/, '')));
  return code === 'GE' && !townInGeorgia.test(text) ? undefined : code;
}

/** Georgia is also a state of the USA, and its affiliations often have no country. So a town decides. */
const townInGeorgia = /\b(?:Tbilisi|Batumi|Kutaisi|Rustavi|Gori|Zugdidi|Telavi|Akhaltsikhe)\b/i;

/** Built on first use: most commands do not need it. */
let names: ReadonlyMap<string, string> | undefined;
const codeByName = (): ReadonlyMap<string, string> =>
  (names ??= new Map([...countries, ...countryVariants].map(([code, name]) => [fold(name), code])));

const codes: ReadonlySet<string> = new Set(countries.map(([code]) => code));

/** Lower case, without accents, articles and punctuation: `P. R. China` and `PR China` are equal. */
function fold(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase();
  return plain
    .replace(/[.'’׳()]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\b(\w) (?=\w\b)/g, '$1');
}

import { creativeCommons, otherLicenses, type License } from './licenses.ts';
import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { closest } from '../problems/suggestion.ts';

/** Parses the SPDX identifier of a known licence, or `LicenseRef-…` for any other licence. */
export function parseLicense(text: string): Parsed<string> {
  const written = text.trim();
  if (licenses.has(written) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(written)) return valid(written);
  const meant = findIntendedLicense(written);
  const message = `${quote(text)} is not the SPDX identifier of a licence, which says what readers and machines may do`;
  return malformed(
    'unknown-license',
    message,
    meant,
    'write an identifier of spdx.org/licenses such as CC-BY-4.0, or LicenseRef- and a name for a licence that has none',
  );
}

/** Name of the licence; undefined for an unknown one. */
export const licenseName = (id: string): string | undefined => licenses.get(id)?.name;

/** Address of the licence's text; undefined for an unknown licence or one without an address. */
export const licenseUrl = (id: string): string | undefined => licenses.get(id)?.url;

/** The identifier that another spelling, a name or an address means; `A or B` if it can mean two. */
function findIntendedLicense(text: string): string | undefined {
  const small = text.toLowerCase();
  if (/^cc\b|creative ?commons|^cc-?(?:by|0|zero)/.test(small)) return findCreativeCommons(small);
  return (
    findGnuLicense(text) ??
    findLicenseByName(text) ??
    closest(
      text,
      [...licenses.keys()].filter((id) => digitsOf(id) === digitsOf(text)),
    )
  );
}

/**
 * `CC BY 4.0`, `cc-by`, `Creative Commons Attribution-NonCommercial 4.0 International`, and the addresses of the deeds.
 */
function findCreativeCommons(text: string): string | undefined {
  if (/\bzero\b|\bcc-?0\b|\bcc zero\b/.test(text)) return 'CC0-1.0';
  if (/public ?domain mark|publicdomain\/mark/.test(text)) return undefined;
  const [, version = '4.0', country] = /\b(\d\.\d)\b(?:[/ -]([a-z]{2,3})(?![a-z.]))?/.exec(text) ?? [];
  const has = (clause: RegExp): boolean => clause.test(text);
  const clauses = [
    ['NC', has(/\bnc\b|non-?commercial/)],
    ['ND', has(/\bnd\b|no-?deriv/)],
    ['SA', has(/\bsa\b|share-?alike/)],
  ] as const;
  if (!has(/\bby\b|attribution|\bccby/) && !clauses.some(([, present]) => present)) return undefined;
  const id = [
    'CC',
    'BY',
    ...clauses.filter(([, present]) => present).map(([clause]) => clause),
    version,
    ...(country ? [country.toUpperCase()] : []),
  ].join('-');
  return licenses.has(id) ? id : undefined;
}

/** `GPL-3.0+` is `GPL-3.0-or-later`. The old `GPL-3.0` can mean `-only` or `-or-later`. */
function findGnuLicense(text: string): string | undefined {
  const [, family, version, plus] = /^([AL]?GPL)[ -]?v?(\d(?:\.\d)?)(\+)?$/i.exec(text) ?? [];
  if (family === undefined || version === undefined) return undefined;
  const id = `${family.toUpperCase()}-${version.includes('.') ? version : `${version}.0`}`;
  if (!licenses.has(`${id}-only`)) return undefined;
  return plus ? `${id}-or-later` : `${id}-only or ${id}-or-later`;
}

function findLicenseByName(text: string): string | undefined {
  const wanted = fold(text.replace(/^https?:\/\/(?:www\.)?(?:opensource|spdx)\.org\/licenses?\/|\.html$/g, ''));
  for (const [id, { name, url }] of licenses) {
    if (fold(name) === wanted || fold(id) === wanted || (url !== undefined && fold(url) === wanted)) return id;
  }
  return undefined;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\b(?:the|licen[cs]e|version|v(?=\d))\b|[^a-z0-9]/g, '');

const licenses: ReadonlyMap<string, License> = new Map([...creativeCommons(), ...otherLicenses]);

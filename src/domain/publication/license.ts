import { creativeCommons, otherLicenses, type License } from './licenses.ts';
import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { closest } from '../problems/suggestion.ts';

/**
 * Reads a licence: the SPDX identifier of a known one, in whatever form it is printed, or another licence as it is printed, such as
 * `© 2024 Example Press. All rights reserved`. A misspelt identifier is a fault.
 */
export function parseLicense(text: string): Parsed<string> {
  const written = text.trim();
  const known = findLicense(written);
  if (known !== undefined) return valid(known);
  const isWord = !/\s/.test(written) && findGnuLicense(written) === undefined;
  const meant = isWord ? closestLicense(written) : undefined;
  if (written !== '' && meant === undefined && !(isWord && identifier.test(written)))
    return valid(written.replace(/\s+/g, ' '));
  const message = `${quote(text)} is not the SPDX identifier of a licence, which says what readers and machines may do`;
  return malformed(
    'unknown-license',
    message,
    meant,
    'write an identifier of spdx.org/licenses such as CC-BY-4.0, or LicenseRef- and a name for a licence that has none',
  );
}

/**
 * The SPDX identifier of a licence in any form that names one licence and its version: the identifier, its name, an address, or a
 * sentence such as `This is open access under the CC BY 4.0 license`; undefined for every other text.
 */
export function findLicense(text: string): string | undefined {
  const written = text.trim();
  if (licenses.has(written) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(written)) return written;
  if (/creative ?commons|\bcc/i.test(written))
    return findCreativeCommons(written.toLowerCase().replace(/[\s‐-―_]+/g, ' '));
  const gnu = findGnuLicense(written);
  return gnu !== undefined && licenses.has(gnu) ? gnu : findLicenseByName(written);
}

/** A text in the form of an identifier with a version, such as `CC-BY-5.0`. */
const identifier = /^[A-Z][A-Z0-9.+]*(?:-[A-Z0-9.+]+)*-\d[A-Z0-9.+]*(?:-[A-Z0-9.+]+)*$/i;

/** Name of the licence; undefined for an unknown one. */
export const licenseName = (id: string): string | undefined => licenses.get(id)?.name;

/** Address of the licence's text; undefined for an unknown licence or one without an address. */
export const licenseUrl = (license: string): string | undefined =>
  licenses.get(license)?.url ?? (/^https?:\/\/\S+$/i.test(license) && URL.canParse(license) ? license : undefined);

const closestLicense = (text: string): string | undefined =>
  closest(
    text,
    [...licenses.keys()].filter((id) => digitsOf(id) === digitsOf(text)),
  );

/**
 * `CC BY 4.0`, `Creative Commons Attribution-NonCommercial 4.0 International License (CC BY-NC)`, and the addresses of the deeds.
 * Undefined where the text names several licences or versions, or no version. `text` is in lower case, with a space between words.
 */
function findCreativeCommons(text: string): string | undefined {
  const named = [...text.matchAll(attribution)].map(([, clauses = '']) => clausesIn(clauses).join('-'));
  const versions = new Set([...text.matchAll(/(?<![\d.])\d\.\d(?![\d.]\d)/g)].map(([version]) => version));
  const [clauses = ''] = named;
  const [version = ''] = versions;
  if (named.length === 0)
    return /(?:\bcc ?-?(?:0|zero)\b|creative ?commons(?: cc)? (?:0|zero)|publicdomain\/zero)/.test(text) &&
      [...versions].every((one) => one === '1.0')
      ? 'CC0-1.0'
      : undefined;
  if (versions.size !== 1 || new Set([...named, clausesIn(text).join('-')]).size !== 1) return undefined;
  const id = ['CC-BY', clauses, version].filter(Boolean).join('-');
  if (!licenses.has(id) || version === '4.0') return licenses.has(id) ? id : undefined;
  // Until version 3.0 a licence may be adapted to the law of a country, which is another licence.
  const [, word = ''] = new RegExp(`${version}[/ -]([a-z]+)`).exec(text) ?? [];
  const place = /\bigo\b/.test(text) ? 'igo' : word;
  if (/^(?:unported|generic|international|licen[cs]e|deed|legalcode)?$/.test(place)) return id;
  return [`${id}-${place.toUpperCase()}`].find((one) => licenses.has(one));
}

/** `cc by-nc-nd`, `attribution-noncommercial-no derivatives`, `licenses/by-nc/`. */
const attribution =
  /(?:\bcc[ -]?by|\battribution|\blicenses\/by)((?:[ :/,-]*(?:nc|nd|sa|non[ -]?commercial|no[ -]?deriv[a-z]*(?: works)?|share[ -]?alike)(?![a-z]))*)/g;

const clausesIn = (text: string): readonly string[] =>
  (
    [
      ['NC', /(?:\b|by)nc\b|non[ -]?commercial/],
      ['ND', /(?:\b|by)nd\b|no[ -]?deriv/],
      ['SA', /(?:\b|by)sa\b|share[ -]?alike/],
    ] as const
  ).flatMap(([clause, form]) => (form.test(text) ? [clause] : []));

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

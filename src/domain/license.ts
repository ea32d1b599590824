import { creativeCommons, otherLicenses, type License } from './licenses.ts';
import { invalid, valid, type Parsed } from './problem.ts';
import { quote } from './quote.ts';
import { closest } from './suggestion.ts';

/** Reads an SPDX identifier of a licence that publications carry, or `LicenseRef-…` for any other. */
export function parseLicense(text: string): Parsed<string> {
  const written = text.trim();
  if (licenses.has(written) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(written)) return valid(written);
  const meant = findLicense(written);
  const message = `${quote(text)} is not the SPDX identifier of a licence, by which readers and machines know what they may do.`;
  return invalid('unknown-license', message, meant ? `Write ${meant}.` : 'Write an identifier of spdx.org/licenses such as CC-BY-4.0, or LicenseRef- and a name for a licence that has none.');
}

/** Name of the licence; undefined for one that is not in the table. */
export const licenseName = (id: string): string | undefined => licenses.get(id)?.name;

/** Address of the licence's text, where it has one. */
export const licenseUrl = (id: string): string | undefined => licenses.get(id)?.url;

/** The licence that another spelling, a name or an address means. */
function findLicense(text: string): string | undefined {
  return findCreativeCommons(text.toLowerCase()) ?? findByName(text) ?? closest(text, [...licenses.keys()]);
}

/** `CC BY 4.0`, `cc-by`, `Creative Commons Attribution-NonCommercial 4.0 International`, and the addresses of the deeds. */
function findCreativeCommons(text: string): string | undefined {
  if (!/^cc\b|creative ?commons|^cc-?(?:by|0|zero)/.test(text)) return undefined;
  if (/\bzero\b|\bcc-?0\b|\bcc zero\b/.test(text)) return 'CC0-1.0';
  if (/public ?domain mark|publicdomain\/mark/.test(text)) return undefined;
  const version = /\b([1-4]\.\d)\b/.exec(text)?.[1] ?? '4.0';
  const has = (clause: RegExp): boolean => clause.test(text);
  const clauses = [
    ['NC', has(/\bnc\b|non-?commercial/)],
    ['ND', has(/\bnd\b|no-?deriv/)],
    ['SA', has(/\bsa\b|share-?alike/)],
  ] as const;
  if (!has(/\bby\b|attribution|\bccby/) && !clauses.some(([, present]) => present)) return undefined;
  const id = ['CC', 'BY', ...clauses.filter(([, present]) => present).map(([clause]) => clause), version].join('-');
  return licenses.has(id) ? id : undefined;
}

function findByName(text: string): string | undefined {
  const wanted = fold(text);
  for (const [id, { name, url }] of licenses) {
    if (fold(name) === wanted || fold(id) === wanted || (url !== undefined && fold(url) === wanted)) return id;
  }
  return undefined;
}

const fold = (text: string): string =>
  text.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '').replace(/\b(?:the|licen[cs]e|version|v(?=\d))\b|[^a-z0-9]/g, '');

const licenses: ReadonlyMap<string, License> = new Map([...creativeCommons(), ...otherLicenses]);

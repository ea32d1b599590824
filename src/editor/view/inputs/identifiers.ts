import { arxivUrl, parseArxiv } from '../../../domain/identifiers/arxiv.ts';
import { parseCitekey } from '../../../domain/identifiers/citekey.ts';
import { parseDoiOrSlug } from '../../../domain/identifiers/doi-or-slug.ts';
import { doiUrl, parseDoi } from '../../../domain/identifiers/doi.ts';
import { handleUrl, parseHandle } from '../../../domain/identifiers/handle.ts';
import { parseIsbn } from '../../../domain/identifiers/isbn.ts';
import { parseIssn } from '../../../domain/identifiers/issn.ts';
import { parseLinkAddress } from '../../../domain/identifiers/link-address.ts';
import { meshUrl, parseMesh } from '../../../domain/identifiers/mesh.ts';
import { orcidUrl, parseOrcid } from '../../../domain/identifiers/orcid.ts';
import { parsePmcid, parsePmid, pmcUrl, pubmedUrl } from '../../../domain/identifiers/pubmed.ts';
import { parseRor, rorUrl } from '../../../domain/identifiers/ror.ts';
import { parseSlug } from '../../../domain/identifiers/slug.ts';
import { parseSourceQuery } from '../../../domain/identifiers/source-query.ts';
import { parseTrialRegistration } from '../../../domain/identifiers/trial-registration.ts';
import { parseContactAddress, parseWebAddress } from '../../../domain/identifiers/web-address.ts';
import { parseCountry } from '../../../domain/institute/country.ts';
import { parseLanguageTag } from '../../../domain/languages/language.ts';
import { parsePersonName } from '../../../domain/people/person-name.ts';
import { valid, invalid, type Fault, type Parsed } from '../../../domain/problems/problem.ts';
import { licenseUrl, parseLicense } from '../../../domain/publication/license.ts';
import { parseArticleNumber, parsePages } from '../../../domain/publication/page-range.ts';
import type { TextForm } from '../../../schemas/written-form.ts';

interface Reading {
  readonly parse: (text: string) => Parsed<unknown>;
  /** Web address of a valid text. */
  readonly url?: (text: string) => string | undefined;
}

const readings: Readonly<Record<TextForm, Reading>> = {
  doi: { parse: parseDoi, url: doiUrl },
  pmid: { parse: parsePmid, url: pubmedUrl },
  pmcid: { parse: parsePmcid, url: pmcUrl },
  arxiv: { parse: parseArxiv, url: arxivUrl },
  isbn: { parse: parseIsbn },
  issn: { parse: parseIssn, url: (issn) => `https://portal.issn.org/resource/ISSN/${issn}` },
  handle: { parse: parseHandle, url: handleUrl },
  orcid: { parse: parseOrcid, url: orcidUrl },
  ror: { parse: parseRor, url: rorUrl },
  mesh: { parse: parseMesh, url: meshUrl },
  trial: { parse: parseTrialRegistration, url: trialUrl },
  'doi-or-slug': { parse: parseDoiOrSlug, url: (text) => (parseDoi(text).ok ? doiUrl(text) : undefined) },
  slug: { parse: parseSlug },
  citekey: { parse: parseCitekey },
  language: { parse: parseLanguageTag },
  country: { parse: parseCountry },
  license: { parse: parseLicense, url: licenseUrl },
  pages: { parse: parsePages },
  'article-number': { parse: parseArticleNumber },
  'person-name': { parse: parsePersonName },
  'web-address': { parse: parseWebAddress, url: webAddress },
  'link-address': { parse: parseLinkAddress, url: webAddress },
  'contact-address': { parse: parseContactAddress },
  color: { parse: parseColor },
  'source-query': { parse: parseSourceQuery },
};

/** The fault of a text of this form; undefined for a valid and for an empty text. */
export function findFault(form: TextForm, text: string): Fault | undefined {
  if (text.trim() === '') return undefined;
  const result = readings[form].parse(text.trim());
  return result.ok ? undefined : result.fault;
}

/** Web address of a text of this form; undefined where the text is not valid or has none. */
export function addressOf(form: TextForm, text: string): string | undefined {
  const written = text.trim();
  return written === '' || findFault(form, written) ? undefined : readings[form].url?.(written);
}

function trialUrl(text: string): string | undefined {
  const result = parseTrialRegistration(text);
  return result.ok ? result.value.url : undefined;
}

function webAddress(text: string): string | undefined {
  return /^https?:/i.test(text) ? text : undefined;
}

function parseColor(text: string): Parsed<string> {
  if (/^#[0-9a-f]{6}$/i.test(text)) return valid(text);
  return invalid('malformed-color', `"${text}" is not a colour`, 'write # and six digits, such as #0b5563');
}

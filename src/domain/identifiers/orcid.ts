import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';

/** Parses an ORCID iD: sixteen digits in four groups, the last one a check digit (ISO 7064 MOD 11-2). */
export function parseOrcid(text: string): Parsed<string> {
  const written = text.trim();
  const repaired = repair(written);
  if (!syntax.test(repaired)) {
    const message = `${quote(text)} is not an ORCID iD, which has 16 digits`;
    return invalid(
      'malformed-orcid',
      message,
      "copy it from the researcher's page on orcid.org, such as 0000-0002-1825-0097",
    );
  }
  if (checkDigit(repaired) !== repaired.slice(-1)) {
    const message = `${quote(text)} is not a valid ORCID iD: its check digit should be ${checkDigit(repaired)}, so a digit is wrong`;
    return invalid(
      'wrong-check-digit',
      message,
      `compare ${repaired} with the researcher's page on orcid.org, digit by digit`,
    );
  }
  if (repaired === written) return valid(written);
  return malformed('malformed-orcid', `${quote(text)} is not written as a bare ORCID iD`, repaired);
}

/** The ORCID iD that a file of another program writes as an address. */
export const withoutOrcidAddress = (text: string): string => text.replace(/^https?:\/\/orcid\.org\//i, '');

export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;

const syntax = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** Check digit of the first fifteen digits (ORCID support, "Structure of the ORCID Identifier"). */
function checkDigit(orcid: string): string {
  let total = 0;
  for (const digit of orcid.replace(/-/g, '').slice(0, 15)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? 'X' : String(result);
}

function repair(text: string): string {
  const bare = text.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\/|^orcid(?: id)?[:\s]\s*/i, '');
  const digits = trimEndOf(bare.replace(/[\s‐‑‒–—−-]+/g, ''), /[/.,;]/).toUpperCase();
  return /^\d{15}[\dX]$/.test(digits) ? digits.replace(/(.{4})(?=.)/g, '$1-') : bare;
}

import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses an ISSN, `1234-5679`, whose last character is a check digit (ISO 3297, modulus 11). */
export function parseIssn(text: string): Parsed<string> {
  const written = text.trim();
  const bare = written.replace(/^(?:[ep]-?)?issn(?:-?l)?(?: ?\((?:online|print)\))?\s*:?\s*/i, '').toUpperCase();
  const repaired = bare.replace(/[\s‐‑‒–—−-]/g, '').replace(/^(.{4})(.{4})$/, '$1-$2');
  if (!/^\d{4}-\d{3}[\dX]$/.test(repaired)) {
    const message = `${quote(text)} is not an ISSN, which has eight digits`;
    return invalid('malformed-issn', message, "copy it from the journal's page, such as 1746-0751");
  }
  if (checkDigit(repaired) !== repaired.slice(-1)) {
    const message = `${quote(text)} is not a valid ISSN: its check digit should be ${checkDigit(repaired)}, so a digit is wrong`;
    return invalid(
      'wrong-check-digit',
      message,
      `compare ${repaired} with the journal's page or portal.issn.org, digit by digit`,
    );
  }
  if (repaired === written) return valid(written);
  return malformed('malformed-issn', `${quote(text)} is not written as four digits, hyphen, four digits`, repaired);
}

function checkDigit(issn: string): string {
  const digits = Array.from(issn.replace('-', '').slice(0, 7), Number);
  const result = (11 - (digits.reduce((sum, digit, index) => sum + digit * (8 - index), 0) % 11)) % 11;
  return result === 10 ? 'X' : String(result);
}

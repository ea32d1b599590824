import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses an ISBN of 10 or 13 digits with its check digit (ISO 2108), and keeps the hyphens as written. */
export function parseIsbn(text: string): Parsed<string> {
  const written = text.trim();
  const repaired = written
    .replace(/^isbn(?:-?1[03]\b)?(?: ?\([^)]*\))?\s*:?\s*/i, '')
    .replace(/[\s‐‑‒–—−]+/g, '-')
    .toUpperCase();
  const digits = isbnDigits(repaired);
  if (!/^\d+(?:-\d+)*(?:-?X)?$/.test(repaired) || !/^(?:97[89]\d{10}|\d{9}[\dX])$/.test(digits)) {
    const message = `${quote(text)} is not an ISBN, which has 10 digits, or 13 that start with 978 or 979`;
    return invalid('malformed-isbn', message, 'copy it from the imprint, such as 978-3-16-148410-0');
  }
  const expected = digits.length === 13 ? checkDigit13(digits) : checkDigit10(digits);
  if (expected !== digits.slice(-1)) {
    const message = `${quote(text)} is not a valid ISBN: its check digit should be ${expected}, so a digit is wrong`;
    return invalid('wrong-check-digit', message, `compare ${repaired} with the imprint, digit by digit`);
  }
  if (repaired === written) return valid(written);
  return malformed('malformed-isbn', `${quote(text)} is not written only in digits and hyphens`, repaired);
}

/** The digits without hyphens, for citation formats and comparisons. */
export const isbnDigits = (isbn: string): string => isbn.replace(/-/g, '');

function checkDigit13(digits: string): string {
  const sum = Array.from(digits.slice(0, 12), Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  const sum = Array.from(digits.slice(0, 9), Number).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const result = (11 - (sum % 11)) % 11;
  return result === 10 ? 'X' : String(result);
}

import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';

/**
 * Parses a ROR identifier: `0`, six characters of Crockford's base 32, and a checksum of two digits (ISO 7064 MOD
 * 97-10).
 */
export function parseRor(text: string): Parsed<string> {
  const written = text.trim();
  const bare = written.replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//i, '');
  const repaired = trimEndOf(bare, /[/.,;]/).toLowerCase();
  if (!syntax.test(repaired)) {
    const message = `${quote(text)} is not a ROR identifier, which has nine characters and starts with 0`;
    return invalid('malformed-ror', message, 'copy the last part of the address on ror.org, such as 01c4pz451');
  }
  if (checksum(repaired) !== repaired.slice(7)) {
    const message = `${quote(text)} is not a valid ROR identifier: its last two digits should be ${checksum(repaired)}, so a character is wrong`;
    return invalid(
      'wrong-check-digit',
      message,
      `compare ${repaired} with the address on ror.org, character by character`,
    );
  }
  if (repaired === written) return valid(written);
  return malformed('malformed-ror', `${quote(text)} is not written as a bare ROR identifier`, repaired);
}

export const rorUrl = (ror: string): string => `https://ror.org/${ror}`;

const syntax = /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/;

/** Crockford's base 32: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function checksum(ror: string): string {
  const number = Array.from(ror.slice(0, 7)).reduce((value, character) => value * 32 + alphabet.indexOf(character), 0);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
}

import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { stripPunctuation } from './pasted-text.ts';
import { percentDecode, percentEncode } from '../text/percent-encoding.ts';

/**
 * Parses a bare DOI and keeps its case. A DOI may contain any printable character, such as `<`, `;` and `(` in old SICI
 * ones. An address, a label, a full stop or brackets around it are faults.
 */
export function parseDoi(text: string): Parsed<string> {
  const written = text.trim();
  const repaired = repair(written);
  if (repaired === written && syntax.test(written)) return valid(written);
  const message = `${quote(text)} is not a bare DOI, so it cannot be linked or compared`;
  return malformed(
    'malformed-doi',
    message,
    syntax.test(repaired) ? repaired : undefined,
    hintFor(repaired) ?? 'write it as "10.", the registrant\'s number, "/" and the rest, such as 10.5555/12345678',
  );
}

/** A hint that names the DOIs of a text with more in it; undefined where it holds none. */
function hintFor(text: string): string | undefined {
  const [first, ...more] = (text.match(/10\.\d{4,9}(?:\.\d+)*\/[^\s,;]+/g) ?? []).map(stripPunctuation);
  if (first === undefined || !syntax.test(first)) return undefined;
  return more.length === 0 ? `write ${first}` : `write ${first}, and each other DOI in \`links\` or \`versions\``;
}

/** Key under which two spellings of one DOI are equal: the case of ASCII letters is ignored (DOI Handbook, 2.4). */
export const doiKey = (doi: string): string => doi.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());

/** Address of a DOI. Characters with a special meaning in addresses are percent-encoded (DOI Handbook, 3.8). */
export const doiUrl = (doi: string): string => `https://doi.org/${percentEncode(doi)}`;

const syntax = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]+$/u;

function repair(text: string): string {
  const decoded = (/%[0-9A-Fa-f]{2}/.test(text) ? percentDecode(text) : text).replace(/^0(?=\.\d{4,9}\/)/, '10');
  const start = decoded.search(/10\.\d{4,9}(?:\.\d+)*\//);
  if (start < 0) return decoded;
  const fromAddress = /^https?:|doi\.org\//i.test(decoded.slice(0, start));
  const bare = decoded
    .slice(start)
    .replace(/[?&]utm_.*$/s, '')
    // Exports break old DOIs with a SICI before and after their bracket.
    .replace(/(\)\d{1,4}) ?([[<]) ?(?=\d{1,6}:)/, '$1$2');
  return stripPunctuation(fromAddress ? bare.replace(/[?#].*/s, '') : bare).replace(/[‐‑‒–—−]/g, '-');
}

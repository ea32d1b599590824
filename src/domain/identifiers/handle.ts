import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { stripPunctuation } from './pasted-text.ts';
import { percentEncode } from '../text/percent-encoding.ts';

/** Parses a Handle: `prefix/suffix` (RFC 3651). A DOI is a Handle too, but has its own field and is a fault here. */
export function parseHandle(text: string): Parsed<string> {
  const written = text.trim();
  const bare = written.replace(/^(?:https?:\/\/)?(?:hdl\.handle\.net|(?:dx\.)?doi\.org)\/|^(?:hdl|handle)\s*:\s*/i, '');
  const repaired = stripPunctuation(bare === written ? bare : bare.replace(/[?#].*/s, ''));
  if (/^10\.\d{4,9}\//.test(repaired)) {
    return invalid(
      'doi-as-handle',
      `${quote(text)} is a DOI, which pages and citations support better than a handle`,
      `write it as "doi: ${repaired}"`,
    );
  }
  if (repaired === written && syntax.test(written)) return valid(written);
  const message = `${quote(text)} is not a handle: a prefix of numbers and points, a slash, and the rest`;
  return malformed(
    'malformed-handle',
    message,
    syntax.test(repaired) ? repaired : undefined,
    "copy it from the repository's page, such as 1721.1/49437",
  );
}

export const handleUrl = (handle: string): string => `https://hdl.handle.net/${percentEncode(handle)}`;

const syntax = /^[A-Za-z0-9]+(?:\.[A-Za-z0-9-]+)*\/[^\s\p{C}]+$/u;

import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses the unique identifier of a MeSH descriptor: `D` and six digits, or nine for newer ones. */
export function parseMesh(text: string): Parsed<string> {
  const written = text.trim();
  if (syntax.test(written)) return valid(written);
  const repaired = written
    .replace(/^(?:https?:\/\/)?(?:id|meshb)\.nlm\.nih\.gov\/(?:mesh\/|record\/ui\?ui=)/i, '')
    .replace(/^mesh\s*:\s*/i, '')
    .toUpperCase();
  const message = `${quote(text)} is not the identifier of a MeSH descriptor`;
  return malformed(
    'malformed-mesh',
    message,
    syntax.test(repaired) ? repaired : undefined,
    'look the heading up on meshb.nlm.nih.gov and write its unique ID, such as D001172',
  );
}

const syntax = /^D(?:\d{6}|\d{9})$/;

/** Page of a descriptor of the Medical Subject Headings, such as `D001172`. */
export const meshUrl = (descriptor: string): string => `https://meshb.nlm.nih.gov/record/ui?ui=${descriptor}`;

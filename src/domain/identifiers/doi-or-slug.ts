import type { Parsed } from '../problems/problem.ts';
import { parseDoi } from './doi.ts';
import { parseSlug } from './slug.ts';

/** Parses a DOI, or the slug of a publication on this site. */
export function parseDoiOrSlug(text: string): Parsed<string> {
  return /^(10\.|doi:|https?:)/i.test(text) ? parseDoi(text) : parseSlug(text);
}

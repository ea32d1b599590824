import type { Difference } from '../proof/prove-citation.ts';
import type { CitedPublication } from '../record/cited-publication.ts';
import { shapesOf } from './entry-shapes.ts';
import { proveWithCitationJs } from './prove-with-citation-js.ts';
import { readWithCitationJs } from './read-with-citation-js.ts';

/**
 * Differences between an entry of our own writer and the record, as Citation.js reads it. An entry that is made only of
 * shapes in `proved` is not read; those of an entry without a difference are added.
 */
export function crossCheckBibtex(cited: CitedPublication, text: string, proved: Set<string>): readonly Difference[] {
  const shapes = shapesOf(text).filter((shape) => !proved.has(shape));
  if (shapes.length === 0) return [];
  const differences = proveWithCitationJs(cited, readWithCitationJs(text));
  if (differences.length === 0) for (const shape of shapes) proved.add(shape);
  return differences;
}

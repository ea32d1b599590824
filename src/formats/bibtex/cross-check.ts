import type { Difference } from '../proof/prove-citation.ts';
import type { CitedPublication } from '../record/cited-publication.ts';
import { proveWithCitationJs } from './prove-with-citation-js.ts';
import { readWithCitationJs } from './read-with-citation-js.ts';

/** Differences between an entry and the record, as Citation.js reads it. */
export const crossCheckBibtex = (cited: CitedPublication, text: string): readonly Difference[] =>
  proveWithCitationJs(cited, readWithCitationJs(text));

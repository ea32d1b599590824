import type { CitedPublication } from '../record/cited-publication.ts';
import { toCslItem } from './csl-item.ts';

/** Formats a CSL item (schema version 1.0.2) as an element of an array, indented by two spaces. */
export const toCslJsonItem = (cited: CitedPublication): string =>
  JSON.stringify(toCslItem(cited), null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

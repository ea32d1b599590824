import type { CitedPublication } from '../record/cited-publication.ts';
import { toCslItem } from './csl-item.ts';

/** A CSL item, valid by version 1.0.2 of the schema, as it stands in an array that is indented by two spaces. */
export const toCslJsonItem = (cited: CitedPublication): string =>
  JSON.stringify(toCslItem(cited), null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

import type { CitedPublication } from './cited-publication.ts';
import { toCslItem } from './csl-item.ts';

/** An array of CSL items, valid by version 1.0.2 of the schema, indented by two spaces. */
export const writeCslJson = (publications: readonly CitedPublication[]): string =>
  `[\n${publications.map(toCslJsonItem).join(',\n')}\n]\n`;

/** One item as it stands in the array. */
export const toCslJsonItem = (cited: CitedPublication): string =>
  JSON.stringify(toCslItem(cited), null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

import type { CitedPublication } from './cited-publication.ts';
import { toCslItem } from './csl-item.ts';

/** An array of CSL items, valid by version 1.0.2 of the schema, indented by two spaces. */
export const writeCslJson = (publications: readonly CitedPublication[]): string =>
  `${JSON.stringify(publications.map(toCslItem), null, 2)}\n`;

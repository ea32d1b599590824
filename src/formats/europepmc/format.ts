import type { ImportedFormat } from '../format.ts';
import { parseEuropepmcJson } from './parse-europepmc-json.ts';

export const europepmcJson: ImportedFormat = {
  id: 'europepmc-json',
  label: 'Europe PMC JSON',
  recognise: (text) =>
    /^\s*[[{]/.test(text) &&
    (/"hitCount"\s*:/.test(text) || (/"pubYear"\s*:/.test(text) && /"(?:authorString|inEPMC)"\s*:/.test(text))),
  evidence: 'unique names',
  read: parseEuropepmcJson,
};

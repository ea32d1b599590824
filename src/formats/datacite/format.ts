import type { ImportedFormat } from '../format.ts';
import { parseDataciteJson } from './parse-datacite-json.ts';

export const dataciteJson: ImportedFormat = {
  id: 'datacite-json',
  label: 'DataCite JSON',
  recognise: (text) =>
    /^\s*[[{]/.test(text) &&
    /"titles"\s*:\s*\[/.test(text) &&
    /"(?:publicationYear|resourceTypeGeneral)"\s*:/.test(text),
  evidence: 'unique names',
  read: parseDataciteJson,
};

import type { ImportedFormat } from '../format.ts';
import { parseOrcidJson } from './parse-orcid-json.ts';

export const orcidJson: ImportedFormat = {
  id: 'orcid-json',
  label: 'ORCID JSON',
  recognise: (text) =>
    /^\s*[[{]/.test(text) && /"put-code"\s*:/.test(text) && /"(?:external-ids|work-summary)"\s*:/.test(text),
  evidence: 'unique names',
  read: parseOrcidJson,
};

import { formatWriter, type CitationFormat } from '../format.ts';
import { parseCslJson } from './parse-csl-json.ts';
import { cslJsonRules } from './csl-json-rules.ts';
import { toCslJsonItem } from './write-csl-json.ts';

export const cslJson: CitationFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  recognise: (text) => /^\s*[[{]/.test(text) && /"(?:type|title|items)"\s*:/.test(text),
  evidence: 'shared names',
  read: parseCslJson,
  file: { extension: '.csl.json', mediaType: 'application/vnd.citationstyles.csl+json' },
  write: formatWriter({ record: toCslJsonItem, frame: () => ({ before: '[\n', between: ',\n', after: '\n]\n' }) }),
  proof: { rules: cslJsonRules },
};

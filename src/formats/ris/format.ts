import { formatWriter, type CitationFormat } from '../format.ts';
import { parseRis } from './parse-ris.ts';
import { risRules } from './ris-rules.ts';
import { toRisRecord } from './write-ris.ts';

export const ris: CitationFormat = {
  id: 'ris',
  label: 'RIS',
  recognise: (text) => /^(?:TY|ER) {1,2}-(?: |\s*$)/m.test(text),
  evidence: 'tags',
  read: parseRis,
  file: { extension: '.ris', mediaType: 'application/x-research-info-systems' },
  write: formatWriter({ record: toRisRecord, frame: () => ({ before: '', between: '\r\n', after: '' }) }),
  proof: { rules: risRules },
};

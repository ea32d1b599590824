import { formatWriter, type CitationFormat } from '../format.ts';
import { parseNbib } from './parse-nbib.ts';
import { nbibRules } from './nbib-rules.ts';
import { toNbibRecord } from './write-nbib.ts';

export const nbib: CitationFormat = {
  id: 'nbib',
  label: 'NBIB',
  // Tags of RIS have two letters as well, and its records begin with TY.
  recognise: (text) =>
    !/^TY {1,2}-(?: |\s*$)/m.test(text) &&
    (/^PMID ?- ?\d*\s*$/m.test(text) ||
      (text.match(/^(?:PMCR|OWN |STAT|TI  |FAU |JT  |DP  ) ?- ?/gm)?.length ?? 0) > 2),
  evidence: 'tags',
  endsWithLineBreak: true,
  read: parseNbib,
  file: { extension: '.nbib', mediaType: 'application/nbib' },
  write: formatWriter({ record: toNbibRecord, frame: () => ({ before: '', between: '\n', after: '' }) }),
  proof: { rules: nbibRules },
};

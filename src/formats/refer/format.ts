import { formatWriter, type CitationFormat } from '../format.ts';
import { parseRefer } from './parse-refer.ts';
import { referRules } from './refer-rules.ts';
import { toReferRecord } from './write-refer.ts';

export const refer: CitationFormat = {
  id: 'enw',
  label: 'ENW',
  recognise: (text) => /^[ \t]*%[0A]\s+\S/m.test(text) && /^%[TJBDAV]\s/m.test(text),
  evidence: 'tags',
  endsWithLineBreak: true,
  read: parseRefer,
  file: { extension: '.enw', mediaType: 'application/x-endnote-refer' },
  write: formatWriter({ record: toReferRecord, frame: () => ({ before: '', between: '\r\n', after: '' }) }),
  proof: { rules: referRules },
};

import type { ImportedFormat } from '../format.ts';
import { parseCochrane } from './parse-cochrane.ts';

export const cochrane: ImportedFormat = {
  id: 'cochrane',
  label: 'Cochrane Library',
  recognise: (text) => /^\uFEFF?Record #\d+ of \d+\s*$/m.test(text) && /^(?:ID|AU|TI|SO): /m.test(text),
  evidence: 'tags',
  endsWithLineBreak: true,
  read: parseCochrane,
};

import type { ImportedFormat } from '../format.ts';
import { parseRefer } from './parse-refer.ts';

export const refer: ImportedFormat = {
  id: 'refer',
  label: 'refer (ENW)',
  recognise: (text) => /^[ \t]*%[0A]\s+\S/m.test(text) && /^%[TJBDAV]\s/m.test(text),
  evidence: 'tags',
  read: parseRefer,
};

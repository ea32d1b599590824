import type { ImportedFormat } from '../format.ts';
import { parseRefworks } from './parse-refworks.ts';

export const refworks: ImportedFormat = {
  id: 'refworks',
  label: 'RefWorks',
  recognise: (text) => /^RT [A-Z][\w,/ ]+$/m.test(text) && /^(?:SR|ID|A1|T1|YR|JF) \S/m.test(text),
  evidence: 'tags',
  endsWithLineBreak: true,
  read: parseRefworks,
};

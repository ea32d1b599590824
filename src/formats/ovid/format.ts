import type { ImportedFormat } from '../format.ts';
import { parseOvid } from './parse-ovid.ts';

export const ovid: ImportedFormat = {
  id: 'ovid',
  label: 'Ovid',
  recognise: (text) => /^[ \t]*<\d+>[ \t]*$/m.test(text) && /^(?:Title|Author|Source)\s*$/m.test(text),
  evidence: 'tags',
  endsWithLineBreak: true,
  read: parseOvid,
};

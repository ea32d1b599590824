import type { ImportedFormat } from '../format.ts';
import { parseWos } from './parse-wos.ts';

export const wos: ImportedFormat = {
  id: 'wos',
  label: 'Web of Science',
  recognise: (text) => /^\uFEFF?(?:FN .*|VR [\d.]+)$/m.test(text) || /^PT [JBSP]\s*$/m.test(text),
  evidence: 'tags',
  read: parseWos,
};

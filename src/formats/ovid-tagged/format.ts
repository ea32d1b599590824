import type { ImportedFormat } from '../format.ts';
import { parseOvidTagged } from './parse-ovid-tagged.ts';

export const ovidTagged: ImportedFormat = {
  id: 'ovid-tagged',
  label: 'Ovid tagged',
  recognise: (text) =>
    /^VN {1,2}- Ovid Technologies/m.test(text) ||
    (/^[ \t]*<\d+\. ?>[ \t]*$/m.test(text) && /^(?:AU|TI|SO|UI) {1,2}- /m.test(text)),
  evidence: 'unique names',
  endsWithLineBreak: true,
  read: parseOvidTagged,
};

import type { ImportedFormat } from '../format.ts';
import { parseCrossrefJson } from './parse-crossref-json.ts';

export const crossrefJson: ImportedFormat = {
  id: 'crossref-json',
  label: 'Crossref JSON',
  recognise: (text) =>
    /^\s*[[{]/.test(text) &&
    (/"message-type"\s*:/.test(text) || /"container-title"\s*:\s*\[/.test(text) || /"title"\s*:\s*\[/.test(text)),
  evidence: 'unique names',
  read: parseCrossrefJson,
};

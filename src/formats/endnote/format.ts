import type { ImportedFormat } from '../format.ts';
import { parseEndnoteXml } from './parse-endnote-xml.ts';

export const endnoteXml: ImportedFormat = {
  id: 'endnote-xml',
  label: 'EndNote XML',
  recognise: (text) => /^\s*<[?!A-Za-z]/.test(text) && /<(?:ref-type|source-app|contributors|rec-number)\b/.test(text),
  evidence: 'unique names',
  read: parseEndnoteXml,
};

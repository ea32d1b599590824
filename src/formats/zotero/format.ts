import type { ImportedFormat } from '../format.ts';
import { parseZoteroJson } from './parse-zotero-json.ts';

export const zoteroJson: ImportedFormat = {
  id: 'zotero-json',
  label: 'Zotero JSON',
  recognise: (text) => /^\s*[[{]/.test(text) && /"itemType"\s*:\s*"/.test(text),
  evidence: 'unique names',
  read: parseZoteroJson,
};

import type { ImportedFormat } from '../format.ts';
import { parseOpenalexJson } from './parse-openalex-json.ts';

export const openalexJson: ImportedFormat = {
  id: 'openalex-json',
  label: 'OpenAlex JSON',
  recognise: (text) => /^\s*[[{]/.test(text) && /"id"\s*:\s*"https:\/\/openalex\.org\/W\d/.test(text),
  evidence: 'unique names',
  read: parseOpenalexJson,
};

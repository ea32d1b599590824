import type { ImportedFormat } from '../format.ts';
import { parsePubmedXml } from './parse-pubmed-xml.ts';

export const pubmedXml: ImportedFormat = {
  id: 'pubmed-xml',
  label: 'PubMed XML',
  recognise: (text) => /^\s*<[^%]*<?(?:PubmedArticle|PubmedBookArticle)\b/.test(text) && /^\s*<[?!A-Za-z]/.test(text),
  evidence: 'unique names',
  read: parsePubmedXml,
};

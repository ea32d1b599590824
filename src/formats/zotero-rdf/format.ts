import type { ImportedFormat } from '../format.ts';
import { parseZoteroRdf } from './parse-zotero-rdf.ts';

export const zoteroRdf: ImportedFormat = {
  id: 'zotero-rdf',
  label: 'Zotero RDF',
  recognise: (text) => /^\uFEFF?\s*<[?!A-Za-z]/.test(text) && /<rdf:RDF\b/.test(text) && /<z:itemType>/.test(text),
  evidence: 'unique names',
  read: parseZoteroRdf,
};

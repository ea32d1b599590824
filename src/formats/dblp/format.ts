import type { ImportedFormat } from '../format.ts';
import { parseDblpXml } from './parse-dblp-xml.ts';

export const dblpXml: ImportedFormat = {
  id: 'dblp-xml',
  label: 'DBLP XML',
  recognise: (text) =>
    /^\uFEFF?\s*<[?!A-Za-z]/.test(text) &&
    (/<dblp(?:person)?[\s>]/.test(text) || (/<hits\b/.test(text) && /<url>https:\/\/dblp\.org\//.test(text))),
  evidence: 'unique names',
  read: parseDblpXml,
};

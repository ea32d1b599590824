import type { ImportedFormat } from '../format.ts';
import { parseEuropepmcJson } from './parse-europepmc-json.ts';
import { parseEuropepmcXml } from './parse-europepmc-xml.ts';

export const europepmcJson: ImportedFormat = {
  id: 'europepmc-json',
  label: 'Europe PMC JSON',
  recognise: (text) =>
    /^\s*[[{]/.test(text) &&
    (/"hitCount"\s*:/.test(text) || (/"pubYear"\s*:/.test(text) && /"(?:authorString|inEPMC)"\s*:/.test(text))),
  evidence: 'unique names',
  read: parseEuropepmcJson,
};

export const europepmcXml: ImportedFormat = {
  id: 'europepmc-xml',
  label: 'Europe PMC XML',
  recognise: (text) => /<responseWrapper[\s>]/.test(text) && /europepmc\.org\/data|<resultList[\s>]/.test(text),
  evidence: 'unique names',
  read: parseEuropepmcXml,
};

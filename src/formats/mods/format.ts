import { formatWriter, type CitationFormat } from '../format.ts';
import { modsRules } from './mods-rules.ts';
import { parseMods } from './parse-mods.ts';
import { toModsRecord } from './write-mods.ts';

export const mods: CitationFormat = {
  id: 'mods',
  label: 'MODS',
  recognise: (text) => /<(?:mods:)?mods(?:Collection)?[\s>]/.test(text),
  evidence: 'unique names',
  read: parseMods,
  file: { extension: '.mods.xml', mediaType: 'application/mods+xml' },
  write: formatWriter({
    record: toModsRecord,
    frame: () => ({
      before: '<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n',
      between: '',
      after: '</modsCollection>\n',
    }),
  }),
  proof: { rules: modsRules },
};

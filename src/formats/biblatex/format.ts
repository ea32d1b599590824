import { bibtex } from '../bibtex/format.ts';
import { formatWriter, type CitationFormat } from '../format.ts';
import { biblatexRules } from './biblatex-rules.ts';
import { toBiblatexEntry } from './write-biblatex.ts';

export const biblatex: CitationFormat = {
  id: 'biblatex',
  label: 'BibLaTeX',
  recognise: (text) => bibtex.recognise(text) && /^[ \t]*(?:date|journaltitle)[ \t]*=[ \t]*[{"]/im.test(text),
  evidence: 'shared names',
  read: bibtex.read,
  file: { extension: '.biblatex.bib', mediaType: 'application/x-bibtex' },
  write: formatWriter({ record: toBiblatexEntry, frame: bibtex.write.frame }),
  proof: { rules: biblatexRules },
};

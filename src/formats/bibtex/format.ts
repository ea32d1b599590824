import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { formatWriter, type CitationFormat, type FileSummary } from '../format.ts';
import { bibtexRules } from './bibtex-rules.ts';
import { parseBibtex } from './parse-bibtex.ts';
import { crossCheckBibtex } from './cross-check.ts';
import { toBibtexEntry } from './write-bibtex.ts';

export const bibtex: CitationFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  recognise: (text) => /(?<![\w.])@[ \t]*[a-z][\w-]*\s*[{(]\s*(?:(?:[^\s,{}()"=]+\s*)?[,}]|\w+\s*=|")/i.test(text),
  evidence: 'syntax',
  read: parseBibtex,
  file: { extension: '.bib', mediaType: 'application/x-bibtex' },
  write: formatWriter({
    record: toBibtexEntry,
    frame: (summary) => ({ before: summary ? comment(summary) : '', between: '\n', after: '' }),
  }),
  proof: { rules: bibtexRules, crossCheck: crossCheckBibtex },
};

/** BibTeX ignores text outside entries, if it has no `@`. */
const comment = ({ count, newest }: FileSummary): string =>
  `% Records: ${count}${newest ? `; the newest is of ${formatPartialDate(newest)}` : ''}\n\n`;

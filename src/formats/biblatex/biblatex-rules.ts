import { toUnicodeLatex } from '../latex/write-latex.ts';
import { bibtexRules } from '../bibtex/bibtex-rules.ts';
import type { FormatRules } from '../proof/format-rules.ts';

/** Nothing is omitted: what biblatex has no field for is in `annote`. */
export const biblatexRules: FormatRules = {
  ...bibtexRules,
  omits: () => false,
  lacks: {
    affiliations: 'has no field for them',
    abstracts: 'has no field for a second abstract',
  },
  nativeName: toUnicodeLatex,
};

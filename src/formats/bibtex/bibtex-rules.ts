import { isGroup } from '../../domain/people/person-name.ts';
import type { Contribution } from '../../domain/publication/publication.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { writtenName } from './bibtex-name.ts';
import { languageName } from '../record/language-names.ts';
import { toLatex } from '../latex/write-latex.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { foldLatex } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';

export const bibtexRules: FormatRules = {
  fold: foldLatex,
  foldNames: foldLatex,
  foldKeywords: foldLatex,
  omits: (field) => field === 'mesh',
  lacks: {
    type: 'knows no finer kinds of article',
    affiliations: 'has no field for them',
    mesh: 'has no field for them',
    abstracts: 'has no field for a second abstract',
  },
  author: bibtexAuthor,
  marksGroups: false,
  nativeName: toLatex,
  unwrap: asWritten,
  language: languageName,
  label: asWritten,
  paragraphSeparator: ' ',
  title: richTextToPlain,
  notice: asWritten,
};

/** In BibTeX `author` has the Latin form of a name; other forms are in a separate field. */
export function bibtexAuthor(contribution: Contribution): string {
  const name = writtenName(contribution);
  // Without a given name a suffix cannot be between two commas.
  return !isGroup(name) && !name.given && name.suffix ? `${name.family} ${name.suffix}` : formatPersonName(name);
}

import { isGroup } from '../../domain/person-name.ts';
import type { Contribution } from '../../domain/publication.ts';
import { richTextToPlain } from '../../domain/rich-text.ts';
import { latinName } from '../bibtex-name.ts';
import { languageName } from '../languages.ts';
import { toLatex } from '../latex.ts';
import { formatPersonName } from '../person-name-text.ts';
import { foldLatex } from './folds.ts';
import { asWritten, type FormatRules } from './format-rules.ts';

export const bibtexRules: FormatRules = {
  fold: foldLatex,
  foldNames: foldLatex,
  foldKeywords: foldLatex,
  without: (field) => field === 'mesh',
  author: bibtexAuthor,
  tellsGroups: false,
  nativeName: toLatex,
  unwrap: asWritten,
  language: languageName,
  label: asWritten,
  between: ' ',
  title: richTextToPlain,
};

/** BibTeX has the Latin form of a name, and the others in a field of their own. */
export function bibtexAuthor(contribution: Contribution): string {
  const name = latinName(contribution) ?? contribution.name;
  // Without a given name there is no place between two commas.
  return !isGroup(name) && !name.given && name.suffix ? `${name.family} ${name.suffix}` : formatPersonName(name);
}

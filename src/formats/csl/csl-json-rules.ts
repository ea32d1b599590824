import { toCslTitle } from './csl-item.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { foldLines } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';

export const cslJsonRules: FormatRules = {
  fold: foldLines,
  foldNames: joinParticles,
  foldKeywords: splitKeywords,
  omits: (field) => field === 'mesh',
  lacks: {
    type: 'knows no finer kinds of article',
    affiliations: 'has no field for them',
    copyright: 'has no field for it',
    mesh: 'has no field for them',
    abstracts: 'has no field for a second abstract',
  },
  author: ({ name }) => formatPersonName(name),
  marksGroups: true,
  nativeName: (name) => JSON.stringify(name).slice(1, -1),
  unwrap: asWritten,
  language: asWritten,
  label: asWritten,
  paragraphSeparator: '\n',
  title: toCslTitle,
  notice: asWritten,
};

/** Folds the space after a particle: readers join particle and name with a space, or without one after `'` or `-`. */
function joinParticles(text: string): string {
  return foldLines(text).replace(/(?<=[-’']) +/g, '');
}

/** Folds commas and semicolons: CSL has one text for all keywords, and a keyword may hold these characters too. */
function splitKeywords(text: string): string {
  return foldLines(text)
    .split(/[,;\n]\s*/)
    .filter(Boolean)
    .join(', ');
}

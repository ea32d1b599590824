import { toCslTitle } from './csl-item.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { foldLines } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';

export const cslJsonRules: FormatRules = {
  fold: foldLines,
  foldNames: joinParticles,
  foldKeywords: splitKeywords,
  omits: (field) => field === 'mesh',
  author: ({ name }) => formatPersonName(name),
  marksGroups: true,
  nativeName: (name) => JSON.stringify(name).slice(1, -1),
  unwrap: asWritten,
  language: asWritten,
  label: asWritten,
  paragraphSeparator: '\n',
  title: toCslTitle,
};

/** Particles stand by themselves, and are joined again with a space or, after an apostrophe or a hyphen, without one. */
function joinParticles(text: string): string {
  return foldLines(text).replace(/(?<=[-’']) +/g, '');
}

/** All keywords are one text, in which a comma or a semicolon may separate two, or stand in one or beside it. */
function splitKeywords(text: string): string {
  return foldLines(text)
    .split(/[,;\n]\s*/)
    .filter(Boolean)
    .join(', ');
}

import { foldMarkup } from '../proof/folds.ts';
import type { FormatRules } from '../proof/format-rules.ts';
import { plainTextRules } from '../proof/plain-text-rules.ts';

export const risRules: FormatRules = {
  ...plainTextRules,
  fold: foldMarkup,
  foldNames: foldMarkup,
  foldKeywords: foldMarkup,
  omits: (field, { publication: { type, isbn } }) =>
    field === 'mesh' ||
    (field === 'volume' && ['media', 'patent'].includes(type)) ||
    (field === 'issue' && ['media', 'patent', 'chapter'].includes(type)) ||
    (field === 'issn' && (isbn !== undefined || ['report', 'patent'].includes(type))),
  lacks: {
    affiliations: 'has one address for all authors',
    mesh: 'has no field for them',
    abstracts: 'has no field for a second abstract',
    citekey: 'has no keys',
  },
};

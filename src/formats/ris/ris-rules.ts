import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { foldMarkup } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';

export const risRules: FormatRules = {
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
  author: ({ name }) => formatPersonName(name),
  marksGroups: false,
  nativeName: oneLine,
  unwrap: asWritten,
  language: asWritten,
  label: asWritten,
  paragraphSeparator: ' ',
  title: richTextToPlain,
  notice: asWritten,
};

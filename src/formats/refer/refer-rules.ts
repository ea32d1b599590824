import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { foldMarkup } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';

export const referRules: FormatRules = {
  fold: foldMarkup,
  foldNames: foldMarkup,
  // EndNote separates keywords by semicolons too.
  foldKeywords: (text) => foldMarkup(text).replace(/; */g, '\n'),
  omits: () => false,
  lacks: { abstracts: 'has no field for a second abstract' },
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

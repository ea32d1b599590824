import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { asWritten, type FormatRules } from './format-rules.ts';

/** What formats of tagged lines of plain text, such as RIS, have in common: each value stands in them as it is written. */
export const taggedTextRules = {
  author: ({ name }) => formatPersonName(name),
  marksGroups: false,
  nativeName: oneLine,
  unwrap: asWritten,
  language: asWritten,
  label: asWritten,
  paragraphSeparator: ' ',
  title: richTextToPlain,
  notice: asWritten,
} as const satisfies Partial<FormatRules>;

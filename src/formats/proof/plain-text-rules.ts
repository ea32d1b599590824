import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { asWritten, type FormatRules } from './format-rules.ts';

/** What formats without a markup of their own in values have in common, such as RIS and MODS: each value is as it is written. */
export const plainTextRules = {
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

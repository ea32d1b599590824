import { escapeXml } from '../../domain/text/xml.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { foldMarkup } from '../proof/folds.ts';
import { asWritten, type FormatRules } from '../proof/format-rules.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';

/** XML 1.0 has no U+FFFE and U+FFFF. */
const fold = (text: string): string => foldMarkup(text.replace(/[\ufffe\uffff]/g, ''));

export const modsRules: FormatRules = {
  fold,
  foldNames: fold,
  foldKeywords: fold,
  omits: () => false,
  lacks: {},
  author: ({ name }) => formatPersonName(name),
  marksGroups: true,
  nativeName: (name) => escapeXml(oneLine(name)),
  unwrap: asWritten,
  language: asWritten,
  label: asWritten,
  paragraphSeparator: ' ',
  title: richTextToPlain,
  notice: asWritten,
};

import { escapeXml } from '../../domain/text/xml.ts';
import { foldMarkup } from '../proof/folds.ts';
import type { FormatRules } from '../proof/format-rules.ts';
import { plainTextRules } from '../proof/plain-text-rules.ts';
import { oneLine } from '../record/one-line.ts';

/** XML 1.0 has no U+FFFE and U+FFFF. */
const fold = (text: string): string => foldMarkup(text.replace(/[\ufffe\uffff]/g, ''));

export const modsRules: FormatRules = {
  ...plainTextRules,
  fold,
  foldNames: fold,
  foldKeywords: fold,
  omits: () => false,
  lacks: {},
  marksGroups: true,
  nativeName: (name) => escapeXml(oneLine(name)),
};

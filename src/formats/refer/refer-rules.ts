import { foldMarkup } from '../proof/folds.ts';
import type { FormatRules } from '../proof/format-rules.ts';
import { plainTextRules } from '../proof/plain-text-rules.ts';

export const referRules: FormatRules = {
  ...plainTextRules,
  fold: foldMarkup,
  foldNames: foldMarkup,
  // EndNote separates keywords by semicolons too.
  foldKeywords: (text) => foldMarkup(text).replace(/; */g, '\n'),
  omits: () => false,
  lacks: { abstracts: 'has no field for a second abstract' },
};

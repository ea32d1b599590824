import type { Dictionary } from './dictionary.ts';
import { fa } from './fa.ts';
import { fieldHelpFa } from './field-help-fa.ts';
import { fieldLabelsFa, optionLabelsFa } from './fields-fa.ts';
import { toPersian } from './translate-sentence.ts';

export const words: Dictionary = {
  strings: fa,
  labels: fieldLabelsFa,
  help: fieldHelpFa,
  options: optionLabelsFa,
  translate: toPersian,
};

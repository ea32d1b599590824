import type { Dictionary } from './dictionary.ts';
import { fa } from './fa.ts';
import { fieldHelpFa } from './field-help-fa.ts';
import { fieldLabelsFa, optionLabelsFa } from './fields-fa.ts';

export const words: Dictionary = {
  strings: fa,
  labels: fieldLabelsFa,
  help: fieldHelpFa,
  loadOtherHelp: async () => (await import('./field-help-others-fa.ts')).otherFieldHelpFa,
  options: optionLabelsFa,
  loadSentences: async (of) => {
    const [{ sentenceTranslator }, { fieldProblemsFa }, content, imported] = await Promise.all([
      import('./translate-sentence.ts'),
      import('./field-problems-fa.ts'),
      of === 'desk' ? undefined : import('./content-problems-fa.ts'),
      of === 'import' ? import('./import-problems-fa.ts') : undefined,
    ]);
    return sentenceTranslator(fieldProblemsFa, content?.contentProblemsFa ?? [], imported?.importProblemsFa ?? []);
  },
};

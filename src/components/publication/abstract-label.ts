import type { StringKey } from '../../i18n/locales.ts';
import type { Translator } from '../../i18n/translate.ts';

/** Labels of structured abstracts, lower case and with `and` written out, as journals print them in English. */
const labels: Readonly<Record<string, StringKey>> = {
  aim: 'label.aims',
  aims: 'label.aims',
  purpose: 'label.aims',
  background: 'label.background',
  context: 'label.background',
  importance: 'label.significance',
  introduction: 'label.introduction',
  objective: 'label.objectives',
  objectives: 'label.objectives',
  method: 'label.methods',
  methods: 'label.methods',
  'patients and methods': 'label.patients-and-methods',
  'materials and methods': 'label.materials-and-methods',
  'material and methods': 'label.materials-and-methods',
  design: 'label.design',
  'study design': 'label.design',
  setting: 'label.setting',
  settings: 'label.setting',
  participants: 'label.participants',
  patients: 'label.participants',
  intervention: 'label.interventions',
  interventions: 'label.interventions',
  'main outcome measures': 'label.outcomes',
  'main outcomes and measures': 'label.outcomes',
  result: 'label.results',
  results: 'label.results',
  findings: 'label.findings',
  discussion: 'label.discussion',
  limitations: 'label.limitations',
  conclusion: 'label.conclusions',
  conclusions: 'label.conclusions',
  interpretation: 'label.interpretation',
  significance: 'label.significance',
  funding: 'label.funding',
  'trial registration': 'label.registration',
};

/** A label in the rail: the reader's word for an English one that is usual, else as printed, in its own language. */
export function abstractLabel(
  label: string,
  lang: string,
  t: Translator,
  locale: string,
): { readonly text: string; readonly lang: string } {
  const key =
    lang.startsWith('en') && !locale.startsWith('en')
      ? labels[label.toLowerCase().replace(/&/g, 'and').replace(/:$/, '')]
      : undefined;
  return key === undefined ? { text: label, lang } : { text: t(key), lang: locale };
}

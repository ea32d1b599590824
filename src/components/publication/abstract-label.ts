import type { StringKey } from '../../i18n/locales.ts';
import type { Translator } from '../../i18n/translate.ts';

/** English labels of structured abstracts → key of their translation. Lower case, with `and` instead of `&`. */
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
  methodology: 'label.methods',
  'patients and methods': 'label.patients-and-methods',
  'materials and methods': 'label.materials-and-methods',
  'material and methods': 'label.materials-and-methods',
  'materials and method': 'label.materials-and-methods',
  'methods and materials': 'label.materials-and-methods',
  design: 'label.design',
  'study design': 'label.design',
  setting: 'label.setting',
  settings: 'label.setting',
  participants: 'label.participants',
  patients: 'label.participants',
  intervention: 'label.interventions',
  interventions: 'label.interventions',
  'main outcome measure': 'label.outcomes',
  'main outcome measures': 'label.outcomes',
  'main outcomes and measures': 'label.outcomes',
  result: 'label.results',
  results: 'label.results',
  'main results': 'label.results',
  findings: 'label.findings',
  'key findings': 'label.findings',
  'principal findings': 'label.findings',
  discussion: 'label.discussion',
  limitations: 'label.limitations',
  conclusion: 'label.conclusions',
  conclusions: 'label.conclusions',
  interpretation: 'label.interpretation',
  significance: 'label.significance',
  funding: 'label.funding',
  'trial registration': 'label.registration',
};

/** The translation of a common English label, else the label as printed; `lang` is the language of the result. */
export function abstractLabel(
  label: string,
  lang: string,
  t: Translator,
  locale: string,
): { readonly text: string; readonly lang: string } {
  const translated =
    lang.startsWith('en') && !locale.startsWith('en')
      ? translate(label.toLowerCase().replace(/&/g, 'and').replace(/:$/, ''), t, locale)
      : undefined;
  return translated === undefined ? { text: inSmallLetters(label), lang } : { text: translated, lang: locale };
}

/** Also a label of two, such as `methods and results` and `background/aims`. */
function translate(label: string, t: Translator, locale: string): string | undefined {
  const keys = (label in labels ? [label] : label.split(/ and |\//)).map((part) => labels[part]);
  const known = keys.filter((key) => key !== undefined);
  return known.length === keys.length ? new Intl.ListFormat(locale).format(known.map((key) => t(key))) : undefined;
}

/** Writes a label in capitals with lower-case letters: `OBJECTIVE` → `Objective`. Short labels may be abbreviations, and stay. */
function inSmallLetters(label: string): string {
  if (label !== label.toUpperCase() || !/\p{Lu}{4}/u.test(label)) return label;
  return label.charAt(0) + label.slice(1).toLowerCase();
}

import { en, type DeskString } from './en.ts';
import { fa } from './fa.ts';
import { fieldHelpFa } from './field-help-fa.ts';
import { fieldLabelsFa, optionLabelsFa } from './fields-fa.ts';
import { isolate, toPersian } from './translate-sentence.ts';
import { labelFromName, labelFromOption } from './field-labels.ts';

/** Languages of the desk. */
export const deskLanguages = ['en', 'fa'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

/** The words of the desk in one language. */
export interface DeskWords {
  readonly language: DeskLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** A string of the interface, with `{name}` replaced; numbers have the digits of the language. */
  say(key: DeskString, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** Label of a field, from its name in the file. */
  label(name: string): string;
  /** Help of a field, from its sentence in the manual. */
  help(sentence: string): string;
  /** A sentence of the check or of the store, such as a message or a hint. What has no translation stays in English. */
  sentence(english: string): Sentence;
  /** A word of a closed list, such as `retracted`. */
  option(word: string): string;
  /** `fa` → Persian. */
  languageName(tag: string): string;
}

export interface Sentence {
  readonly text: string;
  readonly lang: DeskLanguage;
  readonly dir: 'ltr' | 'rtl';
}

export function deskWords(language: DeskLanguage): DeskWords {
  const persian = language === 'fa';
  const strings = persian ? fa : en;
  const numbers = new Intl.NumberFormat(persian ? 'fa-IR' : 'en');
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const number = (value: number): string => numbers.format(value);
  return {
    language,
    direction: persian ? 'rtl' : 'ltr',
    number,
    say: (key, values = {}) =>
      strings[key].replace(/\{(\w+)\}/g, (written, name: string) => {
        const value = values[name];
        if (value === undefined) return written;
        if (typeof value === 'number') return number(value);
        return persian && /[a-z\d]/i.test(value) ? isolate(value) : value;
      }),
    label: (name) => (persian ? fieldLabelsFa[name] : undefined) ?? labelFromName(name),
    help: (sentence) => (persian ? fieldHelpFa[sentence] : undefined) ?? sentence,
    sentence: (english) => {
      const translated = persian ? toPersian(english) : undefined;
      return translated === undefined
        ? { text: english, lang: 'en', dir: 'ltr' }
        : { text: translated, lang: 'fa', dir: 'rtl' };
    },
    option: (word) => (persian ? optionLabelsFa[word] : undefined) ?? labelFromOption(word),
    languageName: (tag) => names.of(tag) ?? tag,
  };
}

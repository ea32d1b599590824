import type { DeskKind } from '../../model/record.ts';
import { shortKey } from '../../model/short-key.ts';
import { sentencesOf, type Dictionary, type SentencesOf } from './dictionary.ts';
import type { DeskString } from './en.ts';
import { isolate } from './isolate.ts';
import { labelFromName, labelFromOption } from './field-labels.ts';
import type { TranslateSentence } from './translate-sentence.ts';

/** Languages that the desk has. */
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
  /** Help of a field, from its sentence in the manual. Empty while its translation is not loaded. */
  help(sentence: string): string;
  /** Loads the help of the fields of a kind; undefined where it is there. Where it cannot be loaded, it stays in English. */
  loadHelp(kind: DeskKind): Promise<void> | undefined;
  /**
   * Loads the translations of sentences, which most records do not need. Where they cannot be loaded, sentences stay in English.
   * `wanted`: who says them, where that is not the usual one.
   */
  loadSentences(wanted?: SentencesOf): Promise<void>;
  /** Whether {@link loadSentences} has ended. */
  hasSentences(wanted?: SentencesOf): boolean;
  /**
   * A sentence of the check or of the store, such as a message or a hint. What has no translation stays in English, and so does
   * all before {@link loadSentences} has ended.
   */
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

/** Loaded dictionaries. A browser loads only those of the languages that its user chooses. */
const dictionaries = new Map<DeskLanguage, Dictionary>();

/** Loads the words of a language. Rejects where they cannot be loaded, such as without a connection. */
export async function loadWords(language: DeskLanguage): Promise<void> {
  if (dictionaries.has(language)) return;
  const { words } = language === 'fa' ? await import('./words-fa.ts') : await import('./words-en.ts');
  dictionaries.set(language, words);
}

/** The words of a language. Throws where {@link loadWords} has not loaded it. `of`: who says the sentences of problems. */
export function deskWords(language: DeskLanguage, of: SentencesOf = 'server'): DeskWords {
  const dictionary = dictionaries.get(language);
  if (!dictionary) throw new Error(`The words of the language ${language} are not loaded.`);
  const { strings, labels, help, options, loadSentences, loadOtherHelp } = dictionary;
  let otherHelp: Dictionary['help'] | undefined = loadOtherHelp ? undefined : {};
  let translate: TranslateSentence = () => undefined;
  /** How many of {@link sentencesOf} are loaded: those of each contain those before it. */
  let loaded = loadSentences ? 0 : sentencesOf.length;
  const countOf = (wanted: SentencesOf): number => sentencesOf.indexOf(wanted) + 1;
  const loading: Partial<Record<SentencesOf, Promise<void> | undefined>> = {};
  const persian = language === 'fa';
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
    label: (name) => labels[name] ?? labelFromName(name),
    help: (sentence) => {
      const find = (table: Dictionary['help'] = {}) => table[sentence] ?? table[shortKey(sentence)];
      return find(help) ?? find(otherHelp) ?? (otherHelp ? sentence : '');
    },
    loadHelp: (kind) =>
      kind === 'publications' || otherHelp
        ? undefined
        : loadOtherHelp?.().then(
            (loaded) => void (otherHelp = loaded),
            () => void (otherHelp = {}),
          ),
    hasSentences: (wanted = of) => loaded >= countOf(wanted),
    loadSentences: (wanted = of) =>
      (loading[wanted] ??= (loadSentences?.(wanted) ?? Promise.resolve(() => undefined)).then(
        (translation) => {
          if (loaded >= countOf(wanted)) return;
          translate = translation;
          loaded = countOf(wanted);
        },
        () => {
          // The next sentence tries again: the connection may be back.
          loading[wanted] = undefined;
        },
      )),
    sentence: (english) => {
      const translated = translate(english);
      return translated === undefined
        ? { text: english, lang: 'en', dir: 'ltr' }
        : { text: translated, lang: language, dir: persian ? 'rtl' : 'ltr' };
    },
    option: (word) => options[word] ?? labelFromOption(word),
    languageName: (tag) => names.of(tag) ?? tag,
  };
}

import { readScriptWords, type Messages, type ScriptSettings } from '../page/script-words.ts';
import type { CiteSettings } from '../cite/cite-many.ts';

/** Settings for the scripts of the search: addresses, strings, and citation formats. */
export interface SearchSettings extends ScriptSettings, CiteSettings {
  readonly people: string;
  readonly search: string;
  readonly readingList: string;
}

/** The interface in the reader's language. */
export interface Words extends SearchSettings, Messages {
  /** The comma of the language, followed by a space. */
  readonly comma: string;
  /** Name of a language. */
  language(tag: string): string;
  /** The name in the reader's language, from names by language. */
  name(names: Readonly<Record<string, string>> | undefined, fallback: string): string;
}

export function readWords(json: string): Words {
  const words = readScriptWords<SearchSettings>(json);
  const languages = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'code' });
  return {
    ...words,
    comma: document.documentElement.dir === 'rtl' ? '، ' : ', ',
    language: (tag) => languages.of(tag) ?? tag,
    name: (names = {}, fallback) => names[words.locale] ?? names['und'] ?? Object.values(names)[0] ?? fallback,
  };
}

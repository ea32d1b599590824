import { fillFault } from '../../../stores/repository/fill-fault.ts';
import type { ExplainFault } from '../../../stores/repository/host-words.ts';
import type { DeskLanguage } from '../../strings/desk-words.ts';
import type { PublishedString } from './en.ts';
import type { PublishedDictionary } from './published-dictionary.ts';

/** The words of the published page around the desk, in one language. */
export interface PublishedWords {
  readonly direction: 'ltr' | 'rtl';
  /** Numbers have the digits of the language. */
  say(key: PublishedString, values?: Readonly<Record<string, string | number>>): string;
  readonly explain: ExplainFault;
}

export async function loadPublishedWords(language: DeskLanguage): Promise<PublishedWords> {
  const { words } = language === 'fa' ? await import('./words-fa.ts') : await import('./words-en.ts');
  return toWords(language, words);
}

const toWords = (language: DeskLanguage, { strings, faults }: PublishedDictionary): PublishedWords => ({
  direction: language === 'fa' ? 'rtl' : 'ltr',
  say: (key, values = {}) =>
    strings[key].replace(/\{(\w+)\}/g, (written, name: string) => {
      const value = values[name] ?? written;
      return typeof value === 'number' ? value.toLocaleString(language === 'fa' ? 'fa-IR' : 'en') : value;
    }),
  explain: (fault, values) => fillFault(faults[fault], values),
});

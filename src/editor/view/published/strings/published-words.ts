import { fillFault, hostWords, type ExplainFault } from '../../../stores/repository/host-words.ts';
import type { DeskLanguage } from '../../strings/desk-words.ts';
import { en, type PublishedString } from './en.ts';
import { fa } from './fa.ts';
import { hostWordsFa } from './host-words-fa.ts';

/** The words of the published page around the desk, in one language. */
export interface PublishedWords {
  readonly direction: 'ltr' | 'rtl';
  say(key: PublishedString, values?: Readonly<Record<string, string>>): string;
  readonly explain: ExplainFault;
}

export function publishedWords(language: DeskLanguage): PublishedWords {
  const persian = language === 'fa';
  const strings = persian ? fa : en;
  const faults = persian ? hostWordsFa : hostWords;
  return {
    direction: persian ? 'rtl' : 'ltr',
    say: (key, values = {}) => strings[key].replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written),
    explain: (fault, values) => fillFault(faults[fault], values),
  };
}

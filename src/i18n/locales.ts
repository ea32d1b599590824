import { textDirection } from '../domain/languages/language.ts';
import * as strings from './strings/index.ts';

/** What the interface has to know about a language before it can speak it. */
export interface Locale {
  /** BCP 47 tag; also the prefix in addresses. */
  readonly code: string;
  /** Name of the language in the language itself. */
  readonly label: string;
  readonly direction: 'ltr' | 'rtl';
  /** Tag for `Intl`, where the conventions of one region are meant: `en-GB` writes 4 March 2024. */
  readonly intl: string;
  /** Numbering system of CLDR, such as `arabext` for the digits ۰ to ۹. */
  readonly digits: string;
  /** Calendar of CLDR in which days are named; years of publication stay Gregorian everywhere. */
  readonly calendar: string;
}

export type Strings = typeof strings.en;
export type StringKey = keyof Strings;

/** Every message is a string, or one string for each plural category of the language. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const tables: Readonly<Record<string, Readonly<Partial<Record<string, Message>>>>> = strings;

/** Languages that the interface speaks. Another one is a file beside `en.json` and a line in `strings/index.ts`. */
export const knownLocales: readonly string[] = Object.keys(tables);

export const findStrings = (code: string): Readonly<Partial<Record<string, Message>>> | undefined => tables[code];

/** An unknown language is shown in English words with its own name. */
export function requireLocale(code: string): Locale {
  const setting = (key: 'label' | 'direction' | 'intl' | 'digits' | 'calendar'): string | undefined => {
    const value = tables[code]?.[`locale.${key}`];
    return typeof value === 'string' ? value : undefined;
  };
  const direction = setting('direction');
  return {
    code,
    label: setting('label') ?? code,
    direction: direction === 'rtl' || direction === 'ltr' ? direction : textDirection(code),
    intl: setting('intl') ?? code,
    digits: setting('digits') ?? 'latn',
    calendar: setting('calendar') ?? 'gregory',
  };
}

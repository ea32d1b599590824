import { textDirection } from '../domain/languages/language.ts';
import * as strings from './strings/index.ts';

/** Conventions of a language of the interface. */
export interface Locale {
  /** BCP 47 tag; also the prefix in addresses. */
  readonly code: string;
  /** Name of the language in the language itself. */
  readonly label: string;
  readonly direction: 'ltr' | 'rtl';
  /** Tag for `Intl`, with a region for its conventions: `en-GB` writes 4 March 2024. */
  readonly intl: string;
  /** Numbering system of CLDR, such as `arabext` for the digits ۰ to ۹. */
  readonly digits: string;
  /** Calendar of CLDR that readers use beside the Gregorian one. Dates that are printed in it are shown in it. */
  readonly calendar: string;
}

export type Strings = typeof strings.en;
export type StringKey = keyof Strings;

/** Every message is a string, or one string for each plural category of the language. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const tables: Readonly<Record<string, Readonly<Partial<Record<string, Message>>>>> = strings;

/** Languages of the interface. A new one is a file beside `en.json` and a line in `strings/index.ts`. */
export const knownLocales: readonly string[] = Object.keys(tables);

export const findStrings = (code: string): Readonly<Partial<Record<string, Message>>> | undefined => tables[code];

/** Conventions of a locale; for an unknown one the code is its name and the other values are defaults. */
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

import { findStrings, requireLocale, type Message } from './locales.ts';

export interface MissingString {
  readonly key: string;
  /** The missing plural category, when the string exists without it. */
  readonly category?: string;
}

/** English strings that a language lacks. Readers see them in English, or in another plural form. */
export function findMissingStrings(locale: string): readonly MissingString[] {
  const strings = findStrings(locale) ?? {};
  const { pluralCategories } = new Intl.PluralRules(requireLocale(locale).intl).resolvedOptions();
  return Object.entries(findStrings('en') ?? {}).flatMap(([key, source]): MissingString[] => {
    const message = strings[key];
    if (message === undefined) return [{ key }];
    if (typeof source === 'string') return [];
    const forms: Message = typeof message === 'string' ? {} : message;
    return pluralCategories.filter((category) => forms[category] === undefined).map((category) => ({ key, category }));
  });
}

import { findStrings, requireLocale, type Message } from './locales.ts';

export interface MissingString {
  readonly key: string;
  /** Plural category that the language needs, where only that is missing. */
  readonly category?: string;
}

/** What a language lacks of the English strings; readers get these in English, or in another plural form. */
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

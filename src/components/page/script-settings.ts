import { findStrings, requireLocale, type Message, type StringKey } from '../../i18n/locales.ts';
import type { ScriptSettings } from './script-words.ts';
import type { View } from './view.ts';

/** Settings for a script of the page: the locale, and the strings for the given keys, in the institute's words where it has some. */
export function scriptSettings(
  { site, locale }: Pick<View, 'site' | 'locale'>,
  keys: readonly StringKey[],
): ScriptSettings {
  const { intl, digits } = requireLocale(locale);
  const own = { ...findStrings(locale), ...site.strings?.[locale] };
  const english = findStrings('en') ?? {};
  const words: Record<string, Message> = {};
  for (const key of keys) words[key] = own[key] ?? english[key] ?? key;
  return { locale, numbers: `${intl}-u-nu-${digits}`, words };
}

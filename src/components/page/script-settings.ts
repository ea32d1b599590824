import { findStrings, requireLocale, type Message, type StringKey } from '../../i18n/locales.ts';
import type { ScriptSettings } from './script-words.ts';

/** The words of some keys for a script, which no script can know by itself. */
export function scriptSettings(locale: string, keys: readonly StringKey[]): ScriptSettings {
  const { intl, digits } = requireLocale(locale);
  const own = findStrings(locale) ?? {};
  const english = findStrings('en') ?? {};
  const words: Record<string, Message> = {};
  for (const key of keys) words[key] = own[key] ?? english[key] ?? key;
  return { locale, numbers: `${intl}-u-nu-${digits}`, words };
}

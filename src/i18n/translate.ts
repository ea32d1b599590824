import type { OwnStrings } from '../domain/institute/own-strings.ts';
import { createFormatter } from './format.ts';
import { findStrings, requireLocale, type Message, type StringKey } from './locales.ts';

export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Translates a string of the interface. `{name}` in a message is replaced by the parameter of that name; numbers have the
 * digits of the language, and `count` selects the plural form. A string that the language lacks is English.
 */
export type Translator = (key: StringKey, parameters?: Parameters) => string;

const translators = new Map<string, Translator>();
/** Translators with strings of an institute, by the object of strings, which belongs to one language. */
const ownTranslators = new WeakMap<OwnStrings, Translator>();

/** `own`: strings of the institute in this language, which replace those of Colophon. */
export function createTranslator(code: string, own?: OwnStrings): Translator {
  const cached = own === undefined ? translators.get(code) : ownTranslators.get(own);
  if (cached !== undefined) return cached;
  const locale = requireLocale(code);
  const [strings, english] = [{ ...findStrings(code), ...own }, findStrings('en') ?? {}];
  const plural = new Intl.PluralRules(locale.intl);
  const englishPlural = new Intl.PluralRules('en');
  const { number } = createFormatter(code);

  const translate: Translator = (key, parameters) => {
    const translated = strings[key];
    const message = translated ?? english[key] ?? key;
    const text = chooseForm(message, parameters?.['count'], translated === undefined ? englishPlural : plural);
    if (parameters === undefined) return text;
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = parameters[name];
      return value === undefined ? placeholder : typeof value === 'number' ? number(value) : value;
    });
  };
  if (own === undefined) translators.set(code, translate);
  else ownTranslators.set(own, translate);
  return translate;
}

function chooseForm(message: Message, count: string | number | undefined, rules: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const category = typeof count === 'number' ? rules.select(count) : 'other';
  return message[category] ?? message.other ?? '';
}

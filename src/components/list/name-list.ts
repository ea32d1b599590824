import { scriptDirection, textDirection } from '../../domain/languages/language.ts';
import { knownLocales } from '../../i18n/locales.ts';
import { createTranslator } from '../../i18n/translate.ts';

/** The comma for the script of the names. */
export const nameComma = (name: string): string => (scriptDirection(name) === 'rtl' ? '، ' : ', ');

/** “et al.” in the language of the publication if that has the script of the names, else in that of the page. */
export function etAl(name: string, lang: string, locale: string): string {
  const direction = scriptDirection(name) ?? 'ltr';
  const [language = 'en'] = lang.split('-');
  const code = [language, locale].find((own) => knownLocales.includes(own) && textDirection(own) === direction);
  return createTranslator(code ?? (direction === 'rtl' ? 'fa' : 'en'))('publication.et');
}

import { scriptDirection } from '../../domain/languages/language.ts';
import { knownLocales } from '../../i18n/locales.ts';
import { createTranslator } from '../../i18n/translate.ts';

/** The comma for the script of the names. */
export const nameComma = (name: string): string => (scriptDirection(name) === 'rtl' ? '، ' : ', ');

/** “et al.” in the language and script of the names. */
export function etAl(name: string, lang: string): string {
  const rtl = scriptDirection(name) === 'rtl';
  const [language = 'en'] = lang.split('-');
  const code = rtl
    ? language === 'ar'
      ? 'ar'
      : 'fa'
    : knownLocales.includes(language) && !isRtl(language)
      ? language
      : 'en';
  return createTranslator(code)('publication.et');
}

const isRtl = (language: string): boolean => language === 'fa' || language === 'ar';

import type { ReferenceLocale } from '../../../domain/publication/reference-styles.ts';
import { runAttributes, runIn } from '../../page/run.ts';

/**
 * The forms of a reference as paragraphs, the reader's language first. The Persian form is only for readers of Persian and
 * publications in Persian.
 */
export const referenceHtml = (
  forms: readonly { readonly locale: ReferenceLocale; readonly html: string }[],
  locale: string,
  lang: string,
): string =>
  forms
    .filter(({ locale: tag }) => tag === 'en-US' || isLanguage(tag, locale) || isLanguage(tag, lang))
    .sort((a, b) => Number(isLanguage(b.locale, locale)) - Number(isLanguage(a.locale, locale)))
    .map(({ locale: tag, html }) => `<p${runAttributes(runIn(tag.slice(0, 2), locale))}>${html}</p>`)
    .join('');

const isLanguage = (tag: ReferenceLocale, locale: string): boolean => tag.startsWith(locale.slice(0, 2));

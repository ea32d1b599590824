import { textDirection } from '../../../domain/languages/language.ts';
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
    .map(({ locale: tag, html }) => {
      const language = tag.slice(0, 2);
      return `<p${runAttributes(runIn(language, locale))}>${textDirection(language) === 'rtl' ? isolateLinks(html) : html}</p>`;
    })
    .join('');

/** A DOI between words from right to left would be shown with its prefix behind its suffix, and “doi:” behind both. */
const isolateLinks = (html: string): string =>
  html.replace(/(doi: ?)?<a (href=.*?<\/a>)/g, (link, doi: string | undefined, rest: string) =>
    doi === undefined ? `<a dir="ltr" ${rest}` : `<bdi dir="ltr">${link}</bdi>`,
  );

const isLanguage = (tag: ReferenceLocale, locale: string): boolean => tag.startsWith(locale.slice(0, 2));

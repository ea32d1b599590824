import type { ReferenceLocale } from '../../../domain/publication/reference-styles.ts';
import { runAttributes, runIn } from '../../page/run.ts';

/**
 * The forms of a reference as paragraphs, that of the reader's language first. The Persian form is for readers of
 * Persian, and for publications in Persian.
 */
export const referenceHtml = (
  forms: readonly { readonly locale: ReferenceLocale; readonly html: string }[],
  locale: string,
  lang: string,
): string =>
  forms
    .filter(({ locale: tag }) => tag === 'en-US' || isOf(tag, locale) || isOf(tag, lang))
    .sort((a, b) => Number(isOf(b.locale, locale)) - Number(isOf(a.locale, locale)))
    .map(({ locale: tag, html }) => `<p${runAttributes(runIn(tag.slice(0, 2), locale))}>${html}</p>`)
    .join('');

const isOf = (tag: ReferenceLocale, locale: string): boolean => tag.startsWith(locale.slice(0, 2));

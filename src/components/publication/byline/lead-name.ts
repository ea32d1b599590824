import { scriptDirection, textDirection } from '../../../domain/languages/language.ts';
import type { Contribution } from '../../../domain/publication/publication.ts';

/**
 * The name that an author is called by first: of a publication in Persian or Arabic, a reader of such a language sees the
 * name in that script; else as printed.
 */
export function leadName({ name, native }: Contribution, lang: string, locale: string): string {
  const { printed } = name;
  if (textDirection(lang) === 'ltr' || textDirection(locale) === 'ltr' || scriptDirection(printed) === 'rtl')
    return printed;
  return native?.[locale] ?? native?.[lang] ?? printed;
}

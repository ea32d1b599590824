import { scriptDirection, textDirection } from '../../../domain/languages/language.ts';
import type { Contribution } from '../../../domain/publication/publication.ts';

/**
 * The form of an author's name that is shown first: as printed. Only where both the publication and the page are in a language
 * from right to left, it is the name in that script.
 */
export function leadName({ name, native }: Contribution, lang: string, locale: string): string {
  const { printed } = name;
  if (textDirection(lang) === 'ltr' || textDirection(locale) === 'ltr' || scriptDirection(printed) === 'rtl')
    return printed;
  return native?.[locale] ?? native?.[lang] ?? printed;
}

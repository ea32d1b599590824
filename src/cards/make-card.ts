import { containerTitle, statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import { scriptDirection, textDirection } from '../domain/languages/language.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Site } from '../domain/institute/site.ts';
import { createFormatter } from '../i18n/format.ts';
import { requireLocale } from '../i18n/locales.ts';
import { createTranslator } from '../i18n/translate.ts';
import { canBeDrawn, cardLine, cardTitle } from './card-text.ts';
import type { Card } from './draw-card.ts';

/** Largest number of author names on a picture; it shows the number of the others. */
const authorLimit = 4;

/** The card of the institute in one language. */
export const instituteCard = (site: Site, locale: string): Card => ({
  direction: requireLocale(locale).direction,
  accent: site.accent.light,
  mark: site.logo === undefined,
  institute: cardLine(chooseText(site.institute, locale, site.locales)?.text ?? ''),
  platform: cardLine(chooseText(site.platform, locale, site.locales)?.text ?? ''),
});

/**
 * The card of a publication, in its own language; the card of the institute when the fonts cannot draw its title. `covered`:
 * the code points that they can draw.
 */
export function publicationCard(cited: CitedPublication, site: Site, covered: ReadonlySet<number>): Card {
  const { publication } = cited;
  const { lang, contributions, published, status } = publication;
  const locale = site.locales.find((code) => code === lang.split('-')[0]) ?? site.locales[0] ?? 'en';
  const own = instituteCard(site, locale);
  const t = createTranslator(locale, site.strings?.[locale]);
  const format = createFormatter(locale);
  const title = cardTitle(statusPrefix(publication), publication.title);
  if (!canBeDrawn(title.characters, covered)) return own;
  const names = contributions
    .map(({ name, native }) => native?.[lang] ?? name.printed)
    .filter((name) => canBeDrawn(cardLine(name).characters, covered));
  const shown = names.slice(0, authorLimit);
  const rest = contributions.length - shown.length;
  const comma = scriptDirection(shown[0] ?? '') === 'rtl' ? '، ' : ', ';
  const more = rest > 0 && shown.length > 0 ? [t('publication.andMore', { count: rest })] : [];
  const authors = [...shown, ...more].join(comma);
  const source = [containerTitle(cited), format.yearOf(published)]
    .filter((part) => part !== undefined && canBeDrawn(cardLine(part).characters, covered))
    .join(' · ');
  return {
    ...own,
    direction: textDirection(lang),
    publication: {
      title,
      authors: cardLine(authors),
      source: cardLine(source),
      ...(status === 'published' ? {} : { status: cardLine(t(`tag.${status}`)) }),
    },
  };
}

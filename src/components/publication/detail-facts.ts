import { inCalendarOf, type PartialDate } from '../../domain/dates/partial-date.ts';
import { doiUrl } from '../../domain/identifiers/doi.ts';
import type { Contribution, Publication } from '../../domain/publication/publication.ts';
import type { Formatter } from '../../i18n/format.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import { linkHtml, textHtml, type Fact } from '../page/facts-html.ts';
import { runIn, runOf } from '../page/run.ts';
import type { View } from '../page/view.ts';

/** Facts of books, reports, theses and translations, as rows of a `<dl>`. */
export function detailFacts(publication: Publication, { t, locale, format }: View): readonly Fact[] {
  const shown = (text: string): string => textHtml(text, runOf(text, publication.lang, locale));
  const text = (value: string | undefined): readonly string[] => (value ? [shown(value)] : []);
  const number = (value: string | undefined): readonly string[] =>
    value ? [`<bdi class="num">${escapeHtml(value)}</bdi>`] : [];
  const names = (contributions: readonly Contribution[]): readonly string[] =>
    contributions.map(({ name }) => shown(name.printed));
  const { accessed, online, thesis, containerDoi } = publication;
  const date = (value: PartialDate | undefined): readonly string[] =>
    value ? [`<span class="num">${format.date(inCalendarOf(publication.published, value))}</span>`] : [];
  return [
    { label: t('fact.thesis'), values: thesis?.kind ? [escapeHtml(t(`thesis.${thesis.kind}`))] : [] },
    { label: t('fact.advisors'), values: names(thesis?.advisors ?? []) },
    { label: t('fact.event'), values: eventOf(publication, shown, format) },
    {
      label: t('fact.containerDoi'),
      values: containerDoi
        ? [linkHtml(containerDoi, doiUrl(containerDoi), { external: true, run: runIn('en', locale) })]
        : [],
    },
    { label: t('fact.originalTitle'), values: text(publication.originalTitle) },
    { label: t('fact.editors'), values: names(publication.editors) },
    { label: t('fact.translators'), values: names(publication.translators) },
    { label: t('fact.edition'), values: text(publication.edition) },
    { label: t('fact.chapter'), values: number(publication.chapter) },
    { label: t('fact.series'), values: text(publication.series) },
    { label: t('fact.seriesNumber'), values: number(publication.seriesNumber) },
    { label: t('fact.seriesEditors'), values: names(publication.seriesEditors) },
    { label: t('fact.number'), values: number(publication.number) },
    { label: t('fact.version'), values: number(publication.version) },
    { label: t('fact.place'), values: text(publication.place) },
    { label: t('fact.pagesTotal'), values: number(publication.pagesTotal) },
    { label: t('fact.accessed'), values: date(accessed) },
    { label: t('fact.online'), values: date(online) },
  ];
}

/** Name, place and days of a congress. */
function eventOf(
  { event, published }: Publication,
  shown: (text: string) => string,
  format: Formatter,
): readonly string[] {
  if (!event) return [];
  const [start, end] = [event.start ?? event.end, event.end].map(
    (date) => date && format.date(inCalendarOf(published, date)),
  );
  const days = start === end ? start : [start, end].filter(Boolean).join(' – ');
  const parts = [
    ...[event.name, event.place].flatMap((text) => (text ? shown(text) : [])),
    ...(days ? [`<span class="num">${days}</span>`] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(format.comma)];
}

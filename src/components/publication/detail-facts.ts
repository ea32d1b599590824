import type { Contribution, Publication } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import { textHtml, type Fact } from '../page/facts-html.ts';
import { runOf } from '../page/run.ts';
import type { View } from '../page/view.ts';

/** What a reference to a book, report or translation needs, as rows of a `<dl>`. */
export function detailFacts(publication: Publication, { t, locale, format }: View): readonly Fact[] {
  const shown = (text: string): string => textHtml(text, runOf(text, publication.lang, locale));
  const text = (value: string | undefined): readonly string[] => (value ? [shown(value)] : []);
  const number = (value: string | undefined): readonly string[] =>
    value ? [`<bdi class="num">${escapeHtml(value)}</bdi>`] : [];
  const names = (contributions: readonly Contribution[]): readonly string[] =>
    contributions.map(({ name }) => shown(name.printed));
  const { accessed } = publication;
  return [
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
    { label: t('fact.accessed'), values: accessed ? [`<span class="num">${format.date(accessed)}</span>`] : [] },
  ];
}

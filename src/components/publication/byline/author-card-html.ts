import { orcidUrl } from '../../../domain/identifiers/orcid.ts';
import type { PublicationPage } from '../../../domain/pages/page-data.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';
import { runAttributes, runIn, runOf } from '../../page/run.ts';
import type { View } from '../../page/view.ts';

/** What a card says of an author: affiliations, ORCID iD, other publications; empty if nothing is known. */
export function authorCardHtml(
  { publication, context }: PublicationPage,
  position: number,
  /** Language of the element with the names. */
  around: string,
  view: View,
): string {
  const { locale, t, urls } = view;
  const { affiliations, orcid } = publication.contributions[position]!;
  const person = context.people[position];
  const names = affiliations.flatMap((number) => publication.affiliations[number - 1]?.name ?? []);
  const own = around === locale ? '' : runAttributes(runIn(locale, around));
  return [
    ...names.map((name) => `<span${runAttributes(runOf(name, publication.lang, around))}>${escapeHtml(name)}</span>`),
    ...(orcid === undefined ? [] : [`<a class="ext" dir="ltr" href="${orcidUrl(orcid)}">ORCID ${orcid}</a>`]),
    ...(person === undefined
      ? []
      : [`<a${own} href="${escapeHtml(urls.person(person, locale))}">${t('publication.ofAuthor')}</a>`]),
  ].join(' ');
}

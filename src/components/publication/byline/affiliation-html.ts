import { rorUrl } from '../../../domain/identifiers/ror.ts';
import type { Affiliation, Publication } from '../../../domain/publication/publication.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';
import { nameComma } from '../../list/name-list.ts';
import { runAttributes, runOf, type Run } from '../../page/run.ts';
import type { View } from '../../page/view.ts';
import { authorFragment } from './byline-html.ts';

/** Largest number of authors named below an affiliation. */
const namedAuthors = 6;

/** Attributes of the element with the affiliations. */
export const affiliationsRun = ({ affiliations, lang }: Publication, locale: string): Run =>
  runOf(affiliations[0]?.name ?? '', lang, locale);

/** The affiliations as list items, each with links back to its authors. */
export function affiliationsHtml(publication: Publication, view: View): string {
  const { contributions, affiliations, lang } = publication;
  const around = affiliationsRun(publication, view.locale).lang ?? view.locale;
  const authors = affiliations.map((): number[] => []);
  contributions.forEach((contribution, position) => {
    for (const number of contribution.affiliations) authors[number - 1]?.push(position);
  });
  return affiliations
    .map((affiliation, index) => {
      const names = (authors[index] ?? []).map((position) => {
        const name = contributions[position]?.name.printed ?? '';
        return { position, name, run: runAttributes(runOf(name, lang, around)) };
      });
      const run = runAttributes(runOf(affiliation.name, lang, around));
      return `<li id="aff-${index + 1}"><span${run}>${escapeHtml(affiliation.name)}</span>${rorHtml(affiliation)}${authorsHtml(names, view)}</li>`;
    })
    .join('');
}

const rorHtml = ({ ror }: Affiliation): string =>
  ror === undefined ? '' : ` <a class="ext ror" href="${rorUrl(ror)}">ROR</a>`;

function authorsHtml(
  authors: readonly { readonly position: number; readonly name: string; readonly run: string }[],
  { t, locale }: View,
): string {
  if (authors.length === 0) return '';
  const links = authors
    .slice(0, namedAuthors)
    .map(({ position, name, run }) => `<a href="#${authorFragment(position)}"${run}>${escapeHtml(name)}</a>`)
    .join(nameComma(authors[0]?.name ?? ''));
  const rest = authors.length - namedAuthors;
  const more = rest > 0 ? ` <bdi lang="${locale}">${t('publication.andMore', { count: rest })}</bdi>` : '';
  return `<small>${links}${more}</small>`;
}

import { rorUrl } from '../../../domain/identifiers/ror.ts';
import type { Affiliation, Publication } from '../../../domain/publication/publication.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';
import { runAttributes, runOf, type Run } from '../../page/run.ts';

/** Attributes of the element with the affiliations. */
export const affiliationsRun = ({ affiliations, lang }: Publication, locale: string): Run =>
  runOf(affiliations[0]?.name ?? '', lang, locale);

/** The affiliations as list items, in the order of their numbers. */
export function affiliationsHtml(publication: Publication, locale: string): string {
  const { affiliations, lang } = publication;
  const around = affiliationsRun(publication, locale).lang ?? locale;
  return affiliations
    .map((affiliation, index) => {
      const run = runAttributes(runOf(affiliation.name, lang, around));
      const name = escapeHtml(affiliation.name);
      return `<li id="aff-${index + 1}">${run === '' ? name : `<span${run}>${name}</span>`}${rorHtml(affiliation)}</li>`;
    })
    .join('');
}

const rorHtml = ({ ror }: Affiliation): string =>
  ror === undefined ? '' : ` <a class="ext ror" href="${rorUrl(ror)}">ROR</a>`;

import type { PublicationPage } from '../../../domain/pages/page-data.ts';
import { otherNames } from '../../../domain/people/native-names.ts';
import { isGroup } from '../../../domain/people/person-name.ts';
import type { Contribution, Publication } from '../../../domain/publication/publication.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';
import { orcidUrl } from '../../../domain/identifiers/orcid.ts';
import { runAttributes, runIn, runOf, type Run } from '../../page/run.ts';
import type { View } from '../../page/view.ts';

/** Number of authors that are always shown. */
export const firstAuthors = 6;

/** Attributes of the element with the names. */
export const bylineRun = ({ contributions, lang }: Publication, locale: string): Run =>
  runOf(contributions[0]?.name.printed ?? '', lang, locale);

/** The authors from `start` to before `end`, as list items. A string, because a paper may have thousands. */
export function bylineHtml({ publication, context }: PublicationPage, view: View, start: number, end?: number): string {
  const contributions = publication.contributions.slice(start, end);
  const around = bylineRun(publication, view.locale).lang ?? view.locale;
  // Commas are text, so that they are copied with the names, and a superscript beside one stays part of its line.
  return contributions
    .map((contribution, index) => {
      const comma = index < contributions.length - 1 ? ',' : '';
      const languages = { own: publication.lang, around };
      return authorHtml(contribution, start + index, context.people[start + index], languages, view, comma);
    })
    .join(' ');
}

/** Id of an author's element, to which affiliations link. */
export const authorFragment = (position: number): string => `author-${position + 1}`;

function authorHtml(
  contribution: Contribution,
  position: number,
  person: string | undefined,
  /** Language of the publication, and of the element with the names. */
  { own, around }: { readonly own: string; readonly around: string },
  view: View,
  comma: string,
): string {
  const { name } = contribution;
  const run = runAttributes(runOf(name.printed, own, around));
  const printed = run === '' ? escapeHtml(name.printed) : `<bdi${run}>${escapeHtml(name.printed)}</bdi>`;
  const shown =
    person === undefined ? printed : `<a href="${escapeHtml(view.urls.person(person, view.locale))}">${printed}</a>`;
  const marks = marksOf(contribution, around === view.locale ? '' : ` lang="${view.locale}"`, view);
  const native = nativeHtml(contribution, around);
  const wide = native !== '' || isGroup(name) ? ' class="wide"' : '';
  return `<li${wide} id="${authorFragment(position)}">${shown}${native}${marks === '' ? '' : `<sup>${marks}</sup>`}${comma}</li>`;
}

/** Affiliations, then corresponding and equal authors, then the ORCID iD, as in printed papers. */
function marksOf(contribution: Contribution, ownLanguage: string, { t }: View): string {
  const label = (text: string): string => `${ownLanguage} aria-label="${escapeHtml(text)}"`;
  const marks = contribution.affiliations.map(
    (number) => `<a href="#aff-${number}"${label(t('publication.affiliation', { number }))}>${number}</a>`,
  );
  if (contribution.corresponding) marks.push(`<a href="#marks"${label(t('publication.corresponding'))}>*</a>`);
  if (contribution.equal) marks.push(`<a href="#marks"${label(t('publication.equal'))}>†</a>`);
  if (contribution.orcid !== undefined) {
    const name = t('publication.orcid', { name: contribution.name.printed });
    marks.push(`<a class="orcid" href="${orcidUrl(contribution.orcid)}"${label(name)}>iD</a>`);
  }
  return marks.join(',');
}

function nativeHtml({ native, name }: Contribution, around: string): string {
  return otherNames(native, name.printed)
    .map(
      ([lang, text]) =>
        ` <bdi class="native"${runAttributes(lang === 'und' ? runOf(text, undefined, around) : runIn(lang, around))}>${escapeHtml(text)}</bdi>`,
    )
    .join('');
}

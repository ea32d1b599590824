import type { PublicationPage } from '../../../domain/pages/page-data.ts';
import { textDirection } from '../../../domain/languages/language.ts';
import { otherNames } from '../../../domain/people/native-names.ts';
import { isGroup } from '../../../domain/people/person-name.ts';
import type { Contribution } from '../../../domain/publication/publication.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';
import { runAttributes, runIn, runOf, type Run } from '../../page/run.ts';
import type { View } from '../../page/view.ts';
import { authorCardHtml } from './author-card-html.ts';
import { leadName } from './lead-name.ts';
import { shownContributions } from './shown-contributions.ts';

/** Largest number of authors that are all shown; of more, the first five and the last (`byline.css`). */
const shownAuthors = 7;
/** Of more authors than this, an opened list on a telephone has numbers: beside each name, the same affiliations would return. */
const besideLimit = 20;
/** With more authors than this, only the people of the institute and those who are always shown have a card. */
const cardLimit = 100;

export const isCut = (count: number): boolean => count > shownAuthors;
export const isMany = (count: number): boolean => count > besideLimit;

/** Attributes of the element with the names. */
export function bylineRun(page: PublicationPage, locale: string): Run {
  const [first] = shownContributions(page, locale);
  const { lang } = page.publication;
  return first === undefined ? {} : runOf(leadName(first, lang, locale), lang, locale);
}

/** The authors as list items. A string, because a paper may have thousands. */
export function bylineHtml(page: PublicationPage, view: View): string {
  const { publication, context } = page;
  const contributions = shownContributions(page, view.locale);
  const last = contributions.length - 1;
  const run = bylineRun(page, view.locale);
  const around = run.lang ?? view.locale;
  const isRtl = (run.dir ?? textDirection(view.locale)) === 'rtl';
  const comma = isRtl ? '،' : ',';
  const digits = isRtl ? view.format.digits : (text: string) => text;
  // Commas are text, so that they are copied with the names, and a superscript beside one stays part of its line.
  return contributions
    .map((contribution, position) => {
      const hasCard = last < cardLimit || position < 5 || position === last || context.people[position] !== undefined;
      const author = authorHtml({
        contribution,
        lead: leadName(contribution, publication.lang, view.locale),
        own: publication.lang,
        around,
        card: hasCard ? authorCardHtml(page, position, around, view) : '',
        position,
        marks: digits(marksOf(contribution, isRtl ? '،\u2009' : ',')),
      });
      return author + (position < last ? `${comma}</li>` : '</li>');
    })
    .join(' ');
}

interface ShownAuthor {
  readonly contribution: Contribution;
  /** The form of the name that is shown first. */
  readonly lead: string;
  /** Language of the publication. */
  readonly own: string;
  /** Language of the element with the names. */
  readonly around: string;
  /** HTML of the card; empty if there is none. */
  readonly card: string;
  readonly position: number;
  readonly marks: string;
}

/** An author: the name, which opens the card if there is one, and the marks of printed papers. */
function authorHtml({ contribution, lead, own, around, card, position, marks }: ShownAuthor): string {
  const { name } = contribution;
  const run = runAttributes(runOf(lead, own, around));
  const written = escapeHtml(lead);
  const native = nativeHtml(contribution, lead, around);
  const wide = native !== '' || isGroup(name) ? ' class="wide"' : '';
  const shown =
    card !== ''
      ? `<button popovertarget="by-${position + 1}"${run}>${written}</button>`
      : run === ''
        ? written
        : `<bdi${run}>${written}</bdi>`;
  const popover = card === '' ? '' : `<span popover id="by-${position + 1}">${card}</span>`;
  return `<li${wide}>${shown}${native}${marks === '' ? '' : `<sup>${marks}</sup>`}${popover}`;
}

/**
 * Affiliations, then corresponding and equal authors, as in printed papers. Between numbers in a text from right to left, the
 * comma has a thin space, without which they would be one number that is read from left to right.
 */
const marksOf = ({ affiliations, corresponding, equal }: Contribution, comma: string): string =>
  [...affiliations, ...(corresponding ? ['*'] : []), ...(equal ? ['†'] : [])].join(comma);

/** The other names of an author after the first one: the printed one, then those in other scripts. */
function nativeHtml({ native, name }: Contribution, lead: string, around: string): string {
  const others = otherNames(native, lead);
  const names: typeof others = lead === name.printed ? others : [['und', name.printed], ...others];
  return names
    .map(
      ([lang, text]) =>
        ` <bdi class="native"${runAttributes(lang === 'und' ? runOf(text, undefined, around) : runIn(lang, around))}>${escapeHtml(text)}</bdi>`,
    )
    .join('');
}

import { doiUrl } from '../domain/identifiers/doi.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { Notice, NoticeType, Publication } from '../domain/publication/publication.ts';
import { noticesBySeverity } from '../formats/record/citation-notes.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { monthNames, shortMonthNames } from '../domain/dates/month-names.ts';

/** How a style names the notices of a publication. */
export type NoticeForm = 'apa' | 'ama' | 'medicine';

/**
 * The most serious notice as a style names it; undefined if the publication has none with a date or address.
 *
 * - APA 7 10.1: `Retraction published 2021, https://doi.org/…`; corrections are not named.
 * - AMA 11 3.11: `Retraction published March 4, 2021. doi:…`.
 * - ICMJE samples: `Retraction in: 2021 Mar 4. doi: ….`.
 */
export function referenceNotice({ publication }: CitedPublication, form: NoticeForm): string | undefined {
  const notice = shownNotice(publication);
  return notice && noticeForms[form](notice);
}

/** True if the reference names the notice of a retraction or withdrawal, so that the title need not. */
export const namesRetraction = (cited: CitedPublication): boolean => {
  const notice = shownNotice(cited.publication);
  return notice?.type === 'retraction' || notice?.type === 'withdrawal';
};

/** The most serious notice that has a date or an address. */
const shownNotice = (publication: Publication): Notice | undefined =>
  noticesBySeverity(publication).find(({ date, doi, url }) => date ?? doi ?? url);

const noticeForms: Readonly<Record<NoticeForm, (notice: Notice) => string | undefined>> = {
  apa: ({ type, date, doi, url }) =>
    type === 'correction'
      ? undefined
      : [[words.apa[type], date?.year].filter(Boolean).join(' '), doi ? doiUrl(doi) : url].filter(Boolean).join(', '),
  ama: ({ type, date, doi, url }) =>
    [[words.ama[type], date && formatDate(date)].filter(Boolean).join(' '), doi ? `doi:${doi}` : url]
      .filter(Boolean)
      .join('. '),
  medicine: ({ type, date, doi, url }) => {
    const day = date && [date.year, date.month && shortMonthNames[date.month - 1], date.day];
    const when = day?.filter(Boolean).join(' ');
    return `${words.medicine[type]}: ${[when, doi ? `doi: ${doi}` : url].filter(Boolean).join('. ')}.`;
  },
};

const words: Readonly<Record<NoticeForm, Readonly<Record<NoticeType, string>>>> = {
  apa: {
    retraction: 'Retraction published',
    withdrawal: 'Withdrawal published',
    concern: 'Expression of concern published',
    correction: '',
  },
  ama: {
    retraction: 'Retraction published',
    withdrawal: 'Withdrawal published',
    concern: 'Expression of concern published',
    correction: 'Correction published',
  },
  medicine: {
    retraction: 'Retraction in',
    withdrawal: 'Withdrawal in',
    concern: 'Expression of concern in',
    correction: 'Erratum in',
  },
};

/** `March 4, 2021`. */
function formatDate({ year, month, day }: PartialDate): string {
  const name = month === undefined ? undefined : monthNames[month - 1];
  return [[name, day].filter(Boolean).join(' '), year].filter(Boolean).join(day === undefined ? ' ' : ', ');
}

import { doiUrl } from '../../domain/identifiers/doi.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { PersonName } from '../../domain/people/person-name.ts';
import type {
  Contribution,
  Notice,
  NoticeType,
  Publication,
  PublicationStatus,
} from '../../domain/publication/publication.ts';
import { nonEmpty, nativeNames, versionUrl, type CitedPublication } from './cited-publication.ts';

/**
 * Notes that a reader needs before citing, one sentence each: notices, most serious first, then what to cite instead,
 * and the other versions of the work.
 */
export function citationNotes(cited: CitedPublication): readonly string[] {
  const { publication, context } = cited;
  const preferred = versionUrl(context.preferred, cited);
  const published = versionUrl(context.publishedVersion, cited);
  return [
    ...noticesBySeverity(publication).map(noticeText),
    ...reference('Cite instead', preferred),
    ...reference('Published version', published === preferred ? undefined : published),
    ...reference('Preprint', versionUrl(context.preprint, cited)),
  ];
}

/**
 * The notices, most serious first: retraction, withdrawal, concern, correction. A status without a notice counts as
 * one.
 */
export function noticesBySeverity({ status, notices }: Publication): readonly Notice[] {
  const type = statusNotice[status];
  if (notices.length === 0) return type === undefined ? [] : [{ type }];
  const all = type === undefined || notices.some((notice) => notice.type === type) ? notices : [{ type }, ...notices];
  return noticeOrder.flatMap((kind) => all.filter((notice) => notice.type === kind));
}

/** The most serious of the status and the notices. */
export function effectiveStatus(publication: Publication): PublicationStatus {
  const [mostSerious] = noticesBySeverity(publication);
  return mostSerious ? statusByNotice[mostSerious.type] : 'published';
}

/** `RETRACTED on 2025-02-01. Reason: …. Notice: https://doi.org/…`. */
export function noticeText({ type, date, doi, url, reason }: Notice): string {
  const address = doi ? doiUrl(doi) : nonEmpty(url);
  const when = date ? ` on ${formatPartialDate(date)}` : '';
  const why = reason ? `. Reason: ${reason.trim().replace(/\.$/, '')}` : '';
  return `${noticeWords[type]}${when}${why}${address ? `. Notice: ${address}` : '.'}`;
}

/**
 * A note with the authors' names in other scripts, for formats without a field for them; undefined if there are none.
 * `written`: the name that the format has as the author, if that is not the printed one.
 */
export function nativeNamesNote(
  { contributions }: Publication,
  written: (contribution: Contribution) => PersonName = ({ name }) => name,
): string | undefined {
  const names = contributions.flatMap((contribution) => {
    const { printed } = written(contribution);
    const others = [contribution.name.printed, ...nativeNames(contribution)].filter((name) => name !== printed);
    return contribution.native && others.length > 0 ? [`${printed} = ${[...new Set(others)].join(' / ')}`] : [];
  });
  return names.length > 0 ? `Names in their own script: ${names.join('; ')}` : undefined;
}

const reference = (words: string, address: string | undefined): readonly string[] =>
  address ? [`${words}: ${address}`] : [];

/** The notice that matters most comes first. */
export const noticeOrder = [
  'retraction',
  'withdrawal',
  'concern',
  'correction',
] as const satisfies readonly NoticeType[];

const noticeWords: Readonly<Record<NoticeType, string>> = {
  retraction: 'RETRACTED',
  withdrawal: 'WITHDRAWN',
  concern: 'Expression of concern',
  correction: 'Corrected',
};

const statusNotice: Readonly<Record<PublicationStatus, NoticeType | undefined>> = {
  published: undefined,
  corrected: 'correction',
  retracted: 'retraction',
  concern: 'concern',
  withdrawn: 'withdrawal',
};

const statusByNotice: Readonly<Record<NoticeType, PublicationStatus>> = {
  retraction: 'retracted',
  withdrawal: 'withdrawn',
  concern: 'concern',
  correction: 'corrected',
};

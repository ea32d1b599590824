import { versionUrl, type CitedPublication } from '../formats/record/cited-publication.ts';
import { noticeText, noticesBySeverity } from '../formats/record/citation-notes.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { latestNotice } from '../domain/dates/content-date.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import type { Publication, PublicationStatus } from '../domain/publication/publication.ts';
import { type LdNode } from './json-ld-node.ts';

/*
 * The state of a publication, its notices and its other versions.
 */

/** Values of `creativeWorkStatus`. */
export function statusesOf({ status, type }: Publication): readonly string[] {
  const word = statuses[status];
  return [...(type === 'preprint' ? ['Preprint'] : []), ...(word === undefined ? [] : [word])];
}

/** Notices as values of `correction`, because schema.org has no class for a retraction. */
export const correctionsOf = (publication: Publication): readonly LdNode[] =>
  noticesBySeverity(publication).map((notice) => ({
    '@type': 'CorrectionComment',
    text: noticeText(notice),
    datePublished: notice.date && formatPartialDate(notice.date),
    url: notice.doi ? doiUrl(notice.doi) : notice.url,
  }));

/** Date of the latest notice, as a text. */
export const dateModified = ({ notices }: Publication): string | undefined => {
  const date = latestNotice(notices);
  return date && formatPartialDate(date);
};

/** Other versions of the work: the preferred or published one as `exampleOfWork`, a preprint as `workExample`. */
export function versionsOf(cited: CitedPublication): { exampleOfWork?: LdNode; workExample?: LdNode } {
  const { context } = cited;
  const main = versionUrl(context.preferred ?? context.publishedVersion, cited);
  const preprint = versionUrl(context.preprint, cited);
  return {
    ...(main === undefined ? {} : { exampleOfWork: version(main) }),
    ...(preprint === undefined || preprint === main ? {} : { workExample: version(preprint) }),
  };
}

const version = (url: string): LdNode => ({
  '@type': 'CreativeWork',
  '@id': url.startsWith('https://doi.org/') ? url : `${url}#work`,
  url,
});

const statuses: Readonly<Partial<Record<PublicationStatus, string>>> = {
  corrected: 'Corrected',
  retracted: 'Retracted',
  concern: 'Expression of concern',
  withdrawn: 'Withdrawn',
};

import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { parseDoi } from '../../domain/identifiers/doi.ts';
import type { Notice } from '../../domain/publication/publication.ts';
import type { ForeignRecord } from '../../formats/record/foreign-record.ts';
import type { DraftValue } from './draft.ts';
import type { ReadValue } from './read-value.ts';

export const toDraftNotice = ({ type, date, doi, url, reason }: Notice): DraftValue => ({
  type,
  ...(date ? { date: formatPartialDate(date) } : {}),
  ...(doi === undefined ? {} : { doi }),
  ...(url === undefined ? {} : { url }),
  ...(reason === undefined ? {} : { reason }),
});

export function toDraftVersions(record: ForeignRecord, read: ReadValue): DraftValue {
  const preprint = read('versions.preprint', parseDoi, record.preprint);
  const published = read('versions.published', parseDoi, record.publishedVersion);
  return { ...(preprint === undefined ? {} : { preprint }), ...(published === undefined ? {} : { published }) };
}

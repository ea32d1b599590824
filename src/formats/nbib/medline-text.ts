import { pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { Notice, NoticeType } from '../../domain/publication/publication.ts';
import { readForeignDate } from '../record/foreign-date.ts';

/** Removes the full stop that PubMed adds to every title. */
export const withoutTitlePeriod = (title: string): string => title.replace(/(?<=[^.])\.$/, '').trim();

/** The DOI in a reference of PubMed, such as `Lancet. 2020;395:1. doi: 10.5555/x.`; undefined if there is none. */
export const findDoiInReference = (reference: string): string | undefined =>
  /\bdoi: ?(10\.\d{4,9}\/\S+?)\.?(?:\s|$)/i.exec(reference)?.[1];

const findPmidInReference = (reference: string): string | undefined => /\bPMID: ?(\d{1,8})\b/.exec(reference)?.[1];

/** A notice with a DOI, else with a PubMed address; undefined if it has neither identifier. */
export function findNotice(type: NoticeType, doi: string | undefined, pmid: string | undefined): Notice | undefined {
  if (doi !== undefined) return { type, doi };
  return pmid === undefined ? undefined : { type, url: pubmedUrl(pmid) };
}

/**
 * The notice that a reference of PubMed names, with its date. `isWhole`: false if it has no identifier, so that the notice does not
 * hold the rest of the reference.
 */
export function readNoticeReference(
  type: NoticeType,
  reference: string,
  pmid = findPmidInReference(reference),
): { readonly notice: Notice; readonly isWhole: boolean } {
  const found = findNotice(type, findDoiInReference(reference), pmid);
  const date = findDateInReference(reference);
  return { notice: { ...(found ?? { type }), ...(date ? { date } : {}) }, isWhole: found !== undefined };
}

/** The date after the journal: `PLoS One. 2026 Feb 3;21(2):e0299999.` */
function findDateInReference(reference: string): PartialDate | undefined {
  const written = /\. ((?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?)(?=[;:.]|$)/.exec(reference)?.[1];
  const read = written === undefined ? undefined : readForeignDate(written);
  return read?.rest === undefined ? read?.date : undefined;
}

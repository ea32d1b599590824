import { pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { Notice, NoticeType } from '../../domain/publication/publication.ts';

/** Removes the full stop that PubMed adds to every title. */
export const withoutTitlePeriod = (title: string): string => title.replace(/(?<=[^.])\.$/, '').trim();

/** The DOI in a reference of PubMed, such as `Lancet. 2020;395:1. doi: 10.5555/x.`; undefined if there is none. */
export const findDoiInReference = (reference: string): string | undefined =>
  /\bdoi: ?(10\.\d{4,9}\/\S+?)\.?(?:\s|$)/i.exec(reference)?.[1];

export const findPmidInReference = (reference: string): string | undefined =>
  /\bPMID: ?(\d{1,8})\b/.exec(reference)?.[1];

/** A notice with a DOI, else with a PubMed address; undefined if it has neither identifier. */
export function findNotice(type: NoticeType, doi: string | undefined, pmid: string | undefined): Notice | undefined {
  if (doi !== undefined) return { type, doi };
  return pmid === undefined ? undefined : { type, url: pubmedUrl(pmid) };
}
